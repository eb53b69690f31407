// Writes assembly/rewriting/look-alike-tables.ts from data/smart-encoding.json. With --check it writes nothing, and fails if
// they differ.
import { readFileSync, writeFileSync } from 'node:fs'

const SOURCE = new URL('../data/smart-encoding.json', import.meta.url)
const TARGET = new URL('../assembly/rewriting/look-alike-tables.ts', import.meta.url)

const POOL_VALUE = 0x80 // values from here name a string of the pool
const HOLE = 0xff // no row here, inside a run
const LONGEST = 4 // units of a pool string
const WIDEST_HOLE = 3 // a hole of three costs three octets, a new run four

/** Rows as `{ key, out }`, after checks of what the format of the table requires. */
function readRows() {
  const rows = JSON.parse(readFileSync(SOURCE, 'utf8')).rows.map(({ code, out, letter = false }) => ({
    key: Number.parseInt(code.slice(2), 16),
    out,
    letter,
  }))
  rows.forEach(({ key, out }, i) => {
    if (!(key <= 0xffff) || key <= rows[i - 1]?.key) throw new Error(`row ${i}: not sorted, or beyond U+FFFF`)
    if (out.length > LONGEST || out.includes('\0')) throw new Error(`row ${i}: ${JSON.stringify(out)} does not fit`)
  })
  return rows
}

/** Strings that are not one ASCII character, in the order of their first use. */
function collectPool(rows) {
  const pool = [...new Set(rows.map(({ out }) => out).filter((out) => out !== '' && !/^[\0-\x7f]$/.test(out)))]
  if (pool.length > HOLE - POOL_VALUE) throw new Error(`${pool.length} strings in the pool`)
  return pool
}

/** Runs of consecutive keys, as `{ start, cells: { key, value }[] }`. Small holes are filled. */
function collectRuns(rows, pool) {
  const runs = []
  for (const { key, out } of rows) {
    const value = out === '' ? 0 : pool.includes(out) ? POOL_VALUE + pool.indexOf(out) : out.charCodeAt(0)
    const run = runs.at(-1)
    if (run && key - run.start - run.cells.length <= WIDEST_HOLE) {
      while (run.start + run.cells.length < key) run.cells.push({ key: run.start + run.cells.length, value: HOLE })
      run.cells.push({ key, value })
    } else runs.push({ start: key, cells: [{ key, value }] })
  }
  return runs
}

/** First and last of consecutive rows that are letters of a language; there are no other rows between them. */
function collectLetters(rows) {
  const ranges = []
  rows.forEach(({ key, letter }, i) => {
    if (!letter) return
    if (rows[i - 1]?.letter) ranges.at(-1)[1] = key
    else ranges.push([key, key])
  })
  return ranges
}

const formatHex = (number, digits) => number.toString(16).padStart(digits, '0')
const formatCode = (number) => formatHex(number, 4).toUpperCase()

/** A character as a comment can show it: a combining mark on a circle, an invisible character as a dot. */
function showCharacter({ key, value }) {
  const character = String.fromCharCode(key)
  if (value === HOLE || /[\p{C}\p{Z}\u2800\u3164]/u.test(character)) return '·'
  return /\p{M}/u.test(character) ? `◌${character}` : character
}

/**
 * Two values a unit: of a place in the first half, and of the same place in the second. The build stores low and high octets of units
 * apart (src/core/data-section.ts), so that each half stays in one piece; this makes the library 0.2 kB smaller.
 */
function writeValues(runs) {
  const cells = runs.flatMap(({ cells }) => cells)
  const half = Math.ceil(cells.length / 2)
  const pairs = cells.slice(0, half).map((cell, at) => [cell, cells[half + at] ?? { key: 0, value: HOLE }])
  const lines = []
  for (let at = 0; at < half; at += 8) {
    const row = pairs.slice(at, at + 8)
    const values = row.map(([low, high]) => `0x${formatHex((high.value << 8) | low.value, 4)},`).join(' ')
    const [lows, highs] = [0, 1].map((side) => row.map((pair) => showCharacter(pair[side])).join(' '))
    lines.push(`  ${values} // ${formatCode(row[0][0].key)} ${lows}  ${formatCode(row[0][1].key)} ${highs}`)
  }
  return lines.join('\n')
}

