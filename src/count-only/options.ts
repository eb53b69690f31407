import { capacities } from '../../build/count.js'
import { GSM7_MULTI, GSM7_SINGLE, UCS2_MULTI, UCS2_SINGLE } from '../core/plain-room'
import { SeptetError } from '../errors'
import type { SegmentLimits, TextOptions } from '../types'

/** The options that `septet/count` takes. */
export type CountOptions = Pick<TextOptions, 'encoding' | 'referenceBits' | 'limits'>

/** Checked options, and the capacities that follow from them. */
export interface CountPlan {
  readonly encoding: 'auto' | 'GSM-7' | 'UCS-2'
  readonly gsm7: SegmentLimits
  readonly ucs2: SegmentLimits
}

/** Without options. */
export const PLAIN: CountPlan = {
  encoding: 'auto',
  gsm7: { single: GSM7_SINGLE, multi: GSM7_MULTI },
  ucs2: { single: UCS2_SINGLE, multi: UCS2_MULTI },
}

/** @throws {SeptetError} 'unsupported-option', 'unknown-option', 'invalid-type', 'invalid-value' */
export function createPlan(options: CountOptions): CountPlan {
  const names = ['encoding', 'referenceBits', 'limits']
  const { encoding = 'auto', referenceBits = 8, limits = {} } = requireMembers<CountOptions>('options', options, names)
  requireOneOf('options.encoding', encoding, ['auto', 'GSM-7', 'UCS-2'])
  requireOneOf('options.referenceBits', referenceBits, [8, 16])
  const given = requireMembers<Limits>('options.limits', limits, ['gsm7', 'ucs2'])
  const fits = capacities[referenceBits]
  return {
    encoding,
    gsm7: chooseSmaller('options.limits.gsm7', fits[0], given.gsm7),
    ucs2: chooseSmaller('options.limits.ucs2', fits[1], given.ucs2),
  }
}

type Limits = NonNullable<CountOptions['limits']>

/** The capacity of a segment: what the standard allows, or the carrier's sizes where they are smaller. */
function chooseSmaller(argument: string, fits: [single: number, multi: number], limits?: SegmentLimits): SegmentLimits {
  if (limits === undefined) return { single: fits[0], multi: fits[1] }
  const { single, multi } = requireMembers<SegmentLimits>(argument, limits, ['single', 'multi'])
  requireSize(`${argument}.single`, single, Infinity)
  requireSize(`${argument}.multi`, multi, single)
  return { single: Math.min(fits[0], single), multi: Math.min(fits[1], multi) }
}

export function requireString(value: unknown): void {
  if (typeof value !== 'string') requireThat('text', value, false, 'a string', '')
}

/** At least two units a segment: an escape pair and a surrogate pair take two, and are not cut. */
function requireSize(argument: string, value: number, most: number): void {
  const right = Number.isSafeInteger(value) && value >= 2 && value <= most
  requireThat(argument, value, right, `an integer of at least 2${most < Infinity ? ', and at most single' : ''}`, 2)
}

function requireOneOf(argument: string, value: unknown, choices: readonly unknown[]): void {
  requireThat(argument, value, choices.includes(value), choices.join(' or '), choices[0])
}

/**
 * Returns the members of an object, its own and inherited, except those of Object.prototype. Another name than these is
 * an error. So is an array, a Map or a Date: their content is not in members.
 */
function requireMembers<Of>(argument: string, value: object, names: readonly string[]): Of {
  requireThat(argument, value, Object.prototype.toString.call(value) === '[object Object]', 'an object')
  const members = Object.create(null)
  for (const name in value) {
    if (name in Object.prototype && !Object.hasOwn(value, name)) continue
    const member = value[name as keyof object]
    members[name] = member
    if (member === undefined || names.includes(name)) continue
    const code = argument !== 'options' ? 'unknown-option' : 'unsupported-option'
    throw new SeptetError(code, `${argument}.${name}`, member, `not in ${names}`)
  }
  return members
}

/** A value of another type than `sample` is of the wrong type. */
function requireThat(argument: string, value: unknown, right: boolean, what: string, sample?: unknown): void {
  const code = typeof value === typeof sample ? 'invalid-value' : 'invalid-type'
  if (!right) throw new SeptetError(code, argument, value, `must be ${what}`)
}
