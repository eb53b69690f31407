// The rewriting kernels of the core over a text of any length, window by window.
import { CONSUMED, LETTER, LONGEST_REWRITE } from '../../assembly/abi'
import type { Count } from '../types'
import { append } from './append'
import { countWindows, type Room } from './measure'
import { type Engine, start } from './text'
import { copyIn, copyOut } from './window'

export { LONGEST_REWRITE, MOST_OWN_ROWS } from '../../assembly/abi'

/** Rewrites the `length` units of the text window, after which `ahead` more come. Returns the units written. */
type Write = (engine: Engine, length: number, ahead: number, previous: number) => number

/** A way to rewrite a text. Made by the functions below; only this file looks inside. */
export interface Kernel {
  readonly write: Write
  /** Of a transliteration. */
  readonly scheme?: 1 | 2
  readonly rows?: readonly OwnRow[]
}

/** A row of a caller's own table: a letter as its unit, and the GSM-7 text that it becomes, of at most LONGEST_REWRITE units. */
export type OwnRow = readonly [letter: number, text: string]

/** Transliteration by scheme 1 or 2, after rows of the caller, ascending by their letter. */
export function transliteration(scheme: 1 | 2, rows: readonly OwnRow[]): Kernel {
  return {
    scheme,
    rows,
    write: (engine, length, ahead, previous) => {
      if (rows.length > 0) writeRows(engine, rows)
      return engine.core.transliterate(engine.TEXT, length, ahead, engine.REWRITTEN, scheme, rows.length, previous)
    },
  }
}

/** Whether two transliterations, or none, write the same. */
export function isSameTransliteration(one: Kernel | undefined, other: Kernel | undefined): boolean {
  if (one?.scheme !== other?.scheme || one?.rows?.length !== other?.rows?.length) return false
  return (one?.rows ?? []).every(
    ([letter, text], at) => letter === other!.rows![at]![0] && text === other!.rows![at]![1],
  )
}

function writeRows({ ownRows }: Engine, rows: readonly OwnRow[]): void {
  let at = 0
  for (const [letter, text] of rows) {
    ownRows[at] = letter
    ownRows[at + 1] = text.length
    for (let unit = 0; unit < text.length; unit++) ownRows[at + 2 + unit] = text.charCodeAt(unit)
    at += 2 + LONGEST_REWRITE
  }
}

/**
 * Look-alikes in GSM-7 for characters outside it, except those that one of the tables `kept` has (see `tablesWith`). `onlyDeletes`:
 * only for those that become nothing.
 */
export function lookAlikes(kept: number, onlyDeletes: boolean): Kernel {
  return {
    write: ({ core, TEXT, REWRITTEN }, length, ahead) =>
      core.smartEncode(TEXT, length, ahead, REWRITTEN, kept, onlyDeletes ? 1 : 0),
  }
}

/** The look-alike of a code point in GSM-7, if it has one. None above U+FFFF has. */
export function lookAlike(codePoint: number): string | undefined {
  if (codePoint > 0xffff) return undefined
  const engine = start()
  const units = engine.core.writeLookAlike(codePoint, engine.TEXT)
  return units < 0 ? undefined : copyOut(engine, units)
}

/** What a kernel makes of a text. */
export function rewriteText(source: string, kernel: Kernel): string {
  const engine = start()
  let text = ''
  eachWindow(engine, source, kernel, (units) => {
    text = append(text, copyOut(engine.rewritten, units))
    return true
  })
  return text
}

/**
 * For ascending offsets in what the kernel makes of `source`: the offsets in `source` of the first character that is written there
 * or later. Rewrites the text once more, up to the window of the last offset.
 */
export function locateSources(source: string, kernel: Kernel, offsets: readonly number[]): number[] {
  const engine = start()
  const { origins } = engine
  const found: number[] = []
  let written = 0
  eachWindow(engine, source, kernel, (units, from) => {
    while (found.length < offsets.length) {
      let unit = Math.max(0, offsets[found.length]! - written)
      while (unit > 0 && unit < units && origins[unit] === origins[unit - 1]) unit++
      if (unit >= units) break
      found.push(from + origins[unit]!)
    }
    written += units
    return found.length < offsets.length
  })
  while (found.length < offsets.length) found.push(source.length)
  return found
}

/** Counts what a kernel makes of a text, in the core's memory: no string is built. Returns what `countText` does. */
export function countRewritten(source: string, kernel: Kernel, room: Room): Count | undefined {
  const engine = start()
  return countWindows(
    engine,
    (visit) => eachWindow(engine, source, kernel, (units) => visit(engine.REWRITTEN, units)),
    room,
  )
}

/** Gets what the source from `from` on became: `units` units in the core's REWRITTEN. Returns whether to go on. */
type Visit = (units: number, from: number) => boolean

function eachWindow(engine: Engine, source: string, { write }: Kernel, visit: Visit): void {
  const { result, REWRITE_WINDOW, LOOK_AHEAD } = engine
  let previous = 0
  for (let from = 0; from < source.length; ) {
    const copied = copyIn(engine, source, from, Math.min(from + REWRITE_WINDOW + LOOK_AHEAD, source.length))
    const length = Math.min(copied, REWRITE_WINDOW)
    const units = write(engine, length, copied - length, previous)
    const next = from + result[CONSUMED]!
    previous = result[LETTER]!
    if (!visit(units, from)) return
    from = next
  }
}
