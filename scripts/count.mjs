// Builds the small core of `septet/count` from the sources of the whole core. Writes build/count.js, with its types:
// the wasm, its JavaScript build, the alphabet, and constants for what a caller would ask the whole core.
import { readFileSync, writeFileSync } from 'node:fs'
import binaryen from 'binaryen'
import { asc, asFactory, wasm2js, withoutData } from './toolchain.mjs'

const ADDRESSES = ['WINDOW', 'TEXT', 'CUTS', 'ALPHABET', 'ENCODER']
const TABLE_UNITS = 128
const DECLARATIONS = `export declare const alphabet: string
export declare const capacities: Record<8 | 16, [gsm7: [single: number, multi: number], ucs2: [single: number, multi: number]]>
export declare const binary: string
export declare function instantiate(): unknown
`

export async function buildCount() {
  await asc('asconfig.count.json', 'count')
  const compiled = readFileSync('build/count.wasm')
  const exported = new WebAssembly.Instance(new WebAssembly.Module(compiled)).exports
  const constants = {
    ...Object.fromEntries(ADDRESSES.map((name) => [name, exported[name].value])),
    alphabet: alphabetOf(exported),
    capacities: { 8: capacities(exported, 8), 16: capacities(exported, 16) },
  }
  const wasm = trimmed(compiled, Object.keys(exported), ['derive', 'cutGsm7', 'memory'])
  writeFileSync('build/count.wasm', wasm)
  writeFileSync(
    'build/count.js',
    [
      ...Object.entries(constants).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`),
      // In hex, because gzip finds no repetitions in base64.
      `export const binary = '${Buffer.from(wasm).toString('hex')}'`,
      asFactory(wasm2js('build/count.wasm', '-Oz')),
    ].join('\n'),
  )
  writeFileSync(
    'build/count.d.ts',
    `${ADDRESSES.map((name) => `export declare const ${name}: number\n`).join('')}${DECLARATIONS}`,
  )
}

/** The main table, then the characters of the extension table without gaps: counting does not need their codes. */
function alphabetOf({ memory, ALPHABET }) {
  const units = String.fromCharCode(...new Uint16Array(memory.buffer, ALPHABET.value, 2 * TABLE_UNITS))
  return units.slice(0, TABLE_UNITS) + units.slice(TABLE_UNITS).replaceAll('\0', '')
}

function capacities({ headerOctets, capacityGsm7, capacityUcs2 }, referenceBits) {
  const header = headerOctets(0, referenceBits)
  return [capacityGsm7, capacityUcs2].map((capacity) => [capacity(0), capacity(header)])
}

/** The module without what became a constant. */
function trimmed(compiled, names, kept) {
  const module = binaryen.readBinary(withoutData(compiled))
  for (const name of names) if (!kept.includes(name)) module.removeExport(name)
  binaryen.setOptimizeLevel(3)
  binaryen.setShrinkLevel(2)
  module.optimize()
  return module.emitBinary()
}
