const QUOTE = 0x22

/** Up to this many octets, a loop copies faster than a call (Node 20). */
const SHORT = 48

/** Writes octets one after the other into given memory, and into larger memory if they do not fit. */
export class OctetWriter {
  /** The memory. Octets after `end` are not valid. */
  octets: Buffer<ArrayBuffer>
  end = 0

  constructor(memory: Uint8Array<ArrayBuffer>) {
    this.octets = Buffer.from(memory.buffer, memory.byteOffset, memory.length)
  }

  /** The octets that were written. */
  get written(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.octets.buffer, this.octets.byteOffset, this.end)
  }

  /** Writes octets from `begin` to `end`. */
  copy(from: Buffer, begin: number, end: number): void {
    const size = end - begin
    this.#require(size)
    const to = this.octets
    let at = this.end
    if (size > SHORT) from.copy(to, at, begin, end)
    else for (let index = begin; index < end; index++) to[at++] = from[index]!
    this.end += size
  }

  /** Writes octets, with each quote doubled. */
  copyDoubling(from: Buffer, begin: number, end: number): void {
    this.#require(2 * (end - begin))
    const to = this.octets
    let at = this.end
    for (let index = begin; index < end; index++) {
      const octet = from[index]!
      if (octet === QUOTE) to[at++] = QUOTE
      to[at++] = octet
    }
    this.end = at
  }

  /** Writes octets whose quotes are doubled, with single quotes. */
  copyHalving(from: Buffer, begin: number, end: number): void {
    this.#require(end - begin)
    const to = this.octets
    let at = this.end
    for (let index = begin; index < end; index++) {
      const octet = from[index]!
      to[at++] = octet
      if (octet === QUOTE) index++
    }
    this.end = at
  }

  ascii(text: string): void {
    const { length } = text
    this.#require(length)
    const to = this.octets
    let at = this.end
    for (let index = 0; index < length; index++) to[at++] = text.charCodeAt(index)
    this.end = at
  }

  /** Writes a string as UTF-8. A lone surrogate becomes U+FFFD. */
  text(text: string): void {
    this.#require(3 * text.length)
    this.end += this.octets.write(text, this.end)
  }

  #require(more: number): void {
    const needed = this.end + more
    let size = this.octets.length
    if (needed <= size) return
    while (size < needed) size *= 2
    const octets = Buffer.from(new ArrayBuffer(size))
    octets.set(this.octets.subarray(0, this.end))
    this.octets = octets
  }
}
