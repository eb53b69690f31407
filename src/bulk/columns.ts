// What countMany and countUtf8 share: the columns that they answer, and when the core may fill them.
import type { BulkEngine } from '../core/bulk'
import { SeptetError, UnencodableError } from '../errors'
import { countBy } from '../text/count'
import { isPlainCut, isSentAsGiven, type Plan } from '../text/options'
import type { Count, CountColumns } from '../types'

/** Values of `CountColumns.encodings`. */
export const UCS2 = 1

/** Whether the core may count texts as they stand; else each is left to `countBy`. */
export function countsAsItStands(plan: Plan): boolean {
  return isSentAsGiven(plan) && isPlainCut(plan)
}

/** @throws {SeptetError} 'too-long': there are more rows than memory for them */
export function columnsOf(argument: string, rows: number): CountColumns {
  try {
    return {
      encodings: new Uint8Array(rows),
      units: new Uint32Array(rows),
      segments: new Uint32Array(rows),
      totalSegments: 0,
    }
  } catch {
    throw new SeptetError('too-long', argument, rows, `has ${rows} messages, and there is no memory for so many`)
  }
}

/** Enters what the core has counted of `rows` messages, the first of them at `row`. */
export function takeRows(
  { encodings, rowUnits, rowSegments }: BulkEngine,
  to: CountColumns,
  row: number,
  rows: number,
) {
  to.encodings.set(encodings.subarray(0, rows), row)
  to.units.set(rowUnits.subarray(0, rows), row)
  to.segments.set(rowSegments.subarray(0, rows), row)
}

export function enterCount(to: CountColumns, row: number, { encoding, units, segments }: Columned): void {
  enter(to, row, encoding === 'UCS-2' ? UCS2 : 0, units, segments)
}

/** What the columns take of a count. */
type Columned = Pick<Count, 'encoding' | 'units' | 'segments'>

export function enter(to: CountColumns, row: number, encoding: number, units: number, segments: number): void {
  to.encodings[row] = encoding
  to.units[row] = units
  to.segments[row] = segments
  to.totalSegments += segments
}

/** A count as `count` makes it; what it refuses goes by the name that the caller knows the text by. */
export function countNamed(text: string, plan: Plan, argument: () => string): Count {
  try {
    return countBy(text, plan)
  } catch (error) {
    if (error instanceof UnencodableError) throw new UnencodableError(text, error.characters, error.total, argument())
    throw error
  }
}

/** The first message of `rows` from `row` on that is not in GSM-7; -1 where all are. */
export function firstForeign({ encodings }: CountColumns, row: number, rows: number): number {
  const found = encodings.subarray(row, row + rows).indexOf(UCS2)
  return found < 0 ? -1 : row + found
}
