/** The first size of the memory that rows are written into, in octets. */
const FIRST = 1 << 18

/** The largest memory that is kept, in octets. */
const KEPT = 1 << 23

/** Memory for the rows of --output. It goes to a worker with a block, and comes back with the rows. */
export interface Rooms {
  take(): Uint8Array<ArrayBuffer>
  /** Takes back the memory of rows that were written. */
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
