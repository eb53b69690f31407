import { type BlockCount, NAMED } from './count/counter'
import type { FilePlace, NamedRow } from './request'

/** Where blocks begin in their files, and which of their rows were left out. */
export class Findings {
  badRows = 0
  /** The first of the bad rows. */
  readonly named: NamedRow[] = []
  /** For each block: its file, and its first line. */
  readonly #blocks: FilePlace[] = []

  /** Adds a block of a file. Returns its number. */
  addBlock(file: string): number {
    return this.#blocks.push({ file, line: 0 }) - 1
  }

  /** Enters the first line of a block, and its bad rows. Blocks come in order. */
  enter(block: number, line: number, { bad, badRows }: BlockCount): void {
    this.#blocks[block]!.line = line
    for (const { line: at, reason } of bad.slice(0, NAMED - this.named.length)) {
      this.named.push({ ...this.findPlace(block, at), reason })
    }
    this.badRows += badRows
  }

  /** Finds the place of a line of a block. */
  findPlace(block: number, line: number): FilePlace {
    const { file, line: first } = this.#blocks[block]!
    return { file, line: first + line }
  }
}
