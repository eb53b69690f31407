import { addPlace } from '../explain'
import { Failure } from '../failure'
import type { BlockCount } from './count/counter'
import { createInOrder, type InOrder } from './count/in-order'
import type { Pool } from './count/pool'
import type { Findings } from './findings'
import { type Block, type Buffers, createBlockView, cutBlocks, LARGEST, LONG_LINE } from './input/blocks'
import { detectFormat } from './input/format'
import { chooseCharset, readFileOctets, restoreReturns } from './input/octets'
import { createReader, type RowReader } from './input/reader'
import type { Source } from './input/source'
import type { OutputFile } from './output/output-file'
import type { Progress } from './output/progress'
import type { Rooms } from './output/rooms'
import type { Request } from './request'

/** What all files of a run share. */
export interface Run {
  readonly request: Request
  readonly buffers: Buffers
  readonly rooms: Rooms
  readonly output: OutputFile | undefined
  readonly pool: Pool
  readonly progress: Progress
  readonly findings: Findings
}

/** The most octets in blocks at once. Blocks with long rows are larger. */
const UNDER_WAY = 1 << 22

/** The result for a line that is passed over. */
const TOO_LONG: BlockCount = {
  lines: 1,
  bad: [{ line: 0, reason: `a line of more than ${LARGEST >> 20} MB` }],
  badRows: 1,
  output: undefined,
}

/** Counts a file. */
export function countFile(source: Source, run: Run): Promise<void> {
  return new CampaignFile(source, run).count()
}

/** The number of a block, and its result. */
interface Counted {
  readonly number: number
  readonly answer: BlockCount
}

/** A file whose blocks are counted side by side, and reported in order. */
class CampaignFile {
  readonly #run: Run
  readonly #source: Source
  readonly #reader: RowReader
  readonly #counted: InOrder<Counted>
  /** The first line of the next block that is reported. */
  #line = 1
  #isBegun = false
  #hadReturns = false

  constructor(source: Source, run: Run) {
    const { request, pool } = run
    this.#run = run
    this.#source = source
    this.#reader = createReader(source.name, { ...request, charset: chooseCharset(request.charset) })
    this.#counted = createInOrder({ tasks: pool.size, size: UNDER_WAY }, (counted) => this.#report(counted))
  }

  async count(): Promise<void> {
    const { findBorder, largest } = this.#reader
    for await (const block of cutBlocks(await this.#open(), findBorder, this.#run.buffers, largest)) {
      const begin = this.#isBegun ? 0 : await this.#readHead(createBlockView(block.octets, block.end))
      const number = this.#run.findings.addBlock(this.#source.name)
      await this.#counted.add({ size: block.octets.length, run: () => this.#countBlock(block, begin, number) })
    }
    if (!this.#isBegun) await this.#readHead(Buffer.alloc(0))
    await this.#counted.end()
  }

  /** Opens the file. Returns its octets. */
  async #open(): Promise<AsyncIterable<Uint8Array>> {
    const { request, progress } = this.#run
    const { name, chunks } = this.#source
    const mayBeArray = (request.format ?? detectFormat(name)) === 'ndjson'
    const { octets, hadReturns } = await readFileOctets(name, chunks(progress.read), request.charset, mayBeArray)
    this.#hadReturns = hadReturns
    return octets
  }

  /** Reads what comes before the rows. `first`: the first octets of the file. Returns where the rows start in them. */
  async #readHead(first: Buffer): Promise<number> {
    const { octets, lines, written, hasNoPhones } = this.#reader.head(first)
    this.#isBegun = true
    if (hasNoPhones && this.#run.request.rates?.every(([, prefix]) => prefix !== '')) {
      const { name } = this.#source
      throw new Failure(`${name}: no phone numbers to find a rate by; {"": "0.05"} is a rate for all messages`)
    }
    this.#line += lines
    if (written !== '') await this.#write(Buffer.from(written))
    return octets
  }

  async #countBlock(block: Block, begin: number, number: number): Promise<Counted> {
    if (block === LONG_LINE) return { number, answer: TOO_LONG }
    const { octets, end, isCut } = block
    const { pool, output, rooms } = this.#run
    const job = { octets, begin, end, number, layout: this.#reader.layout(isCut), room: output && rooms.take() }
    try {
      return { number, answer: await pool.count(job) }
    } catch (error) {
      throw addPlace(this.#source.name, error)
    }
  }

  async #report({ number, answer }: Counted): Promise<void> {
    const { findings, rooms } = this.#run
    findings.enter(number, this.#line, answer)
    this.#line += answer.lines
    if (answer.output === undefined) return
    await this.#write(answer.output)
    rooms.giveBack(answer.output)
  }

  /** Writes rows of --output. */
  async #write(rows: Uint8Array): Promise<void> {
    if (this.#hadReturns && this.#reader.keepsLineEnds) restoreReturns(rows)
    await this.#run.output?.write(rows)
  }
}
