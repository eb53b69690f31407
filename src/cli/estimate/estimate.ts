import { addPlace } from '../explain'
import { Failure } from '../failure'
import type { Shell } from '../shell'
import { type BlockCount, NAMED } from './count/counter'
import { createInOrder } from './count/in-order'
import { createPool } from './count/pool'
import { type Block, createBlockView, createBuffers, cutBlocks, LARGEST, LONG_LINE } from './input/blocks'
import { detectFormat } from './input/format'
import { chooseCharset, readFileOctets, restoreReturns } from './input/octets'
import { createReader, type Head } from './input/reader'
import { openSource, type Source } from './input/source'
import { createOutputFile } from './output/output-file'
import { showProgress } from './output/progress'
import { createRooms } from './output/rooms'
import type { Estimate, FilePlace, Request } from './request'

/** The most octets in blocks at once. Blocks with long rows are larger. */
const UNDER_WAY = 1 << 22

/** The result for a line that is passed over. */
const TOO_LONG: BlockCount = {
  lines: 1,
  bad: [{ line: 0, reason: `a line of more than ${LARGEST >> 20} MB` }],
  badRows: 1,
  output: undefined,
}

export async function estimate(request: Request, shell: Shell): Promise<Estimate> {
  const sources = await Promise.all(request.files.map((file) => openSource(file, request.maxUnpacked, shell)))
  const sizes = sources.map(({ size }) => size)
  const size = sizes.includes(undefined) ? undefined : sizes.reduce((total: number, next) => total + next!, 0)
  const buffers = createBuffers()
  const rooms = createRooms()
  const { rates, correctPhones, country, options, measures } = request
  const settings = { rates, correctPhones, country, options, measures }
  const output = request.output === undefined ? undefined : await createOutputFile(request.output, shell)
  const pool = createPool(settings, buffers.giveBack, shell.workerFile, size)
  const progress = showProgress(size, shell)
  const named: Estimate['named'] = []
  let badRows = 0
  /** For each block: its file, and its first line. */
  const places: FilePlace[] = []
  try {
    for (const source of sources) await readSource(source)
    const tally = await pool.finish()
    await output?.keep()
    return { tally, badRows, named, places: tally.costliest.map(({ block, line }) => findPlace(places[block]!, line)) }
  } catch (error) {
    await output?.discard()
    throw error
  } finally {
    progress.stop()
    pool.stop()
  }

  /** Blocks are counted side by side, and reported in order. */
  async function readSource({ name, chunks }: Source): Promise<void> {
    const reader = createReader(name, { ...request, charset: chooseCharset(request.charset) })
    const counted = createInOrder({ tasks: pool.size, size: UNDER_WAY }, settle)
    let line = 1
    let head: Head | undefined
    const mayBeArray = (request.format ?? detectFormat(name)) === 'ndjson'
    const { octets, hadReturns } = await readFileOctets(name, chunks(progress.read), request.charset, mayBeArray)
    for await (const block of cutBlocks(octets, reader.findBorder, buffers, reader.largest)) {
      const begin = head ? 0 : (await readHead(createBlockView(block.octets, block.end))).octets
      const number = places.push({ file: name, line: 0 }) - 1
      await counted.add({ size: block.octets.length, run: () => count(block, begin, number) })
    }
    if (!head) await readHead(Buffer.alloc(0))
    await counted.end()

    async function readHead(first: Buffer): Promise<Head> {
      head = reader.head(first)
      if (head.hasNoPhones && rates?.every(([, prefix]) => prefix !== '')) {
        throw new Failure(`${name}: no phone numbers to find a rate by; {"": "0.05"} is a rate for all messages`)
      }
      line += head.lines
      if (head.written !== '') await writeRows(Buffer.from(head.written))
      return head
    }

    async function count(block: Block, begin: number, number: number): Promise<{ number: number; answer: BlockCount }> {
      if (block === LONG_LINE) return { number, answer: TOO_LONG }
      const { octets, end, isCut } = block
      const job = { octets, begin, end, number, layout: reader.layout(isCut), room: output && rooms.take() }
      try {
        return { number, answer: await pool.count(job) }
      } catch (error) {
        throw addPlace(name, error)
      }
    }

    async function settle({ number, answer }: { number: number; answer: BlockCount }): Promise<void> {
      const place = places[number]!
      place.line = line
      for (const { line: at, reason } of answer.bad.slice(0, NAMED - named.length)) {
        named.push({ ...findPlace(place, at), reason })
      }
      badRows += answer.badRows
      line += answer.lines
      if (answer.output === undefined) return
      await writeRows(answer.output)
      rooms.giveBack(answer.output)
    }

    async function writeRows(rows: Uint8Array): Promise<void> {
      if (hadReturns && reader.keepsLineEnds) restoreReturns(rows)
      await output?.write(rows)
    }
  }
}

function findPlace({ file, line }: FilePlace, offset: number): FilePlace {
  return { file, line: line + offset }
}
