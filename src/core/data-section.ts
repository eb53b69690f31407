// The data section of a wasm file (WebAssembly core specification 5.5.14), which has the tables of a core; and a core as the library
// carries it.
const PREAMBLE = 8
const DATA_SECTION = 11

/**
 * Writes the tables of a wasm file to `memory`, as its instantiation would do it: the active segments of the data section, each an
 * offset (`i32.const`) and its octets.
 */
export function fillMemory(memory: Uint8Array, wasm: Uint8Array): void {
  const data = findData(wasm)
  if (data.length === 0) return
  const numbers = createNumberReader(data, 0)
  for (let segments = numbers.next(); segments > 0; segments--) {
    numbers.at += 2 // flags 0, i32.const
    const offset = numbers.next()
    numbers.at += 1 // end of the expression
    const length = numbers.next()
    memory.set(data.subarray(numbers.at, numbers.at + length), offset)
    numbers.at += length
  }
}

/** Whether a wasm file has more than tables. */
export function hasCode(wasm: Uint8Array): boolean {
  return wasm[PREAMBLE] !== DATA_SECTION
}

/**
 * The byte shuffle of a data section: first the octets at even places, then those at odd places. The data are 16-bit
 * units, and many of their high octets are alike. So gzip makes the result a fifth smaller.
 */
function shuffle(wasm: Uint8Array): Uint8Array {
  const octets = new Uint8Array(wasm)
  const data = findData(octets)
  const half = (data.length + 1) >> 1
  findData(wasm).forEach((octet, at) => {
    data[(at >> 1) + (at & 1) * half] = octet
  })
  return octets
}

/** Undoes the byte shuffle, in place. */
function unshuffle<Octets extends Uint8Array>(wasm: Octets): Octets {
  const data = findData(wasm)
  const halves = data.slice()
  const { length } = data
  let from = 0
  // The loops do as little as possible: where this runs, V8 has compiled nothing yet.
  for (let at = 0; at < length; at += 2) data[at] = halves[from++]!
  for (let at = 1; at < length; at += 2) data[at] = halves[from++]!
  return wasm
}

/** A wasm file as the library carries it: shuffled, in hexadecimal digits. In base64, gzip would find no repetitions. */
export function writeCarried(wasm: Uint8Array): string {
  let digits = ''
  for (const octet of shuffle(wasm)) digits += octet.toString(16).padStart(2, '0')
  return digits
}

/** The wasm file that `writeCarried` has written. */
export function readCarried(digits: string): Uint8Array<ArrayBuffer> {
  return unshuffle(readHex(digits))
}

/** Uint8Array of ES2026; browsers have it since 2025. */
interface FromHex {
  fromHex(digits: string): Uint8Array<ArrayBuffer>
}

/**
 * Reads digits by the decoder of the runtime, where there is one. In a fresh process, where nothing is compiled yet, it
 * takes 0.1 ms for the text family, and a loop takes 3 ms (Node 20).
 */
function readHex(digits: string): Uint8Array<ArrayBuffer> {
  if (Object.hasOwn(Uint8Array, 'fromHex')) return (Uint8Array as unknown as FromHex).fromHex(digits)
  const buffer = globalThis.Buffer?.from(digits, 'hex')
  if (buffer !== undefined) return new Uint8Array(buffer)
  const octets = new Uint8Array(digits.length >> 1)
  // No function is called here, for the same reason. 0 to 9 are 0011dddd; a to f are 01100ddd, and their value is ddd +
  // 9.
  for (let at = 0, from = 0; at < octets.length; at++) {
    const high = digits.charCodeAt(from++)
    const low = digits.charCodeAt(from++)
    octets[at] = (((high & 15) + 9 * (high >> 6)) << 4) | ((low & 15) + 9 * (low >> 6))
  }
  return octets
}

/** The content of the data section; empty where there is none. */
function findData(wasm: Uint8Array): Uint8Array {
  const numbers = createNumberReader(wasm, PREAMBLE)
  while (numbers.at < wasm.length) {
    const id = wasm[numbers.at++]
    const end = numbers.next() + numbers.at
    if (id === DATA_SECTION) return wasm.subarray(numbers.at, end)
    numbers.at = end
  }
  return wasm.subarray(wasm.length)
}

/** Reads LEB128 from `at` on: numbers from 0 to 2 ** 28 - 1. */
function createNumberReader(octets: Uint8Array, at: number): { at: number; next(): number } {
  return {
    at,
    next() {
      let value = 0
      for (let shift = 0; ; shift += 7) {
        const octet = octets[this.at++]!
        value |= (octet & 0x7f) << shift
        if (!(octet >= 0x80)) return value
      }
    },
  }
}
