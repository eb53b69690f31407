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

/**
 * Cuts a stream into blocks of whole rows. `findBorder` returns where the last whole row of some octets ends, or 0 if
 * no row ends. A row longer than `largest` is cut at a line end in it. A line longer than LARGEST becomes a LONG_LINE.
 */
export async function* cutBlocks(
  chunks: AsyncIterable<Uint8Array>,
  findBorder: (octets: Buffer) => number,
  buffers: Buffers,
  largest: number,
): AsyncGenerator<Block> {
  let octets = buffers.take(0)
  let end = 0
  let isLong = false
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; ) {
      if (isLong) {
        const feed = chunk.indexOf(LINE_FEED, from)
        if (feed < 0) break
        yield LONG_LINE
        isLong = false
        from = feed + 1
        continue
      }
      const copied = Math.min(chunk.length - from, octets.length - end)
      octets.set(chunk.subarray(from, from + copied), end)
      from += copied
      end += copied
      if (end < octets.length) continue
      const whole = findBorder(createBlockView(octets, end))
      const cut = whole || findLastLineEnd(octets, largest)
      if (cut === 0 && octets.length >= LARGEST) {
        isLong = true
        octets = buffers.take(0)
        end = 0
        continue
      }
      const rest = octets.subarray(cut, end)
      const next = buffers.take(rest.length)
      next.set(rest)
      end = rest.length
      if (cut > 0) yield { octets, end: cut, isCut: whole === 0 }
      else buffers.giveBack(octets)
      octets = next
    }
  }
  if (isLong) yield LONG_LINE
  if (end > 0) yield { octets, end, isCut: false }
}

/** Finds the last line end, if the row is at its largest; else returns 0, to read more. */
function findLastLineEnd(octets: Uint8Array<ArrayBuffer>, largest: number): number {
  return octets.length < largest ? 0 : octets.lastIndexOf(LINE_FEED) + 1
}

export function createBlockView(octets: Uint8Array<ArrayBuffer>, end: number): Buffer {
  return Buffer.from(octets.buffer, 0, end)
}

export function findLineBorder(octets: Buffer): number {
  return octets.lastIndexOf(LINE_FEED) + 1
}
