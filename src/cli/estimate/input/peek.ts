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
  const whole = joinStreams(first, { [Symbol.asyncIterator]: () => chunks })
  return { first, isAll, whole, close: async () => chunks.return?.() }
}

async function* joinStreams(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first
  yield* rest
}
