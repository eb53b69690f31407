// What a screen reader is told, and when.
import { createPart, say } from '../dom'
import type { Said, Speech } from '../texts'

/** Milliseconds without a change before a screen reader is told of one. */
const SILENCE = 1000

/**
 * Says the encoding and the segments when they have changed and the person pauses; never each character. The name of the host has
 * the numbers, for a person who asks. It waits for the pause too, since a field that it describes may say each change of it.
 */
export class Announcer {
  readonly part = createPart('div', 'live')
  readonly #host: HTMLElement
  #speech: Speech | undefined
  #spoken: string | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: HTMLElement) {
    this.#host = host
    this.part.setAttribute('role', 'status')
  }

  /** Takes the name of the host away, and says nothing more. */
  clear(): void {
    clearTimeout(this.#timer)
    this.#host.removeAttribute('aria-label')
  }

  /** `label` is the new name of the host, `message` what is said if it has changed. */
  tell(label: string, message: Said, speech: Speech): void {
    clearTimeout(this.#timer)
    if (this.#speech !== speech || !this.#host.hasAttribute('aria-label')) this.#name(label)
    this.#speech = speech
    this.#spoken ??= message.text
    if (this.#spoken === message.text && this.#host.getAttribute('aria-label') === label) return
    this.#timer = setTimeout(() => {
      this.#name(label)
      if (this.#spoken === message.text) return
      this.#spoken = message.text
      say(this.part, message)
    }, SILENCE)
  }

  /** As an attribute: a runtime such as jsdom has no property for it. */
  #name(label: string): void {
    this.#host.setAttribute('aria-label', label)
  }
}
