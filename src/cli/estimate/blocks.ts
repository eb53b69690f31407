import { Failure } from '../failure'

/**
 * Octets of a block: large enough to be worth the way to a worker, small enough for many in memory. Rows of CSV are objects
 * by the dozen: with blocks of 1 MB a run took 235 MB, with these 165 and no longer (Node 20, two workers).
 */
export const BLOCK = 1 << 17

/** A row may make a block larger, up to this. */
export const LARGEST = 16 << 20

const LINE_FEED = 0x0a

/** Whole rows: the octets from 0 to `end`. */
export interface Block {
  octets: Uint8Array<ArrayBuffer>
  end: number
}

/** Buffers that are used again: to allocate one a block would be the largest part of reading. */
export interface Buffers {
  take(): Uint8Array<ArrayBuffer>
  giveBack(octets: Uint8Array<ArrayBuffer>): void
}

export function buffersOf(): Buffers {
  const free: Uint8Array<ArrayBuffer>[] = []
  return {
    take: () => free.pop() ?? new Uint8Array(BLOCK),
    giveBack(octets) {
      if (octets.length === BLOCK) free.push(octets)
    },
  }
}

/**
 * Cuts a stream into blocks of whole rows. `border` answers where the last whole row of some octets ends, 0 where none
 * does. A row longer than `largest` is cut at a line end in it; a line longer than LARGEST fails.
 */
export async function* blocksOf(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  border: (octets: Buffer) => number,
  buffers: Buffers,
  largest: number,
): AsyncGenerator<Block> {
  let octets = buffers.take()
  let end = 0
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; ) {
      const copied = Math.min(chunk.length - from, octets.length - end)
      octets.set(chunk.subarray(from, from + copied), end)
      from += copied
      end += copied
      if (end < octets.length) continue
      const cut = border(bufferOf(octets, end)) || lastResort(file, octets, largest)
      const rest = octets.subarray(cut, end)
      const next = cut > 0 && rest.length < BLOCK ? buffers.take() : new Uint8Array(2 * octets.length)
      next.set(rest)
      end = rest.length
      if (cut > 0) yield { octets, end: cut }
      octets = next
    }
  }
  if (end > 0) yield { octets, end }
}

/** The last line end, where a row is as long as may be; else 0, to make room for more. */
function lastResort(file: string, octets: Uint8Array<ArrayBuffer>, largest: number): number {
  if (octets.length < largest) return 0
  const cut = octets.lastIndexOf(LINE_FEED) + 1
  if (cut > 0 || octets.length < LARGEST) return cut
  throw new Failure(`${file}: a line of more than ${LARGEST >> 20} MB`)
}

export function bufferOf(octets: Uint8Array<ArrayBuffer>, end: number): Buffer {
  return Buffer.from(octets.buffer, 0, end)
}

export function lineBorder(octets: Buffer): number {
  return octets.lastIndexOf(LINE_FEED) + 1
}
