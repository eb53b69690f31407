import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import manifest from '../../package.json'
import { PRODUCTS, SETS, STEPS } from '../../scripts/products.mjs'
import { digest, isFresh, writeStamp } from '../../scripts/stamps.mjs'

const PRODUCT = { step: 'cores', inputs: ['assembly', 'asconfig.json'], outputs: ['build/a.wasm', 'build/a.js'] }

describe('a product is made again', () => {
  let root: string
  const write = (path: string, content: string) => writeFileSync(join(root, path), content)
  const isMade = () => isFresh(root, 'a', PRODUCT)

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'septet-'))
    for (const folder of ['assembly', 'assembly/language', 'build']) mkdirSync(join(root, folder))
    for (const path of ['assembly/language/hindi.ts', 'asconfig.json', ...PRODUCT.outputs]) write(path, path)
    writeStamp(root, 'a', digest(root, PRODUCT.inputs))
  })

  afterEach(() => rmSync(root, { recursive: true }))

  test('not while all is as it was', () => {
    expect(isMade()).toBe(true)
  })

  test('where its making was broken off, however much of it is there', () => {
    rmSync(join(root, 'build/stamps'), { recursive: true })
    expect(isMade()).toBe(false)
  })

  test.each(PRODUCT.outputs)('where %s is missing', (path) => {
    rmSync(join(root, path))
    expect(isMade()).toBe(false)
  })

  test.each(['assembly/language/hindi.ts', 'asconfig.json'])('where %s has changed', (path) => {
    write(path, 'something else')
    expect(isMade()).toBe(false)
  })

  test('where a file has come, gone or moved', () => {
    write('assembly/tamil.ts', '')
    expect(isMade()).toBe(false)
    rmSync(join(root, 'assembly/tamil.ts'))
    expect(isMade()).toBe(true)
    rmSync(join(root, 'assembly/language/hindi.ts'))
    write('assembly/hindi.ts', 'assembly/language/hindi.ts')
    expect(isMade()).toBe(false)
  })
})

describe('the products', () => {
  test('are each made by a step', () => {
    for (const { step } of Object.values(PRODUCTS)) expect(STEPS.flat()).toContain(step)
  })

  test('are all that the manifest names', () => {
    const named = JSON.stringify([manifest.exports, manifest.bin, manifest.main, manifest.types]).match(
      /dist\/[\w.]+/g,
    )!
    const written = SETS.whole.flatMap((name) => PRODUCTS[name]!.outputs)
    // A pattern names a folder.
    const isWritten = (path: string) => written.some((one) => one === path || one.startsWith(`${path}/`))
    expect(named.filter((path) => !isWritten(path))).toEqual([])
  })

  test('come with what they are bundled from', () => {
    expect(SETS.command).toEqual(expect.arrayContaining(['text', 'bulk', 'push', 'hex', 'index', 'cli']))
  })
})
