import { describe, requireString } from './arguments'
import { columnsOf, countNamed, countsAsItStands, enter, firstForeign, takeRows } from './columns'
import { type Engine, start } from './engine'
import { SeptetError } from './errors'
import { type Plan, planOf } from './options'
import type { CountColumns, TextOptions } from './types'

/**
 * Counts many texts at once, several times faster than `count` text by text.
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

/** A copy a string would cost as much as the count; a run of strings is copied at once, and counted in one call. */
function countRuns(
  engine: Engine,
  texts: readonly string[],
  plan: Plan,
  options: TextOptions | undefined,
  columns: CountColumns,
): void {
  const rows = columns.units.length
  for (let row = 0; row < rows; ) {
    const run = gather(engine, texts, row, rows)
    if (run.length === 0) countOne(texts, row++, options, columns)
    else {
      countRun(engine, run, plan, columns, row)
      if (plan.encoding === 'GSM-7') {
        const foreign = firstForeign(columns, row, run.length)
        if (foreign >= 0) countOne(texts, foreign, options, columns)
      }
      row += run.length
    }
  }
}

/** As many texts from `row` on as fit the core's window, and where each will stand in it. */
function gather({ offsets, WINDOW }: Engine, texts: readonly string[], row: number, rows: number): string[] {
  const run: string[] = []
  const most = Math.min(rows - row, offsets.length - 1)
  let end = 0
  offsets[0] = 0
  for (let index = 0; index < most; index++) {
    const text = texts[row + index]
    if (typeof text !== 'string') requireString(`texts[${row + index}]`, text)
    end += text!.length + GAP.length
    if (end > WINDOW) break
    run.push(text!)
    offsets[index + 1] = end
  }
  return run
}

function countRun(engine: Engine, run: string[], plan: Plan, columns: CountColumns, row: number): void {
  const { core, result, textBuffer, text: window, offsets } = engine
  if (textBuffer) textBuffer.ucs2Write(run.join(GAP), 0)
  else {
    for (let index = 0; index < run.length; index++) {
      const text = run[index]!
      for (let unit = 0, at = offsets[index]!; unit < text.length; unit++) window[at++] = text.charCodeAt(unit)
    }
  }
  const { gsm7, ucs2 } = plan
  core.countTexts(run.length, plan.encoding === 'UCS-2' ? 1 : 0, gsm7.single, gsm7.multi, ucs2.single, ucs2.multi)
  takeRows(engine, columns, row, run.length)
  columns.totalSegments += result[0]!
}
