// Writes build/count.js, with its types: what `septet/count` has of the core, as constants. These are the alphabet, and the capacities
// of segments. They are read from a core that is compiled for it.
import { readFileSync, writeFileSync } from 'node:fs'
import { asc } from './toolchain.mjs'

const TABLE_UNITS = 128
const DECLARATIONS = `export declare const alphabet: string
export declare const capacities: Record<8 | 16, [gsm7: [single: number, multi: number], ucs2: [single: number, multi: number]]>
`

export async function buildCount() {
  await asc('asconfig.count.json', 'count')
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync('build/count.wasm')))
  const constants = {
    alphabet: readAlphabet(exports),
    capacities: { 8: findCapacities(exports, 8), 16: findCapacities(exports, 16) },
  }
  const lines = Object.entries(constants).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}\n`)
  writeFileSync('build/count.js', lines.join(''))
  writeFileSync('build/count.d.ts', DECLARATIONS)
}

/** The main table, then the characters of the extension table without gaps: counting does not need their codes. */
function readAlphabet({ memory, MAIN_TABLE }) {
  const units = String.fromCharCode(...new Uint16Array(memory.buffer, MAIN_TABLE.value, 2 * TABLE_UNITS))
  return units.slice(0, TABLE_UNITS) + units.slice(TABLE_UNITS).replaceAll('\0', '')
}

function findCapacities({ headerOctets, capacityGsm7, capacityUcs2 }, referenceBits) {
  const header = headerOctets(0, referenceBits)
  return [capacityGsm7, capacityUcs2].map((capacity) => [capacity(0), capacity(header)])
}
