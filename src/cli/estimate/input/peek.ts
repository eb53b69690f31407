/** A stream whose first octets are known: as many as were asked for, or all there are. */
export interface Peeked {
  first: Buffer
  /** Whether there is nothing after them. */
  isAll: boolean
  /** All of it, the first octets too. */
  whole: AsyncIterable<Uint8Array>
  /** Gives the stream up, where nobody reads on. */
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
      begin.push(new Uint8Array(value)) // the next may stand in its place
      length += value.length
    }
  }
  const first = Buffer.concat(begin)
  const whole = joined(first, { [Symbol.asyncIterator]: () => chunks })
  return { first, isAll, whole, close: async () => chunks.return?.() }
}

async function* joined(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first
  yield* rest
}
