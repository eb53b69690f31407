import { capacities } from '../../build/count.js'
import { SeptetError, type SeptetErrorCode } from '../errors'
import type { SegmentLimits, TextOptions } from '../types'

/** The options that `septet/count` can honour. */
export type CountOptions = Pick<TextOptions, 'encoding' | 'referenceBits' | 'limits'>

/** Options that have been checked, and the capacities that follow from them. */
export interface Plan {
  readonly encoding: 'auto' | 'GSM-7' | 'UCS-2'
  readonly gsm7: SegmentLimits
  readonly ucs2: SegmentLimits
}

/** @throws {SeptetError} 'unsupported-option', 'unknown-option', 'invalid-type', 'invalid-value' */
export function planOf(options: CountOptions = {}): Plan {
  requireMembers('options', options, ['encoding', 'referenceBits', 'limits'], 'unsupported-option')
  const { encoding = 'auto', referenceBits = 8, limits = {} } = options
  requireOneOf('options.encoding', encoding, ['auto', 'GSM-7', 'UCS-2'])
  requireOneOf('options.referenceBits', referenceBits, [8, 16])
  requireMembers('options.limits', limits, ['gsm7', 'ucs2'])
  const { gsm7, ucs2 } = limits
  const fits = capacities[referenceBits]
  return {
    encoding,
    gsm7: smaller('options.limits.gsm7', fits[0], gsm7),
    ucs2: smaller('options.limits.ucs2', fits[1], ucs2),
  }
}

/** What physically fits, or the carrier's own sizes where they are smaller. */
function smaller(argument: string, fits: [single: number, multi: number], limits?: SegmentLimits): SegmentLimits {
  if (limits === undefined) return { single: fits[0], multi: fits[1] }
  requireMembers(argument, limits, ['single', 'multi'])
  const { single, multi } = limits
  requireSize(`${argument}.single`, single, Number.MAX_SAFE_INTEGER)
  requireSize(`${argument}.multi`, multi, single)
  return { single: Math.min(fits[0], single), multi: Math.min(fits[1], multi) }
}

export function requireString(value: unknown): void {
  requireThat('text', value, typeof value === 'string', 'a string', '')
}

/** At least two units a segment: an escape pair and a surrogate pair take two, and are not cut. */
function requireSize(argument: string, value: number, most: number): void {
  const right = Number.isInteger(value) && value >= 2 && value <= most
  requireThat(argument, value, right, `an integer from 2 to ${most}`, most)
}

function requireOneOf(argument: string, value: unknown, choices: readonly unknown[]): void {
  requireThat(argument, value, choices.includes(value), choices.join(' or '), choices[0])
}

/** An object with no members but these. */
function requireMembers(
  argument: string,
  value: object,
  names: readonly string[],
  code: SeptetErrorCode = 'unknown-option',
): void {
  requireThat(argument, value, typeof value === 'object' && value !== null && !Array.isArray(value), 'an object')
  for (const [name, member] of Object.entries(value)) {
    if (!names.includes(name)) throw new SeptetError(code, `${argument}.${name}`, member, `not in ${names.join(', ')}`)
  }
}

/** A value of another type than `sample` is of the wrong type. */
function requireThat(argument: string, value: unknown, right: boolean, what: string, sample?: unknown): void {
  const code = typeof value === typeof sample ? 'invalid-value' : 'invalid-type'
  if (!right) throw new SeptetError(code, argument, value, `must be ${what}`)
}
