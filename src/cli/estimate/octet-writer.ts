const QUOTE = 0x22

/** Up to here a loop copies faster than the call takes (Node 20). */
const SHORT = 48

/** Puts octets one after the other into memory that it was given, and into larger memory where they do not fit. */
export class OctetWriter {
  /** The memory. What is after `end` is old. */
  octets: Buffer<ArrayBuffer>
  end = 0

  constructor(memory: Uint8Array<ArrayBuffer>) {
    this.octets = Buffer.from(memory.buffer, memory.byteOffset, memory.length)
  }

  /** What has been put. */
  get written(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.octets.buffer, this.octets.byteOffset, this.end)
  }

  /** Octets as they are, from `begin` to `end`. */
  copy(from: Buffer, begin: number, end: number): void {
    const size = end - begin
    this.#require(size)
    const to = this.octets
    let at = this.end
    if (size > SHORT) from.copy(to, at, begin, end)
    else for (let index = begin; index < end; index++) to[at++] = from[index]!
    this.end += size
  }

  /** The octets with each quote doubled. */
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

  /** The octets, in which all quotes are doubled, with single ones. */
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

  /** As UTF-8; a lone surrogate becomes U+FFFD. */
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
