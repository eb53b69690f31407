import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { main } from 'assemblyscript/asc'
import { expect, test } from 'vitest'

/**
 * The vector test of UTF-8 alone. Where it finds a fault that is none, countUtf8 is still right, by the slow way: only here does it
 * show.
 */
const { memory, faultsAt } = await compile(`
  import { findFaults } from './assembly/utf8/validity'
  export function faultsAt(at: usize): i32 { return i8x16.bitmask(i8x16.ne(findFaults(at), i8x16.splat(0))) }
`)
const octets = new Uint8Array(memory.buffer)
/** After the tables. */
const AT = 0x8000

interface Exports {
  memory: WebAssembly.Memory
  faultsAt(at: number): number
}

async function compile(entry: string): Promise<Exports> {
  let module: WebAssembly.Module | undefined
  const { error, stderr } = await main(['entry.ts', '--runtime', 'stub', '--enable', 'simd', '-o', 'out.wasm'], {
    readFile: (name) => {
      if (name === 'entry.ts') return entry
      const path = fileURLToPath(new URL(`../../${name}`, import.meta.url))
      return name.startsWith('assembly/') && existsSync(path) ? readFileSync(path, 'utf8') : null
    },
    writeFile: (_name, contents) => {
      module = new WebAssembly.Module(contents as Uint8Array<ArrayBuffer>)
    },
    listFiles: () => [],
  })
  if (error || !module) throw new Error(`${error?.message} ${stderr}`)
  return new WebAssembly.Instance(module, {}).exports as unknown as Exports
}

/** Whether a fault shows in the sixteen octets of `block`, with ASCII around it. */
function isFaulty(block: readonly number[] | Uint8Array): boolean {
  octets.fill(0x20, AT - 16, AT + 32)
  octets.set(block, AT)
  return faultsAt(AT) !== 0
}

function isMalformed(block: readonly number[] | Uint8Array): boolean {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from([...block, 0x20])).includes('\ufffd')
}

test('no pair of ASCII octets is a fault', () => {
  const pairs = Array.from({ length: 0x4000 }, (_, pair) => [pair >> 7, pair & 0x7f])
  expect(pairs.filter(isFaulty)).toEqual([])
})

test('every other pair is one exactly where it is malformed', () => {
  const pairs = Array.from({ length: 0x10000 }, (_, pair) => [pair >> 8, pair & 0xff])
  expect(pairs.filter((pair) => isFaulty(pair) !== isMalformed(pair))).toEqual([])
})

test('no character is a fault, of the 1,112,064 there are at steps of 97', () => {
  const characters: number[] = []
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 97) {
    if (codePoint < 0xd800 || codePoint > 0xdfff) characters.push(codePoint)
  }
  const encoder = new TextEncoder()
  expect(characters.filter((codePoint) => isFaulty(encoder.encode(String.fromCodePoint(codePoint))))).toEqual([])
})
