import { type CountColumns, countUtf8, type TextOptions } from 'septet'
import { OctetWriter } from '../octet-writer'
import { ROWS } from './batch'
import { WRITTEN } from './csv-scanner'

/** Octets of the memory that texts are put into: a batch seldom has more. */
const FIRST = 1 << 16

/** Beyond, the memory is not kept for the next batch. */
const KEPT = 1 << 22

/** The texts of a batch in UTF-8, one after the other, so that they are counted without strings of their own. */
export class Texts {
  /** How many there are. */
  rows = 0
  #writer = new OctetWriter(new Uint8Array(FIRST))
  readonly #offsets = new Int32Array(ROWS + 1)
  /** Texts that UTF-8 cannot carry: a lone surrogate is U+FFFD there, which counts alike. */
  readonly #strings = new Map<number, string>()

  clear(): void {
    this.rows = 0
    this.#strings.clear()
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
    if (/\p{Surrogate}/u.test(text)) this.#strings.set(this.rows, text)
    this.#writer.text(text)
    this.#offsets[++this.rows] = this.#writer.end
  }

  count(options: TextOptions): CountColumns {
    return countUtf8(this.#writer.octets, this.#offsets.subarray(0, this.rows + 1), options)
  }

  text(row: number): string {
    return this.#strings.get(row) ?? this.#writer.octets.toString('utf8', this.#offsets[row], this.#offsets[row + 1])
  }
}
