import { type Survey, type SurveyOptions, surveyUtf8 } from 'septet'
import { OctetWriter } from '../octet-writer'
import { type Batch, ROWS } from './batch'
import { WRITTEN } from './csv-scanner'

/** Octets of the memory for texts. Few batches have more. */
const FIRST = 1 << 16

/** Larger memory is not kept for the next batch. */
const KEPT = 1 << 22

/** The texts of a batch in UTF-8, one after the other, so that they are counted without making strings. */
export class Texts {
  /** The number of texts. */
  rows = 0
  #writer = new OctetWriter(new Uint8Array(FIRST))
  readonly #offsets = new Int32Array(ROWS + 1)
  /** Texts that UTF-8 cannot carry. In it, a lone surrogate is U+FFFD, which counts the same. */
  readonly strings = new Map<number, string>()

  clear(): void {
    this.rows = 0
    this.strings.clear()
    if (this.#writer.octets.length > KEPT) this.#writer = new OctetWriter(new Uint8Array(FIRST))
    this.#writer.end = 0
  }

  /** @param written one of WRITTEN: whether quotes are doubled */
  add(octets: Buffer, begin: number, end: number, written: number = WRITTEN.plain): void {
    if (written === WRITTEN.doubled) this.#writer.copyHalving(octets, begin, end)
    else this.#writer.copy(octets, begin, end)
    this.#offsets[++this.rows] = this.#writer.end
  }

  addString(text: string): void {
    if (/\p{Surrogate}/u.test(text)) this.strings.set(this.rows, text)
    this.#writer.text(text)
    this.#offsets[++this.rows] = this.#writer.end
  }

  /** `leftOut`: see `Batch.survey`. */
  survey(options: SurveyOptions, leftOut: Uint8Array | undefined): Survey {
    const offsets = this.#offsets.subarray(0, this.rows + 1)
    const validity = leftOut && createBitmap(leftOut, this.rows)
    return surveyUtf8(this.#writer.octets, offsets, { ...options, validity })
  }

  /** The members of a batch whose messages are these texts, in their order. */
  createBatchMembers(): Pick<Batch, 'rows' | 'survey' | 'strings' | 'place' | 'text'> {
    return {
      rows: this.rows,
      survey: (options, leftOut) => this.survey(options, leftOut),
      strings: this.strings,
      place: (message) => message,
      text: (message) => this.text(message),
    }
  }

  text(row: number): string {
    return this.strings.get(row) ?? this.#writer.octets.toString('utf8', this.#offsets[row], this.#offsets[row + 1])
  }
}

/** Creates a bitmap with a bit for each of `rows` messages: 0 if it is left out. */
function createBitmap(leftOut: Uint8Array, rows: number): Uint8Array {
  const bits = new Uint8Array((rows + 7) >> 3)
  for (let row = 0; row < rows; row++) if (leftOut[row] === 0) bits[row >> 3]! |= 1 << (row & 7)
  return bits
}
