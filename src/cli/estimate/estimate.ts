import type { TextOptions } from 'septet'
import type { Shell } from '../shell'
import { type Block, blocksOf, bufferOf, buffersOf, LARGEST, LONG_LINE } from './blocks'
import { type Answer, NAMED } from './counter'
import type { Format } from './format'
import { charsetOf, octetsOf } from './octets'
import { type OutputFile, outputFile } from './output-file'
import { poolOf } from './pool'
import { progressOf } from './progress'
import type { Rates } from './rates'
import { type Head, readerOf } from './reader'
import { roomsOf } from './rooms'
import { type Source, sourceOf } from './source'
import type { Tally } from './tally'

/** What is asked for. */
export interface Request {
  files: readonly string[]
  format: Format | undefined
  charset: string
  textColumn: string | undefined
  phoneColumn: string | undefined
  rates: Rates | undefined
  correctPhones: boolean
  output: string | undefined
  options: TextOptions
}

/** Where something stands. Lines count from 1. */
export interface Place {
  file: string
  line: number
}

/** What a campaign comes to. */
export interface Estimate {
  tally: Tally
  /** Of each of the costliest messages, its place. */
  places: Place[]
  badRows: number
  /** The first of them. */
  named: (Place & { reason: string })[]
}

/** Octets under way, beyond which no more are read: blocks are larger where rows are. */
const UNDER_WAY = 1 << 22

/** What a line that is passed over comes to. */
const TOO_LONG: Answer = {
  lines: 1,
  bad: [{ line: 0, reason: `a line of more than ${LARGEST >> 20} MB` }],
  badRows: 1,
  output: undefined,
}

export async function estimate(request: Request, shell: Shell): Promise<Estimate> {
  const sources = await Promise.all(request.files.map((file) => sourceOf(file, shell)))
  const sizes = sources.map(({ size }) => size)
  const size = sizes.includes(undefined) ? undefined : sizes.reduce((total: number, next) => total + next!, 0)
  const buffers = buffersOf()
  const rooms = roomsOf()
  const { rates, correctPhones, options } = request
  const settings = { rates, correctPhones, options }
  const output = request.output === undefined ? undefined : await outputFile(request.output, shell)
  const pool = poolOf(settings, buffers.giveBack, shell.workerFile)
  const progress = progressOf(size, shell)
  const named: Estimate['named'] = []
  let badRows = 0
  /** Of each block: its file, and the line that it begins with. */
  const places: Place[] = []
  try {
    for (const source of sources) await readSource(source)
    const tally = await pool.finish()
    await output?.keep()
    return { tally, badRows, named, places: tally.costliest.map(({ block, line }) => placed(places[block]!, line)) }
  } catch (error) {
    await output?.discard()
    throw error
  } finally {
    progress.stop()
    pool.stop()
  }

  /** Blocks are counted side by side, and answered in order. */
  async function readSource(source: Source): Promise<void> {
    const reader = readerOf(source.name, { ...request, charset: charsetOf(request.charset) })
    const underWay: Promise<void>[] = []
    let octetsUnderWay = 0
    let line = 1
    let head: Head | undefined
    const chunks = octetsOf(source.name, source.chunks(progress.read), request.charset)
    for await (const block of blocksOf(chunks, reader.border, buffers, reader.largest)) {
      const begin = head ? 0 : (await begun(bufferOf(block.octets, block.end))).octets
      await enqueue(block, begin)
    }
    if (!head) await begun(Buffer.alloc(0))
    while (underWay.length > 0) await underWay.shift()

    async function begun(first: Buffer): Promise<Head> {
      head = reader.head(first)
      line += head.lines
      if (head.written !== '') await output?.write(head.written)
      return head
    }

    async function enqueue(block: Block, begin: number): Promise<void> {
      const { octets, end, isCut } = block
      const number = places.push({ file: source.name, line: 0 }) - 1
      const layout = reader.layout(isCut)
      const room = output && block !== LONG_LINE ? rooms.take() : undefined
      const counted = block === LONG_LINE ? TOO_LONG : pool.count({ octets, begin, end, number, layout, room })
      const before = underWay.at(-1)
      const { length } = octets // it is gone when the octets are
      const ended = () => {
        octetsUnderWay -= length
      }
      underWay.push(settle(number, counted, before).finally(ended))
      underWay.at(-1)!.catch(() => {}) // it is awaited in its turn
      octetsUnderWay += length
      while (underWay.length > pool.size || (octetsUnderWay > UNDER_WAY && underWay.length > 0)) await underWay.shift()
    }

    async function settle(number: number, counted: Promise<Answer> | Answer, before: Promise<void> | undefined) {
      const [{ lines, bad, badRows: more, output: rows }] = await Promise.all([counted, before])
      places[number]!.line = line
      for (const { line: at, reason } of bad.slice(0, NAMED - named.length)) {
        named.push({ ...placed(places[number]!, at), reason })
      }
      badRows += more
      line += lines
      if (rows === undefined) return
      await (output as OutputFile).write(rows)
      rooms.giveBack(rows)
    }
  }
}

function placed({ file, line }: Place, offset: number): Place {
  return { file, line: line + offset }
}
