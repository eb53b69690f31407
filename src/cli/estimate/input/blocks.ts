/**
 * Octets of a block: enough to be worth sending to a worker, and few enough to keep many in memory. With a quarter of
 * it, a run takes a fifth more CPU time (Node 20).
 */
export const BLOCK = 1 << 19

/** A block with a long row may be larger, up to this size. */
export const LARGEST = 16 << 20

/**
 * The most octets of a CSV row with line ends in it. In a longer row, a quote is not closed. It is more than any SMS
 * needs, and fits in memory.
 */
export const LARGEST_ROW = 1 << 20

const LINE_FEED = 0x0a

/** Whole rows: the octets from 0 to `end`. */
export interface Block {
  octets: Uint8Array<ArrayBuffer>
  end: number
  /** Whether its first row was too long and was cut. */
  isCut: boolean
}

/** Replaces a line longer than LARGEST, which is passed over. */
export const LONG_LINE: Block = { octets: new Uint8Array(0), end: 0, isCut: true }

/**
 * Buffers that are used again. A new buffer for each block would take most of the reading time, and Node frees them
 * late. The few buffers of the longest rows are not kept.
 */
export interface Buffers {
  /** Returns a buffer of more than `octets` octets: of BLOCK octets, or twice that, and so on. */
  take(octets: number): Uint8Array<ArrayBuffer>
  giveBack(octets: Uint8Array<ArrayBuffer>): void
}

/** Octets of the largest buffer that is kept. */
const KEPT = 1 << 22

export function createBuffers(): Buffers {
  const free = new Map<number, Uint8Array<ArrayBuffer>[]>()
  return {
    take(octets) {
      let size = BLOCK
      while (size <= octets) size *= 2
      return free.get(size)?.pop() ?? new Uint8Array(size)
    },
    giveBack(octets) {
      if (octets.length > KEPT) return
      const others = free.get(octets.length)
      if (others) others.push(octets)
      else free.set(octets.length, [octets])
    },
  }
}

/** Where the last whole row of some octets ends; 0 if no row ends. */
type FindBorder = (octets: Buffer) => number

/**
 * Cuts a stream into blocks of whole rows. A row longer than `largest` is cut at a line end in it. A line longer than
 * LARGEST becomes a LONG_LINE.
 */
export async function* cutBlocks(
  chunks: AsyncIterable<Uint8Array>,
  findBorder: FindBorder,
  buffers: Buffers,
  largest: number,
): AsyncGenerator<Block> {
  const cutter = new BlockCutter(findBorder, buffers, largest)
  for await (const chunk of chunks) yield* cutter.add(chunk)
  yield* cutter.finish()
}

/** Fills a buffer. When it is full, its whole rows are a block, and the rest begins the next buffer. */
class BlockCutter {
  readonly #findBorder: FindBorder
  readonly #buffers: Buffers
  readonly #largest: number
  #octets: Uint8Array<ArrayBuffer>
  #end = 0
  /** Whether a line is passed over. */
  #isLong = false

  constructor(findBorder: FindBorder, buffers: Buffers, largest: number) {
    this.#findBorder = findBorder
    this.#buffers = buffers
    this.#largest = largest
    this.#octets = buffers.take(0)
  }

  *add(chunk: Uint8Array): Generator<Block> {
    for (let from = 0; from < chunk.length; ) {
      if (this.#isLong) {
        from = this.#passOver(chunk, from)
        if (!this.#isLong) yield LONG_LINE
      } else {
        from = this.#fill(chunk, from)
        const block = this.#end === this.#octets.length ? this.#cut() : undefined
        if (block !== undefined) yield block
      }
    }
  }

  *finish(): Generator<Block> {
    if (this.#isLong) yield LONG_LINE
    if (this.#end > 0) yield { octets: this.#octets, end: this.#end, isCut: false }
  }

  /** Passes over octets of a long line. Returns where they end. */
  #passOver(chunk: Uint8Array, from: number): number {
    const feed = chunk.indexOf(LINE_FEED, from)
    if (feed < 0) return chunk.length
    this.#isLong = false
    return feed + 1
  }

  /** Copies octets into the buffer. Returns where those that have no room start. */
  #fill(chunk: Uint8Array, from: number): number {
    const copied = Math.min(chunk.length - from, this.#octets.length - this.#end)
    this.#octets.set(chunk.subarray(from, from + copied), this.#end)
    this.#end += copied
    return from + copied
  }

  /** Takes the whole rows out of the full buffer; undefined if there are none. */
  #cut(): Block | undefined {
    const octets = this.#octets
    const whole = this.#findBorder(createBlockView(octets, this.#end))
    const end = whole || this.#findLastLineEnd()
    this.#isLong = end === 0 && octets.length >= LARGEST
    const rest = octets.subarray(this.#isLong ? this.#end : end, this.#end)
    this.#octets = this.#buffers.take(rest.length)
    this.#octets.set(rest)
    this.#end = rest.length
    if (end > 0) return { octets, end, isCut: whole === 0 }
    this.#buffers.giveBack(octets)
    return undefined
  }

  /** Finds the last line end, if the row is at its largest; else returns 0, to read more. */
  #findLastLineEnd(): number {
    return this.#octets.length < this.#largest ? 0 : this.#octets.lastIndexOf(LINE_FEED) + 1
  }
}

export function createBlockView(octets: Uint8Array<ArrayBuffer>, end: number): Buffer {
  return Buffer.from(octets.buffer, 0, end)
}

export function findLineBorder(octets: Buffer): number {
  return octets.lastIndexOf(LINE_FEED) + 1
}
