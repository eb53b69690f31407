// TS 23.038 6.2.1.2: the national language tables of the core.
import { start } from './text'

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
export function findTables(codePoint: number): number {
  return codePoint < 0x10000 ? start().core.tablesOf(codePoint) : 0
}
