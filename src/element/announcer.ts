// What a screen reader is told, and when.
import { createPart, say } from './dom'
import type { Said, Speech } from './texts'

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
    this.part.role = 'status'
  }

  /** Takes the name of the host away, and says nothing more. */
  clear(): void {
    clearTimeout(this.#timer)
    this.#host.ariaLabel = null
  }

  /** `label` is the new name of the host, `message` what is said if it has changed. */
  tell(label: string, message: Said, speech: Speech): void {
    clearTimeout(this.#timer)
    if (this.#speech !== speech || this.#host.ariaLabel === null) this.#host.ariaLabel = label
    this.#speech = speech
    this.#spoken ??= message.text
    if (this.#spoken === message.text && this.#host.ariaLabel === label) return
    this.#timer = setTimeout(() => {
      this.#host.ariaLabel = label
      if (this.#spoken === message.text) return
      this.#spoken = message.text
      say(this.part, message)
    }, SILENCE)
  }
}
