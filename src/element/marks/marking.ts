// The marks of a field, whatever kind it is. An element loads them where its page wants them.
import type { Explanation } from '../cost/explain'
import type { Field } from '../field/field'
import { Highlights } from './highlights'
import { Marks } from './marks'

/** Marks characters and cuts over a field. */
export class Marking {
  readonly #marks: Marks
  readonly #highlights = new Highlights()

  constructor(host: HTMLElement, root: ShadowRoot) {
    this.#marks = new Marks(host)
    root.append(this.#marks.part)
  }

  show(field: Field, { characters, segmentation }: Explanation): void {
    if ('value' in field) {
      this.#highlights.hide()
      this.#marks.show(field, characters, segmentation)
    } else {
      this.#marks.hide()
      this.#highlights.show(field, characters, segmentation)
    }
  }

  hide(): void {
    this.#marks.hide()
    this.#highlights.hide()
  }
}
