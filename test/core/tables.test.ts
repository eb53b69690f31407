import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { main } from 'assemblyscript/asc'
import { describe, expect, it } from 'vitest'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

/** The table files alone, compiled as they stand: their addresses, their memory and the functions that search them. */
const tables = await compile(`
  export { LAST_LANGUAGE, lockingTable, singleShiftTable, isDecodeOnly } from './assembly/language'
  export { findOutput, measureOutput, followsCase, compose } from './assembly/rewriting/transliteration-tables'
  export { isCapital } from './assembly/rewriting/letters'
  export { findLookAlike, measureLookAlike, readLookAlikeUnit } from './assembly/rewriting/look-alikes'
`)
const octets = new Uint8Array(tables.memory.buffer)

interface Tables {
  memory: WebAssembly.Memory
  LAST_LANGUAGE: WebAssembly.Global<'i32'>
  lockingTable(language: number): number
  singleShiftTable(language: number): number
  isDecodeOnly(language: number, code: number): number
  findOutput(scheme: number, unit: number): number
  measureOutput(characters: number): number
  followsCase(scheme: number): number
  compose(letter: number, mark: number): number
  isCapital(unit: number): number
  findLookAlike(unit: number): number
  measureLookAlike(value: number): number
  readLookAlikeUnit(value: number, place: number): number
}

async function compile(entry: string): Promise<Tables> {
  let module: WebAssembly.Module | undefined
  const { error, stderr } = await main(['entry.ts', '--runtime', 'stub', '--noAssert', '-o', 'out.wasm'], {
    readFile(name) {
      if (name === 'entry.ts') return entry
      const path = here(`../../${name}`)
      return name.startsWith('assembly/') && existsSync(path) ? readFileSync(path, 'utf8') : null
    },
    writeFile(_name, contents) {
      module = new WebAssembly.Module(contents as Uint8Array<ArrayBuffer>)
    },
    listFiles: () => [],
  })
  if (error || !module) throw new Error(`the tables do not compile: ${error?.message} ${stderr}`)
  return new WebAssembly.Instance(module, {}).exports as unknown as Tables
}

/** A file of facts that stands beside the repository on some machines; a test without it says so and ends. */
function facts(name: string) {
  const path = `${process.env.SEPTET_SHARED ?? here('../../shared')}/facts/${name}`
  if (existsSync(path)) return json(path)
  console.log(`skipped: ${path} is not here`)
}

const code = (unit: number) => unit.toString(16).toUpperCase().padStart(4, '0')

