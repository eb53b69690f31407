import { describe, isArray, requireMembers, requireOneOf } from '../arguments'
import { hasLockingTable } from '../core/languages'
import { SeptetError } from '../errors'
import type { Language } from '../types'
import { LANGUAGES } from './language-names'

/** The tables that the option allows, as identifiers in the caller's order. */
export interface Allowed {
  readonly lockings: readonly number[]
  readonly singles: readonly number[]
  /** These tables and the default ones as bits, as `findTables` of core/languages.ts returns them. */
  readonly tables: number
}

/** The language of an identifier; undefined where it is reserved. */
export function nameLanguage(identifier: number): Language | undefined {
  return LANGUAGES[identifier - 1]
}

/** The option `languages`; undefined where it names none. @throws {SeptetError} */
export function requireLanguages(argument: string, value: unknown): Allowed | undefined {
  const lockings = new Set<number>()
  const singles = new Set<number>()
  const list = requireEntries(argument, value)
  // By index: an array's own methods leave out its holes.
  for (let index = 0; index < list.length; index++) {
    const { identifier, shift } = requireEntry(`${argument}[${index}]`, list[index])
    const hasLocking = hasLockingTable(identifier)
    if (shift === 'locking' && !hasLocking) {
      const message = `'${nameLanguage(identifier)}' has no locking shift table (TS 23.038 A.3)`
      throw new SeptetError('invalid-value', `${argument}[${index}].shift`, shift, message)
    }
    if (shift !== 'single' && hasLocking) lockings.add(identifier)
    if (shift !== 'locking') singles.add(identifier)
  }
  if (lockings.size + singles.size === 0) return undefined
  return { lockings: [...lockings], singles: [...singles], tables: maskTables(lockings, singles) }
}

function requireEntries(argument: string, value: unknown): readonly unknown[] {
  if (value === 'all') return LANGUAGES
  if (isArray(value)) return value
  const code = typeof value === 'string' ? 'invalid-value' : 'invalid-type'
  throw new SeptetError(code, argument, value, `must be an array of languages or 'all', got ${describe(value)}`)
}

function requireEntry(
  argument: string,
  entry: unknown,
): { identifier: number; shift: 'single' | 'locking' | undefined } {
  if (typeof entry !== 'object') return { identifier: requireIdentifier(argument, entry), shift: undefined }
  const { language, shift } = requireMembers(argument, entry, ['language', 'shift'])
  return {
    identifier: requireIdentifier(`${argument}.language`, language),
    shift: shift === undefined ? undefined : requireOneOf(`${argument}.shift`, shift, ['single', 'locking'] as const),
  }
}

function requireIdentifier(argument: string, value: unknown): number {
  return LANGUAGES.indexOf(requireOneOf(argument, value, LANGUAGES)) + 1
}

/** These tables of languages and the default ones as bits: see `findTables`. */
export function maskTables(lockings: Iterable<number>, singles: Iterable<number>): number {
  let tables = 1 | (1 << 16)
  for (const language of lockings) tables |= 1 << language
  for (const language of singles) tables |= 1 << (16 + language)
  return tables
}
