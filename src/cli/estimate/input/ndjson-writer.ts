import type { OctetWriter } from '../octet-writer'
import { ADDED, type Cells } from './batch'
import { JsonScanner } from './json-scanner'
import { MemberFinder } from './members'
import { KIND } from './ndjson-line'
import { ENDS, KINDS, MESSAGES, VALUE_BEGINS, VALUE_ENDS } from './rows'

/**
 * Writes the lines of a block again, with the members of --output. These replace the line's own members of the same
 * names. The rest is copied: a number that JavaScript would round keeps its digits.
 */
export class NdjsonWriter {
  readonly #block: Buffer
  readonly #lineEnd: string
  readonly #added = new MemberFinder(ADDED)

  constructor(block: Buffer, lineEnd: string) {
    this.#block = block
    this.#lineEnd = lineEnd
  }

  /** Writes the lines that are in the columns of the batch. `from`: where the first of them starts. */
  write(
    from: number,
    lines: number,
    cellsOf: (message: number) => Cells | undefined,
    priced: boolean,
    writer: OctetWriter,
  ): void {
    let begin = from
    for (let index = 0; index < lines; index++) {
      const end = ENDS[index]!
      const message = MESSAGES[index]!
      if (KINDS[index] === KIND.other) writer.copy(this.#block, begin, end)
      else {
        const cells = message < 0 ? undefined : cellsOf(message)
        writer.copy(this.#block, begin, VALUE_BEGINS[index]!)
        this.#writeValue(index, cells, priced, writer)
        writer.copy(this.#block, VALUE_ENDS[index]!, end)
      }
      if (end < this.#block.length) writer.copy(this.#block, end, end + 1)
      else writer.ascii(this.#lineEnd)
      begin = end + 1
    }
  }

  /** Writes the value of a line as an object. */
  #writeValue(index: number, cells: Cells | undefined, priced: boolean, writer: OctetWriter): void {
    const begin = VALUE_BEGINS[index]!
    const end = VALUE_ENDS[index]!
    writer.ascii('{')
    const front = writer.end
    if (KINDS[index] === KIND.withAdded) this.#writeOthers(begin, end, writer)
    else if (KINDS[index] === KIND.object) writer.copy(this.#block, begin + 1, this.#skipBlanksBack(begin + 1, end - 1))
    else {
      writer.ascii('"text":')
      writer.copy(this.#block, begin, end)
    }
    writer.ascii(formatAdded(cells, priced, writer.end > front))
  }

  /** Writes the members that do not have the names of --output. */
  #writeOthers(begin: number, end: number, writer: OctetWriter): void {
    const scanner = new JsonScanner(this.#block, begin, end)
    let isFirst = true
    scanner.skipObject((member) => {
      if (this.#added.find(this.#block, member) >= 0) return
      if (!isFirst) writer.ascii(',')
      writer.copy(this.#block, member.begin, member.valueEnd)
      isFirst = false
    })
  }

  /** Returns the end without the blanks before it. */
  #skipBlanksBack(begin: number, end: number): number {
    while (end > begin && this.#block[end - 1]! <= 0x20) end--
    return end
  }
}

/** The members that --output adds to a line, with the closing brace; nulls for a line that is left out. */
function formatAdded(cells: Cells | undefined, priced: boolean, hasOthers: boolean): string {
  const [encoding, units, segments, cost] = cells ?? []
  const formatWord = (value: string | undefined) => (value === undefined ? 'null' : `"${value}"`)
  const costs = priced ? `,"cost":${formatWord(cost)}` : ''
  return `${hasOthers ? ',' : ''}"encoding":${formatWord(encoding)},"units":${units ?? null},"segments":${segments ?? null}${costs}}`
}
