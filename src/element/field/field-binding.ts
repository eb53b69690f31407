// Which field an element counts: found, watched and released as the page changes.
import { type Field, isField } from './field'
import { describeMissing, findNamed } from './find-field'

/** Milliseconds until a missing field is reported: a script that builds a page may add it after its counter. */
const PATIENCE = 50

/** Changes of the page that can make another element the field, or change what can be done with the field. */
const OBSERVED: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['id', 'type', 'contenteditable', 'disabled', 'readonly', 'maxlength'],
}

/** Events of the field that the element hears. */
const EVENTS = ['input', 'change', 'compositionstart', 'compositionend']

/** What the element does when its field changes. */
interface Listener {
  /** There is a field now. */
  found(): void
  /** The field is released; there may be another one at once. */
  released(): void
  /** There is none. */
  missing(): void
  /** Something in the page has changed; the field may be the same. */
  changed(): void
  /** The author of the page can mend this. */
  report(message: string): void
}

/** Finds the field of an element, which hears its events, and releases it. */
export class FieldBinding {
  readonly #host: HTMLElement & EventListenerObject
  readonly #listener: Listener
  #field: Field | undefined
  /** What a script has set as field. */
  #own: unknown
  /** Removes the listeners on the field. */
  #stopHearing: (() => void) | undefined
  #observer: MutationObserver | undefined
  #patience: ReturnType<typeof setTimeout> | undefined

  constructor(host: HTMLElement & EventListenerObject, listener: Listener) {
    this.#host = host
    this.#listener = listener
  }

  /** The field that is counted now. */
  get field(): Field | undefined {
    return this.#field
  }

  /** Takes what a script gives as field, instead of what `for` names; undefined takes it back. */
  setOwn(field: unknown): void {
    this.#own = field
    this.bind()
  }

  /** Begins to watch the page that the element is in. */
  connect(): void {
    const { ownerDocument } = this.#host
    this.#observer = new MutationObserver(() => {
      this.bind()
      this.#listener.changed()
    })
    this.#observer.observe(this.#host.getRootNode(), OBSERVED)
    this.bind()
    if (ownerDocument.readyState === 'loading')
      ownerDocument.addEventListener('DOMContentLoaded', () => this.bind(), { once: true })
  }

  /** Stops watching, and releases the field. */
  disconnect(): void {
    this.#observer?.disconnect()
    clearTimeout(this.#patience)
    this.#release()
  }

  /** Looks for the field, and takes it where it is another one. */
  bind(): void {
    if (!this.#host.isConnected) return
    const found = this.#own ?? findNamed(this.#host)
    const countable = isField(found) && found.isConnected
    if (countable && found === this.#field) return
    const removed = this.#field?.isConnected === false
    this.#release()
    clearTimeout(this.#patience)
    if (countable) {
      this.#take(found)
      return
    }
    this.#listener.missing()
    // A change of the page before then looks for the field again.
    if (this.#host.ownerDocument.readyState !== 'loading')
      this.#patience = setTimeout(() => {
        this.#listener.report(describeMissing(this.#host, { own: this.#own, found, removed }))
      }, PATIENCE)
  }

  #take(field: Field): void {
    this.#field = field
    const root = field.getRootNode()
    for (const type of EVENTS) field.addEventListener(type, this.#host)
    // On the root, not on the form: the field can move to another form.
    root.addEventListener('reset', this.#host, true)
    // By name, not by an AbortSignal: that of the runtime is not that of a window that a script has made, as jsdom does.
    this.#stopHearing = () => {
      for (const type of EVENTS) field.removeEventListener(type, this.#host)
      root.removeEventListener('reset', this.#host, true)
    }
    this.#observer?.observe(root, OBSERVED)
    this.#listener.found()
  }

  #release(): void {
    this.#stopHearing?.()
    this.#field = undefined
    this.#listener.released()
  }
}
