/** A stream whose first octets are known: as many as were asked for, or all if there are fewer. */
export interface Peeked {
  first: Buffer
  /** Whether nothing follows them. */
  isAll: boolean
  /** The whole stream, with the first octets. */
  whole: AsyncIterable<Uint8Array>
  /** Closes the stream, if it is not read further. */
  close(): Promise<unknown>
}

export async function peek(stream: AsyncIterable<Uint8Array>, octets: number): Promise<Peeked> {
  const chunks = stream[Symbol.asyncIterator]()
  const begin: Uint8Array[] = []
  let isAll = false
  for (let length = 0; length < octets && !isAll; ) {
    const { done, value } = await chunks.next()
    if (done) isAll = true
    else {
      begin.push(new Uint8Array(value)) // a copy: the next chunk may use the same memory
      length += value.length
    }
  }
  const first = Buffer.concat(begin)
  return { first, isAll, whole: joinStreams(first, chunks), close: async () => chunks.return?.() }
}

/** The first octets, then the rest. Where reading ends at the first octets, `yield*` has not begun, and would not close the stream. */
async function* joinStreams(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (first.length > 0) yield first
    yield* { [Symbol.asyncIterator]: () => rest }
  } finally {
    await rest.return?.()
  }
}
