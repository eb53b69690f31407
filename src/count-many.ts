import { describe, requireString } from './arguments'
import { columnsOf, countNamed, countsAsItStands, enter, UCS2 } from './columns'
import { type Engine, FOREIGN, start } from './engine'
import { SeptetError } from './errors'
import { type Plan, planOf } from './options'
import { look } from './probe'
import { countUcs2 } from './sent'
import type { CountColumns, TextOptions } from './types'

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
  if (!Array.isArray(texts)) {
    throw new SeptetError('invalid-type', 'texts', texts, `must be an array of strings, got ${describe(texts)}`)
  }
  const engine = start()
  const plan = planOf(options)
  const columns = columnsOf(texts.length)
  if (countsAsItStands(options)) countRuns(engine, texts, plan, options, columns)
  else for (let row = 0; row < texts.length; row++) countOne(texts, row, options, columns)
  return columns
}

function countOne(
  texts: readonly string[],
  row: number,
  options: TextOptions | undefined,
  columns: CountColumns,
): void {
  const argument = `texts[${row}]`
  enter(
    columns,
    row,
    countNamed(requireString(argument, texts[row]), options, () => argument),
  )
}

/** Stands between the texts of a run: the core pads each with so many spaces. */
const GAP = ' '.repeat(16)

/** Texts that are counted in one call of the core, and their rows. */
interface Run {
  readonly texts: string[]
  readonly rows: number[]
}

/** A copy a string would cost as much as the count; a run of strings is copied at once, and counted in one call. */
function countRuns(
  engine: Engine,
  texts: readonly string[],
  plan: Plan,
  options: TextOptions | undefined,
  columns: CountColumns,
): void {
  const { offsets, WINDOW } = engine
  const most = offsets.length - 1
  let run: Run = { texts: [], rows: [] }
  let end = 0
  offsets[0] = 0
  for (let row = 0; row < columns.units.length; row++) {
    const text = texts[row]
    if (typeof text !== 'string') requireString(`texts[${row}]`, text)
    if (settle(engine, text!, plan, columns, row)) continue
    const size = text!.length + GAP.length
    if (size > WINDOW) {
      countOne(texts, row, options, columns)
      continue
    }
    if (end + size > WINDOW || run.texts.length === most) {
      countRun(engine, run, plan, options, columns)
      run = { texts: [], rows: [] }
      end = 0
    }
    run.rows.push(row)
    end += size
    offsets[run.texts.push(text!)] = end
  }
  if (run.texts.length > 0) countRun(engine, run, plan, options, columns)
}

/** Counts a text that a look at a few of its units settles, and that no copy is needed of. */
function settle(engine: Engine, text: string, plan: Plan, columns: CountColumns, row: number): boolean {
  const septets = plan.encoding === 'UCS-2' ? FOREIGN : look(engine, text)
  if (septets === FOREIGN && plan.encoding !== 'GSM-7') {
    enter(columns, row, countUcs2(text, plan.ucs2))
    return true
  }
  if (septets < 0 || septets > plan.gsm7.single) return false
  enter(columns, row, { encoding: 'GSM-7', units: septets, segments: 1 })
  return true
}

function countRun(
  engine: Engine,
  { texts, rows }: Run,
  { encoding, gsm7, ucs2 }: Plan,
  options: TextOptions | undefined,
  columns: CountColumns,
): void {
  const { core, result, textBuffer, text: window, offsets } = engine
  if (textBuffer) textBuffer.ucs2Write(texts.join(GAP), 0)
  else {
    for (const [index, text] of texts.entries()) {
      for (let unit = 0, at = offsets[index]!; unit < text.length; unit++) window[at++] = text.charCodeAt(unit)
    }
  }
  core.countTexts(texts.length, gsm7.single, gsm7.multi, ucs2.single, ucs2.multi)
  if (encoding === 'GSM-7') {
    const foreign = engine.encodings.subarray(0, texts.length).indexOf(UCS2)
    if (foreign >= 0) countNamed(texts[foreign]!, options, () => `texts[${rows[foreign]}]`)
  }
  for (const [index, row] of rows.entries()) {
    columns.encodings[row] = engine.encodings[index]!
    columns.units[row] = engine.rowUnits[index]!
    columns.segments[row] = engine.rowSegments[index]!
  }
  columns.totalSegments += result[0]!
}
