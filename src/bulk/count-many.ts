import { requireArray, requireString } from '../arguments'
import { countRun, createForeignLook, readBulkLimits, UCS2 } from '../core/bulk'
import { countUcs2 } from '../core/ucs2'
import { createPlan, type Plan } from '../text/options'
import type { CountColumns, TextOptions } from '../types'
import { countNamed, createColumns, enter, enterCount, findForeignRow, isCountedByCore } from './columns'

/**
 * Counts many texts at once, into columns.
 *
 * @param texts each of any length
 * @param options how each is sent, as for `count`; see `TextOptions`
 * @returns for each text, in order: the encoding (0 GSM-7, 1 UCS-2), the units, and the segments, 1 or more; and the sum of all segments
 * @throws {SeptetError} 'invalid-type': a text that is not a string; and what the options' checks throw
 * @throws {UnencodableError} 'unencodable': `encoding: 'GSM-7'` without `replacement`, at the first text that is not;
 * the argument is `texts[index]`
 * @see 3GPP TS 23.038 6, TS 23.040 9.2.3.24.1
 * @example
 * countMany(['Hello!', 'Привет'])
 * // { encodings: Uint8Array [0, 1], units: Uint32Array [6, 6], segments: Uint32Array [1, 1], totalSegments: 2 }
 */
export function countMany(texts: readonly string[], options?: TextOptions): CountColumns {
  requireArray('texts', texts)
  const plan = createPlan(options)
  const columns = createColumns('texts', texts.length)
  const rows = columns.units.length
  if (isCountedByCore(plan)) countRuns(texts, plan, columns)
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
 * Joins texts to runs, and writes each run into the core at once. To join two strings costs V8 a pointer; it copies them when the run
 * is written. To write each text alone costs as much as to count it.
 */
function countRuns(texts: readonly string[], plan: Plan, columns: CountColumns): void {
  const limits = readBulkLimits()
  const isForeign = plan.encoding === 'auto' ? createForeignLook() : () => plan.encoding === 'UCS-2'
  const most = Math.min(columns.units.length, limits.rows)
  const rows = new Uint32Array(most)
  // Not in the core before a run is whole: to read a text may run the caller's code, which may count as well.
  const ends = new Int32Array(most)
  let run = ''
  let size = 0
  for (let row = 0; row < columns.units.length; row++) {
    const text = texts[row]
    if (typeof text !== 'string') requireString(`texts[${row}]`, text)
    const { length } = text!
    if (isForeign(text!)) {
      enter(columns, row, UCS2, length, countUcs2(text!, plan.ucs2.single, plan.ucs2.multi).segments)
      continue
    }
    if (run.length + length > limits.units || size === rows.length) {
      enterRun(run, plan, ends, rows.subarray(0, size), columns)
      refuseForeign(texts, plan, columns, rows[0]!, row)
      run = ''
      size = 0
    }
    if (length > limits.units) countOne(texts, row, plan, columns)
    else {
      run += text
      rows[size] = row
      ends[size++] = run.length
    }
  }
  enterRun(run, plan, ends, rows.subarray(0, size), columns)
  refuseForeign(texts, plan, columns, rows[0]!, columns.units.length)
}

/** @throws {UnencodableError} a text from `first` to `end` is outside GSM-7, which is asked for */
function refuseForeign(texts: readonly string[], plan: Plan, columns: CountColumns, first: number, end: number): void {
  const foreign = plan.encoding === 'GSM-7' ? findForeignRow(columns, first, end - first) : -1
  if (foreign >= 0) countOne(texts, foreign, plan, columns)
}

/** Counts the texts that `run` joins, each of which ends at one of `ends`; `rows` are theirs. */
function enterRun(run: string, plan: Plan, ends: Int32Array, rows: Uint32Array, columns: CountColumns): void {
  const { encodings, units, segments } = countRun(run, ends.subarray(0, rows.length), plan)
  for (let index = 0; index < rows.length; index++) {
    enter(columns, rows[index]!, encodings[index]!, units[index]!, segments[index]!)
  }
}
