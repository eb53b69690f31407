const PREAMBLE = 8
const DATA_SECTION = 11

/**
 * Lays the tables of a wasm file into `memory`, as its instantiation would: the active segments of the data section
 * (WebAssembly core specification 5.5.14), each an `i32.const` offset and its octets.
 */
export function fillMemory(memory: Uint8Array, wasm: Uint8Array): void {
  let at = PREAMBLE
  while (at < wasm.length) {
    const id = wasm[at++]
    const end = number() + at
    if (id !== DATA_SECTION) {
      at = end
      continue
    }
    for (let segments = number(); segments > 0; segments--) {
      at += 2 // flags 0, i32.const
      const offset = number()
      at += 1 // end of the expression
      const length = number()
      memory.set(wasm.subarray(at, at + length), offset)
      at += length
    }
  }

  /** LEB128, of numbers below 2 ** 28 that are not negative. */
  function number(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const octet = wasm[at++]!
      value |= (octet & 0x7f) << shift
      if (octet < 0x80) return value
    }
  }
}
