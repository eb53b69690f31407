import { requireArray, requireString } from '../arguments'
import { startBulk } from '../core/bulk'
import { countUcs2 } from '../core/ucs2'
import { copyIn } from '../core/window'
import { createPlan, type Plan } from '../text/options'
import type { CountColumns, TextOptions } from '../types'
import { columnsOf, countNamed, countsAsItStands, enter, enterCount, firstForeign, UCS2 } from './columns'

/**
 * Counts many texts at once, into columns.
 *
 * @throws {SeptetError} 'invalid-type': a text that is not a string; and what the options' checks throw
 * @throws {UnencodableError} 'unencodable': `encoding: 'GSM-7'` without `replacement`, at the first text that is not
 * @example
 * countMany(['Hello!', 'Привет'])
 * // { encodings: Uint8Array [0, 1], units: Uint32Array [6, 6], segments: Uint32Array [1, 1], totalSegments: 2 }
 */
export function countMany(texts: readonly string[], options?: TextOptions): CountColumns {
  requireArray('texts', texts)
  const plan = createPlan(options)
  const columns = columnsOf('texts', texts.length)
  const rows = columns.units.length
  if (countsAsItStands(plan)) countRuns(texts, plan, columns)
  else for (let row = 0; row < rows; row++) countOne(texts, row, plan, columns)
  return columns
}

function countOne(texts: readonly string[], row: number, plan: Plan, columns: CountColumns): void {
  const text = texts[row]
  if (typeof text !== 'string') requireString(`texts[${row}]`, text)
  enterCount(
    columns,
    row,
    countNamed(text!, plan, () => `texts[${row}]`),
  )
}

/**
 * Texts go into the core in runs, joined: to join two strings costs V8 a pointer, and it copies them once, when the run is
 * written. To write each for itself costs as much as to count it.
 */
function countRuns(texts: readonly string[], plan: Plan, columns: CountColumns): void {
  const { encoder, offsets, WINDOW } = startBulk()
  const most = Math.min(columns.units.length, offsets.length - 1)
  const rows = new Uint32Array(most)
  // Not in the core before a run is whole: to read a text may run the caller's code, which may count as well.
  const ends = new Int32Array(most)
  let run = ''
  let size = 0
  for (let row = 0; row < columns.units.length; row++) {
    const text = texts[row]
    if (typeof text !== 'string') requireString(`texts[${row}]`, text)
    const { length } = text!
    if (isSurelyUcs2(encoder, text!, plan)) {
      enter(columns, row, UCS2, length, countUcs2(text!, plan.ucs2).segments)
      continue
    }
    if (run.length + length > WINDOW || size === rows.length) {
      countRun(run, plan, ends, rows.subarray(0, size), columns)
      refuseForeign(texts, plan, columns, rows[0]!, row)
      run = ''
      size = 0
    }
    if (length > WINDOW) countOne(texts, row, plan, columns)
    else {
      run += text
      rows[size] = row
      ends[size++] = run.length
    }
  }
  countRun(run, plan, ends, rows.subarray(0, size), columns)
  refuseForeign(texts, plan, columns, rows[0]!, columns.units.length)
}

/** @throws {UnencodableError} a text from `first` to `end` is outside GSM-7, which is asked for */
function refuseForeign(texts: readonly string[], plan: Plan, columns: CountColumns, first: number, end: number): void {
  const foreign = plan.encoding === 'GSM-7' ? firstForeign(columns, first, end - first) : -1
  if (foreign >= 0) countOne(texts, foreign, plan, columns)
}

/** Whether its first or last unit settles a text, which needs no copy then. */
function isSurelyUcs2(encoder: Uint8Array, text: string, { encoding }: Plan): boolean {
  if (encoding !== 'auto') return encoding === 'UCS-2'
  const { length } = text
  return length > 0 && (encoder[text.charCodeAt(0)] === 0 || encoder[text.charCodeAt(length - 1)] === 0)
}

/** Counts the texts that `run` joins, each of which ends at one of `ends`; `rows` are theirs. */
function countRun(run: string, { gsm7, ucs2 }: Plan, ends: Int32Array, rows: Uint32Array, columns: CountColumns): void {
  // Anew for each run: the caller's code may have ended the engine that was there when a text was read.
  const engine = startBulk()
  const { core, offsets, encodings, rowUnits, rowSegments } = engine
  offsets[0] = 0
  offsets.set(ends.subarray(0, rows.length), 1)
  copyIn(engine, run, 0, run.length)
  core.countTexts(rows.length, gsm7.single, gsm7.multi, ucs2.single, ucs2.multi)
  for (let index = 0; index < rows.length; index++) {
    enter(columns, rows[index]!, encodings[index]!, rowUnits[index]!, rowSegments[index]!)
  }
}
