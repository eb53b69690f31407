// The data section of a wasm file (WebAssembly core specification 5.5.14): the tables of a core.
const PREAMBLE = 8
const DATA_SECTION = 11

/**
 * Lays the tables of a wasm file into `memory`, as its instantiation would: the active segments of the data section, each an
 * `i32.const` offset and its octets.
 */
export function fillMemory(memory: Uint8Array, wasm: Uint8Array): void {
  const data = dataOf(wasm)
  if (data.length === 0) return
  const numbers = numbersOf(data, 0)
  for (let segments = numbers.next(); segments > 0; segments--) {
    numbers.at += 2 // flags 0, i32.const
    const offset = numbers.next()
    numbers.at += 1 // end of the expression
    const length = numbers.next()
    memory.set(data.subarray(numbers.at, numbers.at + length), offset)
    numbers.at += length
  }
}

/**
 * The byte shuffle: of the data of a wasm file, every other octet first. They are 16-bit units, of whose high octets many are
 * alike: gzip makes them a fifth smaller so.
 */
function shuffle(wasm: Uint8Array): Uint8Array {
  const octets = new Uint8Array(wasm)
  const data = dataOf(octets)
  const half = (data.length + 1) >> 1
  dataOf(wasm).forEach((octet, at) => {
    data[(at >> 1) + (at & 1) * half] = octet
  })
  return octets
}

/** The same octets, in place, as they were. */
function unshuffle<Octets extends Uint8Array>(wasm: Octets): Octets {
  const data = dataOf(wasm)
  const halves = data.slice()
  const { length } = data
  let from = 0
  // As little as can be in the loops: nothing is compiled yet where this runs.
  for (let at = 0; at < length; at += 2) data[at] = halves[from++]!
  for (let at = 1; at < length; at += 2) data[at] = halves[from++]!
  return wasm
}

/** A wasm file as the library carries it: shuffled, in hexadecimal digits. In base64 gzip would find no repetitions. */
export function writeCarried(wasm: Uint8Array): string {
  let digits = ''
  for (const octet of shuffle(wasm)) digits += octet.toString(16).padStart(2, '0')
  return digits
}

/** The wasm file of what `writeCarried` has written. */
export function readCarried(digits: string): Uint8Array<ArrayBuffer> {
  return unshuffle(readHex(digits))
}

/** ES2026, and in browsers since 2025. */
interface FromHex {
  fromHex(digits: string): Uint8Array<ArrayBuffer>
}

/**
 * By the runtime's own decoder where there is one: 0.1 ms for the text family in a fresh process, where nothing is compiled yet and
 * a loop takes 3 ms (Node 20).
 */
function readHex(digits: string): Uint8Array<ArrayBuffer> {
  if (Object.hasOwn(Uint8Array, 'fromHex')) return (Uint8Array as unknown as FromHex).fromHex(digits)
  const buffer = globalThis.Buffer?.from(digits, 'hex')
  if (buffer !== undefined) return new Uint8Array(buffer)
  const octets = new Uint8Array(digits.length >> 1)
  // Without a call, for the same reason. Of lower-case digits, those of ASCII have bit 6 clear, and letters are 9 more.
  for (let at = 0, from = 0; at < octets.length; at++) {
    const high = digits.charCodeAt(from++)
    const low = digits.charCodeAt(from++)
    octets[at] = (((high & 15) + 9 * (high >> 6)) << 4) | ((low & 15) + 9 * (low >> 6))
  }
  return octets
}

/** What the data section holds; nothing where there is none. */
function dataOf(wasm: Uint8Array): Uint8Array {
  const numbers = numbersOf(wasm, PREAMBLE)
  while (numbers.at < wasm.length) {
    const id = wasm[numbers.at++]
    const end = numbers.next() + numbers.at
    if (id === DATA_SECTION) return wasm.subarray(numbers.at, end)
    numbers.at = end
  }
  return wasm.subarray(wasm.length)
}

/** LEB128 from `at` on, of numbers below 2 ** 28 that are not negative. */
function numbersOf(octets: Uint8Array, at: number): { at: number; next(): number } {
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
