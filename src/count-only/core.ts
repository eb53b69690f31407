import { ALPHABET, alphabet, binary, instantiate } from '../../build/count.js'

/** The functions of assembly/count.ts that the build keeps. */
interface Core {
  readonly memory: Memory
  cutGsm7(at: number, length: number, capacity: number, room: number): number
  derive(): void
}

interface Memory {
  readonly buffer: ArrayBuffer
}

let current: Core | undefined

/** The core, started at the first call: the wasm where a page may compile it, else the JavaScript build. */
export function getCore(): Core {
  current ??= start()
  return current
}

/** There is no self-test as in the whole library: browsers have had faults in SIMD, and this module uses no SIMD. */
function start(): Core {
  let started: Core
  try {
    const octets = Uint8Array.from(binary.match(/../g)!, (octet) => Number(`0x${octet}`))
    started = new WebAssembly.Instance(new WebAssembly.Module(octets)).exports as unknown as Core
  } catch {
    started = instantiate() as Core
  }
  copyIn(started.memory, ALPHABET, alphabet)
  started.derive()
  return started
}

/** Copies a text to `address`. */
export function copyIn({ buffer }: Memory, address: number, text: string): void {
  const target = new Uint16Array(buffer, address)
  for (let unit = 0; unit < text.length; unit++) target[unit] = text.charCodeAt(unit)
}