describe('the national language tables', () => {
  const vectors: {
    languages: { id: number; name: string; locking: string[] | null; singleShift: string[] }[]
    decodeOnly: { language: number; code: string }[]
  } = json(here('../vectors/languages.json'))
  const EMPTY = '----'

  function cells(address: number): string[] | null {
    if (!address) return null
    const units = new Uint16Array(tables.memory.buffer, address, 128)
    return Array.from(units, (unit) => (unit ? code(unit) : EMPTY))
  }
  const both = (id: number) => ({
    locking: cells(tables.lockingTable(id)),
    singleShift: cells(tables.singleShiftTable(id)),
  })

  it.each(vectors.languages)('are right in every cell: $id $name', ({ id, locking, singleShift }) => {
    expect(both(id)).toEqual({
      locking: locking ? locking.join(' ').split(' ') : null,
      singleShift: singleShift.join(' ').split(' '),
    })
  })

  it('agree with the facts collected from seven sources', () => {
    const { languages, duplicates } = facts('gsm-tables.json') ?? {}
    for (const [id, { locking, singleShift }] of Object.entries<Record<string, Record<string, string>>>(
      languages ?? {},
    )) {
      const dense = (table: Record<string, string> | undefined | null) =>
        table ? Array.from({ length: 128 }, (_, i) => table[code(i).slice(2)] ?? EMPTY) : null
      const expected = { locking: dense(locking), singleShift: dense(singleShift) }
      for (const cell of vectors.decodeOnly) {
        if (cell.language === Number(id)) expected.singleShift![Number.parseInt(cell.code, 16)] = '20AC'
      }
      expect(both(Number(id)), `language ${id}`).toEqual(expected)
    }
    for (const { language, table, codepoint, codes } of duplicates ?? []) {
      const found = both(language)[table as 'singleShift']!.flatMap((cell, i) =>
        cell === codepoint ? [code(i).slice(2)] : [],
      )
      expect(found).toEqual(codes)
    }
  })

  it('are thirteen, of which Spanish has no locking table; reserved identifiers have none', () => {
    expect(tables.LAST_LANGUAGE.value).toBe(13)
    for (const id of [-1, 14, 255, 256]) expect(both(id)).toEqual({ locking: null, singleShift: null })
    const locking = vectors.languages.filter(({ id }) => tables.lockingTable(id))
    expect(locking.map(({ id }) => id)).toEqual([0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
  })

  it('keep the escape free, Page Break after the escape, and no character at its carriage return', () => {
    for (const { id } of vectors.languages) {
      const { locking, singleShift } = both(id)
      expect(singleShift![0x0a]).toBe('000C')
      expect([singleShift![0x0d], singleShift![0x1b], locking?.[0x1b] ?? EMPTY]).toEqual([EMPTY, EMPTY, EMPTY])
      if (locking) expect([locking[0x0a], locking[0x0d]]).toEqual(['000A', '000D'])
    }
  })

  it('mark the one cell that is read and never written', () => {
    const marked: { language: number; code: string }[] = []
    for (const { id } of vectors.languages) {
      for (let i = 0; i < 128; i++)
        if (tables.isDecodeOnly(id, i)) marked.push({ language: id, code: code(i).slice(2) })
    }
    expect(marked).toEqual(vectors.decodeOnly.map((cell) => ({ language: cell.language, code: cell.code })))
  })
})

describe('the transliteration tables', () => {
  type Scheme = 'translit' | 'volapuk'
  const vectors: Record<'rows', Record<'letter' | Scheme, string>[]> & Record<Scheme, { text: string; out: string }[]> =
    json(here('../vectors/transliteration.json'))
  const SCHEMES: [Scheme, number][] = [
    ['translit', 1],
    ['volapuk', 2],
  ]

  function output(scheme: number, unit: number): string | undefined {
    const address = tables.findOutput(scheme, unit)
    if (address === 0) return undefined
    const characters = octets.subarray(address, address + 4)
    const length = tables.measureOutput(new DataView(octets.buffer, address).getInt32(0, true))
    return String.fromCharCode(...characters.subarray(0, length))
  }

  /** The case rule and the compositions over the tables, as slowly as they can be read. */
  function transliterate(text: string, scheme: number): string {
    const units: number[] = []
    for (let i = 0; i < text.length; i++) {
      const whole = units.length ? tables.compose(units.at(-1)!, text.charCodeAt(i)) : 0
      if (whole) units[units.length - 1] = whole
      else units.push(text.charCodeAt(i))
    }
    return units
      .map((unit, i) => {
        const out = output(scheme, unit) ?? String.fromCharCode(unit)
        const raised = tables.isCapital(units[i - 1] ?? 0) || tables.isCapital(units[i + 1] ?? 0)
        return out.length > 1 && tables.followsCase(scheme) && tables.isCapital(unit) && raised
          ? out.toUpperCase()
          : out
      })
      .join('')
  }

  it.each(SCHEMES)('hold every row of %s, and no other', (name, scheme) => {
    const rows = new Map(vectors.rows.map((row) => [row.letter.charCodeAt(0), row[name]]))
    expect(rows.size).toBe(114)
    const wrong = []
    for (let unit = 0; unit <= 0xffff; unit++) if (output(scheme, unit) !== rows.get(unit)) wrong.push(code(unit))
    expect(wrong).toEqual([])
  })

  it('agree with the facts collected from the published schemes', () => {
    const collected = facts('translit-tables.json')
    for (const [name, scheme] of collected ? SCHEMES : []) {
      for (const [letter, { out }] of Object.entries<{ out: string }>(collected[name])) {
        expect(output(scheme, letter.charCodeAt(0)), letter).toBe(out)
      }
    }
  })

  it('give septets that need no escape, at most four a letter', () => {
    for (const { translit, volapuk } of vectors.rows) expect(translit + volapuk).toMatch(/^[A-Za-z0-9/<>,)'-]{1,8}$/)
  })

  it('give translit capitals in title case', () => {
    for (const { letter, translit } of vectors.rows) {
      if (letter === letter.toLowerCase()) continue
      const small = vectors.rows.find((row) => row.letter === letter.toLowerCase())!.translit
      expect(translit).toBe(small.slice(0, 1).toUpperCase() + small.slice(1))
    }
  })

  it('tell a letter that is deleted from one that has no row', () => {
    expect([output(1, 0x044a), output(1, 0x044c), output(1, 0x0463)]).toEqual(['', '', undefined])
  })

  it('compose a letter and its mark wherever the composed letter has a row, and nowhere else', () => {
    const letters = new Set(vectors.rows.map((row) => row.letter))
    const wrong = []
    for (let letter = 0x0400; letter < 0x0500; letter++) {
      for (let mark = 0x0300; mark < 0x0370; mark++) {
        // U+0340 and U+0341 are second names of U+0300 and U+0301, and out of use.
        const whole = mark === 0x0340 || mark === 0x0341 ? '' : String.fromCharCode(letter, mark).normalize('NFC')
        const composed = letters.has(whole) ? whole.charCodeAt(0) : 0
        if (tables.compose(letter, mark) !== composed) wrong.push(`${code(letter)} ${code(mark)}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('know the capitals of Latin, Greek and Cyrillic', () => {
    const wrong = []
    for (let unit = 0; unit <= 0xffff; unit++) {
      const known = unit < 0x0180 || (unit >= 0x0386 && unit < 0x03ac) || (unit >= 0x0400 && unit < 0x0530)
      const capital = known && /\p{Lu}/u.test(String.fromCharCode(unit))
      if (Boolean(tables.isCapital(unit)) !== capital) wrong.push(code(unit))
    }
    expect(wrong).toEqual([])
  })

  it.each(SCHEMES)('spell the words and sentences of the vectors: %s', (name, scheme) => {
    expect(vectors[name].length).toBeGreaterThan(10)
    for (const { text, out } of vectors[name]) expect(transliterate(text, scheme)).toBe(out)
  })
})

describe('the look-alikes', () => {
  const data: {
    sources: Record<string, string>
    rows: { code: string; name: string; out: string; source: string }[]
  } = json(here('../../data/smart-encoding.json'))
  const keyOf = (row: { code: string }) => Number.parseInt(row.code.slice(2), 16)
  const rows = new Map(data.rows.map((row) => [keyOf(row), row]))
  const alphabet = json(here('../vectors/languages.json')).languages[0]
  const gsm = new Set(
    [...alphabet.locking, ...alphabet.singleShift]
      .flatMap((line: string) => line.split(' '))
      .filter((cell) => cell !== '----')
      .map((cell) => String.fromCharCode(Number.parseInt(cell, 16))),
  )

  function replacement(unit: number): string | undefined {
    const value = tables.findLookAlike(unit)
    if (value < 0) return
    const units = Array.from({ length: tables.measureLookAlike(value) }, (_, i) => tables.readLookAlikeUnit(value, i))
    return String.fromCharCode(...units)
  }

  /** A letter and the marks after it become one where GSM-7 or the table has that one; then each unit is looked up. */
  function smartEncode(text: string): string {
    const composed = text.replace(/\P{M}\p{M}+/gu, (cluster) => {
      const whole = cluster.normalize('NFC')
      return whole.length === 1 && (gsm.has(whole) || rows.has(whole.charCodeAt(0))) ? whole : cluster
    })
    return Array.from({ length: composed.length }, (_, i) => replacement(composed.charCodeAt(i)) ?? composed[i]).join(
      '',
    )
  }

  it('are generated from the data as it stands', () => {
    execFileSync(process.execPath, [here('../../scripts/generate-look-alikes.mjs'), '--check'])
  })

  it('are those of the data, and no other', () => {
    const wrong = []
    for (let unit = 0; unit <= 0xffff; unit++) if (replacement(unit) !== rows.get(unit)?.out) wrong.push(code(unit))
    expect(wrong).toEqual([])
  })

  it('stand for characters outside GSM-7, each with a source, and are GSM-7 themselves', () => {
    for (const { code, name, out, source } of data.rows) {
      expect(code).toMatch(/^U\+[0-9A-F]{4}$/)
      expect(name && data.sources[source], code).toBeTruthy()
      expect(gsm.has(String.fromCharCode(keyOf({ code }))), code).toBe(false)
      expect([...out].every((character) => gsm.has(character)) && out.length <= 4, code).toBe(true)
    }
    expect(new Set(data.rows.map(({ source }) => source))).toEqual(new Set(Object.keys(data.sources)))
  })

  it('of letters with marks are what Unicode decomposes them to', () => {
    for (const { code, out, source } of data.rows) {
      const decomposed = String.fromCharCode(keyOf({ code })).normalize('NFD')
      if (source === 'nfd') expect(decomposed[0], code).toBe(out)
      if (source === 'nfd-part') expect(decomposed.startsWith(out.normalize('NFD')), code).toBe(true)
    }
  })

  it('cover the list that Twilio publishes, with one space where the package writes more', () => {
    const own = data.rows.filter(({ source }) => source.startsWith('twilio'))
    expect(own).toHaveLength(271)
    const list = facts('smart-encoding.json')?.twilio.map as Record<string, string> | undefined
    for (const [code, out] of Object.entries(list ?? {})) {
      expect(rows.get(keyOf({ code }))?.out, code).toBe(out.replace(/^ {2,}$/, ' '))
    }
  })

  it('write the sentences of the vectors', () => {
    for (const { text, out, gsm7 } of json(here('../vectors/smart-encoding.json')).cases) {
      expect(smartEncode(text)).toBe(out)
      expect([...out].every((character) => gsm.has(character))).toBe(gsm7)
    }
  })
})