/** The start of each run and the place of its first value. The last line ends the last run. */
function writeRuns(runs) {
  let place = 0
  const lines = runs.map(({ start, cells }) => {
    const line = `  0x${formatHex(start, 4)}, ${place}, // ${formatCode(start)} to ${formatCode(start + cells.length - 1)}`
    place += cells.length
    return line
  })
  return [...lines, `  0xffff, ${place},`].join('\n')
}

function writeLetters(ranges) {
  return ranges
    .map(
      ([first, last]) =>
        `  0x${formatHex(first, 4)}, 0x${formatHex(last, 4)}, // ${formatCode(first)} to ${formatCode(last)}`,
    )
    .join('\n')
}

/** First units, second units and so on: the zeros of short strings are next to each other, which gzips better. */
function writePool(pool) {
  const lines = []
  for (let place = 0; place < LONGEST; place++) {
    for (let at = 0; at < pool.length; at += 8) {
      const row = pool.slice(at, at + 8)
      const units = row.map((out) => `0x${formatHex(out.charCodeAt(place) || 0, 4)},`).join(' ')
      lines.push(
        `  ${units} // ${formatHex(POOL_VALUE + at, 2)} ${JSON.stringify(row.map((out) => out.slice(place)).join(' ')).slice(1, -1)}`,
      )
    }
  }
  return lines.join('\n')
}

function render() {
  const rows = readRows()
  const pool = collectPool(rows)
  const runs = collectRuns(rows, pool)
  const letters = collectLetters(rows)
  return `// Generated by scripts/generate-look-alikes.mjs from data/smart-encoding.json; not to be edited.
//
// Smart encoding: what replaces ${rows.length} characters outside GSM-7. The source of each is in the data file; look-alikes.ts reads
// these tables.

/** Runs of units that follow each other: first unit, place of its value. One entry more ends the last run. */
// biome-ignore format: one run a row.
export const RUNS: usize = memory.data<u16>([
${writeRuns(runs)}
])
export const RUN_COUNT: i32 = ${runs.length}

/**
 * 00 deletes; 01 to 7F is that ASCII character; 80 to FE names a string of the pool; FF is a hole inside a run. The low octet of a unit
 * is for a place below HALF, the high octet for the place as far above it.
 */
// biome-ignore format: eight places a row, those above them, and what they are.
export const VALUES: usize = memory.data<u16>([
${writeValues(runs)}
])
export const HALF: i32 = ${Math.ceil(runs.flatMap(({ cells }) => cells).length / 2)}
export const HOLE: i32 = 0x${formatHex(HOLE, 2)}

/** Strings of one to ${LONGEST} units: the first units of all, the second of all and so on, 0 where a string has ended. */
// biome-ignore format: eight strings a row, and the value that names the first.
export const POOL: usize = memory.data<u16>([
${writePool(pool)}
])
export const FIRST_POOL_VALUE: i32 = 0x${formatHex(POOL_VALUE, 2)}
export const POOL_SIZE: i32 = ${pool.length}
export const LONGEST: i32 = ${LONGEST}

/** Units with a look-alike that are letters of a language, as ranges: first, last. Units between them without a look-alike count as well. */
// biome-ignore format: one range a row.
export const LETTERS: usize = memory.data<u16>([
${writeLetters(letters)}
])
export const LETTER_RANGES: usize = ${letters.length}
`
}

const rendered = render()
if (!process.argv.includes('--check')) writeFileSync(TARGET, rendered)
else if (readFileSync(TARGET, 'utf8') !== rendered) {
  console.error('assembly/rewriting/look-alike-tables.ts is out of date: run scripts/generate-look-alikes.mjs')
  process.exitCode = 1
}
