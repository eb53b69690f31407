import type { ForeignTally } from './tally'
import { FOREIGN, findEntry, UNIT_TABLE, UNKNOWN } from './unit-table'

/** Where the occurrences of a code point above U+FFFF are; few texts have many of them. */
interface Astral extends ForeignTally {
  last: number
}

/** Counts characters outside GSM-7, in tables rather than maps: half of all characters of a campaign may be such. */
export class ForeignCharacters {
  // Of numbers that 100 GB of one letter do not exceed.
  readonly #occurrences = new Float64Array(0x10000)
  readonly #messages = new Float64Array(0x10000)
  /** The message that a character was met in last. */
  readonly #last = new Float64Array(0x10000)
  readonly #astral = new Map<number, Astral>()
  #message = 0

  /** Returns all that the table of units says of the text's units. */
  add(text: string): number {
    const message = ++this.#message
    let look = 0
    for (let offset = 0; offset < text.length; offset++) {
      const unit = text.charCodeAt(offset)
      let entry = UNIT_TABLE[unit]!
      if (entry === 0) continue
      if (entry === UNKNOWN) entry = findEntry(unit)
      look |= entry
      if (!(entry & FOREIGN)) continue
      if ((unit & 0xf800) === 0xd800) {
        const codePoint = text.codePointAt(offset)!
        if (codePoint > 0xffff) {
          this.#addAstral(codePoint, message)
          offset++
          continue
        }
      }
      this.#occurrences[unit]!++
      if (this.#last[unit] !== message) {
        this.#last[unit] = message
        this.#messages[unit]!++
      }
    }
    return look
  }

  #addAstral(codePoint: number, message: number): void {
    const found = this.#astral.get(codePoint)
    if (!found) this.#astral.set(codePoint, { messages: 1, occurrences: 1, last: message })
    else {
      found.occurrences++
      if (found.last !== message) found.messages++
      found.last = message
    }
  }

  tally(): Map<number, ForeignTally> {
    const tally = new Map<number, ForeignTally>()
    for (const [unit, occurrences] of this.#occurrences.entries()) {
      if (occurrences > 0) tally.set(unit, { occurrences, messages: this.#messages[unit]! })
    }
    for (const [codePoint, { messages, occurrences }] of this.#astral) tally.set(codePoint, { messages, occurrences })
    return tally
  }
}
