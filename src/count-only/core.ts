import { ALPHABET, alphabet, binary, ENCODER, instantiate } from '../../build/count.js'

/** The exports of assembly/count.ts that are left when it is built. */
interface Core {
  readonly memory: Memory
  cutGsm7(at: number, length: number, capacity: number, room: number): number
  derive(): void
}

interface Memory {
  readonly buffer: ArrayBuffer
}

/** The core, and a view of its table: an octet for each unit, 0 outside GSM-7, with bit 80 set where it takes two septets. */
interface Engine {
  readonly core: Core
  readonly encoder: Uint8Array
}

let current: Engine | undefined

/** The engine, started at the first call: the wasm where it may be compiled, else the JavaScript build. */
export function engine(): Engine {
  current ??= start()
  return current
}

/** No self-test as the whole library has: what browsers get wrong is SIMD, and this module has none. */
function start(): Engine {
  let core: Core
  try {
    const octets = Uint8Array.from(binary.match(/../g)!, (octet) => Number(`0x${octet}`))
    core = new WebAssembly.Instance(new WebAssembly.Module(octets)).exports as unknown as Core
  } catch {
    core = instantiate() as Core
  }
  copyIn(core.memory, ALPHABET, alphabet)
  core.derive()
  return { core, encoder: new Uint8Array(core.memory.buffer, ENCODER, 65536) }
}

/** Copies a text to `address`. */
export function copyIn({ buffer }: Memory, address: number, text: string): void {
  const target = new Uint16Array(buffer, address)
  for (let unit = 0; unit < text.length; unit++) target[unit] = text.charCodeAt(unit)
}
