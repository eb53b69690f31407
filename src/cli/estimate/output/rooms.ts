/** Octets of the room that rows are first written into. */
const FIRST = 1 << 18

/** Of the largest room that is kept. */
const KEPT = 1 << 23

/** Memory for rows that are written again. It goes to a worker with its block, and comes back with the rows. */
export interface Rooms {
  take(): Uint8Array<ArrayBuffer>
  /** The memory that some rows are in, which are done with. */
  giveBack(rows: Uint8Array<ArrayBuffer>): void
}

export function createRooms(): Rooms {
  const free: Uint8Array<ArrayBuffer>[] = []
  return {
    take: () => free.pop() ?? new Uint8Array(FIRST),
    giveBack({ buffer }) {
      if (buffer.byteLength <= KEPT) free.push(new Uint8Array(buffer))
    },
  }
}
