/** Octets of the room that rows are first written into. */
const FIRST = 1 << 18

/** Of the largest room that is kept. */
const KEPT = 1 << 23

/** Memory for rows that are written again. It goes to a worker with its block, and comes back with the rows. */
export interface Rooms {
  take(): Uint8Array<ArrayBuffer>
  /** The memory that some rows stand in, which are done with. */
  giveBack(rows: Uint8Array<ArrayBuffer>): void
}

export function roomsOf(): Rooms {
  const free: Uint8Array<ArrayBuffer>[] = []
  return {
    take: () => free.pop() ?? new Uint8Array(FIRST),
    giveBack({ buffer }) {
      if (buffer.byteLength <= KEPT) free.push(new Uint8Array(buffer))
    },
  }
}

/** Rows as they are to be written: text, or a character an octet. */
export interface Written {
  readonly rows: string
  readonly encoding: 'utf8' | 'latin1'
}

/** Puts rows behind the first `end` octets of a room; of a larger one, where they do not fit. Answers all that it holds then. */
export function appended(
  room: Uint8Array<ArrayBuffer>,
  end: number,
  { rows, encoding }: Written,
): { room: Uint8Array<ArrayBuffer>; end: number } {
  const needed = end + Buffer.byteLength(rows, encoding)
  let size = room.length
  while (size < needed) size *= 2
  const enough = size === room.length ? room : new Uint8Array(size)
  if (enough !== room) enough.set(room.subarray(0, end))
  Buffer.from(enough.buffer).write(rows, end, encoding)
  return { room: enough, end: needed }
}
