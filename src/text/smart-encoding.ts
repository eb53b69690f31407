// The option smartEncoding: when look-alikes replace characters, and which characters.
import { requireBoolean, requireMembers, requireOneOf } from '../arguments'
import type { OwnRow } from '../core/rewriting'
import { SeptetError } from '../errors'
import type { SmartEncodingPolicy } from '../types'
import { requireRows } from './own-rows'

/** The option, checked. */
export interface SmartEncoding {
  readonly policy: SmartEncodingPolicy
  /** Whether letters of a language are replaced too. */
  readonly letters: boolean
  /** Characters and what replaces each, instead of the library's own table. */
  readonly rows: readonly OwnRow[] | undefined
}

const POLICIES = ['always', 'if-gsm7', 'if-cheaper'] as const

/**
 * `true` is `'if-cheaper'`, which changes a text only where that saves a segment. @throws {SeptetError} 'invalid-type',
 * 'invalid-value', 'unknown-option'
 */
export function requireSmartEncoding(argument: string, value: unknown): SmartEncoding | false {
  if (value === false) return false
  if (value === true) return { policy: 'if-cheaper', letters: false, rows: undefined }
  if (typeof value !== 'object')
    return { policy: requireOneOf(argument, value, POLICIES), letters: false, rows: undefined }
  const {
    policy = 'if-cheaper',
    letters = false,
    table,
  } = requireMembers(argument, value, ['policy', 'letters', 'table'])
  const checked = {
    policy: requireOneOf(`${argument}.policy`, policy, POLICIES),
    letters: requireBoolean(`${argument}.letters`, letters),
    rows: table === undefined ? undefined : requireRows(`${argument}.table`, table),
  }
  if (!checked.letters || table === undefined) return checked
  throw new SeptetError(
    'invalid-value',
    `${argument}.letters`,
    letters,
    'is for the table of septet, and another one is given',
  )
}
