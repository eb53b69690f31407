/**
 * The most rows of a batch. Rows are objects and places in columns: of a block of the shortest rows at once they took more
 * memory than all else, and their columns are array buffers, which Node gives back by the 32 MB a thread unless there are
 * objects beside them.
 */
export const ROWS = 1024

/** Octets that rows are made of at once; one that is longer makes it more. */
const PIECE = 1 << 15

const LINE_FEED = 0x0a

/** A block in pieces of whole rows, few enough to be objects all at once. `border`: see `blocksOf`. */
export function* piecesOf(block: Buffer, border: (octets: Buffer) => number): Generator<Buffer> {
  for (let begin = 0; begin < block.length; ) {
    let size = octetsOfLines(block, begin)
    let end = 0
    for (; end === 0; size *= 2) {
      const octets = block.subarray(begin, begin + size)
      end = begin + size >= block.length ? octets.length : border(octets)
    }
    yield block.subarray(begin, begin + end)
    begin += end
  }
}

/** So many as ROWS lines have, from `begin` on, or PIECE. */
function octetsOfLines(block: Buffer, begin: number): number {
  let end = begin
  for (let line = 0; line < ROWS && end < begin + PIECE; line++) {
    const feed = block.indexOf(LINE_FEED, end)
    if (feed < 0 || feed >= begin + PIECE) return PIECE
    end = feed + 1
  }
  return end - begin
}
