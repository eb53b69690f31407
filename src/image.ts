const PREAMBLE = 8
const DATA_SECTION = 11

/** `Uint8Array.fromHex` of ECMAScript 2026, where the runtime has it. */
interface Native {
  fromHex?(digits: string): Uint8Array<ArrayBuffer>
}

/**
 * The octets of the wasm file, which the build writes in hexadecimal. By the runtime's own decoder, since the loop takes 2 ms
 * in a fresh page; not every runtime has one (Hermes).
 */
export function octetsOf(digits: string): Uint8Array<ArrayBuffer> {
  if (globalThis.Buffer) return Uint8Array.from(globalThis.Buffer.from(digits, 'hex'))
  const native = (Uint8Array as Native).fromHex?.(digits)
  if (native) return native
  const octets = new Uint8Array(digits.length / 2)
  for (let at = 0; at < octets.length; at++) octets[at] = Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16)
  return octets
}

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
