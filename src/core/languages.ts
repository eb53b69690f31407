// TS 23.038 6.2.1.2: the national language tables of the core.
import { type Engine, start } from './text'
import { eachWindow } from './window'

/** Tables in use instead of the default ones: identifiers of languages, 1 to 13; 0 is the default. */
export interface Tables {
  readonly locking: number
  readonly single: number
}

export const DEFAULT_TABLES: Tables = { locking: 0, single: 0 }

/** Whether a language has a table that replaces the main table (A.3). */
export function hasLockingTable(language: number): boolean {
  return start().core.lockingTable(language) !== 0
}

/** Whether a language has a table that replaces the extension table (A.2). */
export function hasSingleShiftTable(language: number): boolean {
  return start().core.singleShiftTable(language) !== 0
}

/**
 * The tables that have a character: bit n for the locking table of language n, bit 16 + n for its single shift table; bits 0
 * and 16 for the default ones. Only the Basic Multilingual Plane has such characters.
 */
export function tablesWith(codePoint: number): number {
  return codePoint < 0x10000 ? start().core.tablesOf(codePoint) : 0
}

/**
 * Reads a text once. After that its septets in any choice of tables are known.
 *
 * @returns a function of the choice: septets, or below 0 where a character is in neither table. It is valid until the
 * next call
 */
export function tallyTables(text: string): (locking: number, single: number) => number {
  const engine = start()
  const { core, TEXT } = engine
  let isFirst = 1
  eachWindow(engine, text, (length) => {
    core.tally(TEXT, length, isFirst)
    isFirst = 0
    return true
  })
  return (locking, single) => core.septetsIn(locking, single)
}

/** Selects tables, and returns the function of the core that cuts a text in them. */
export function cutterFor({ core }: Engine, { locking, single }: Tables): Engine['core']['cutGsm7'] {
  if (locking === 0 && single === 0) return core.cutGsm7
  core.selectTables(locking, single)
  return core.cutNational
}
