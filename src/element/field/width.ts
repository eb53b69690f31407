// The element is at most as wide as its field: nobody sees that a line of numbers belongs to a field that is far from it.
import type { Field } from './field'

/** Follows the width of a field, as a private property of the host that its style reads. A page's own rules win over it. */
export class Width {
  readonly #host: HTMLElement
  #observer: ResizeObserver | undefined

  constructor(host: HTMLElement) {
    this.#host = host
  }

  follow(field: Field): void {
    const { ResizeObserver } = field.ownerDocument.defaultView ?? {}
    if (!ResizeObserver) return
    this.#observer = new ResizeObserver(() => {
      const { width } = field.getBoundingClientRect()
      if (width > 0) this.#host.style.setProperty('--_width', `${width}px`)
    })
    this.#observer.observe(field)
  }

  release(): void {
    this.#observer?.disconnect()
    this.#host.style.removeProperty('--_width')
  }
}
