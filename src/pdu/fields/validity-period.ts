// TS 23.040 9.2.3.12: how long the service centre tries. Bits 4 and 3 of the first octet (9.2.3.3) give the form: none,
// relative (one octet), absolute (a time stamp), or enhanced (seven octets that begin with an indicator).
import { SeptetError } from 'septet'
import {
  requireBoolean,
  requireInteger,
  requireMembers,
  requireObject,
  requireOctets,
  requireOneOf,
} from '../../arguments'
import { type Cursor, take, takeOctet } from './cursor'
import type { EnhancedValidity, Validity } from './field-types'
import { readTime, readTwoDigits, writeTime, writeTwoDigits } from './time-stamp'

/** Bits 4 and 3 of the first octet. */
export const FORMAT_BITS = 0x18
const FORMATS = { enhanced: 0x08, relative: 0x10, absolute: 0x18 } as const

const HOUR = 60
const DAY = 24 * HOUR
const WEEK = 7 * DAY

/**
 * Values of the relative form, from `first` to `last`. Each is `step` minutes more than the one before; they start at
 * `base`.
 */
const RELATIVE = [
  { first: 0, last: 143, base: 5, step: 5 },
  { first: 144, last: 167, base: 12 * HOUR + 30, step: 30 },
  { first: 168, last: 196, base: 2 * DAY, step: DAY },
  { first: 197, last: 255, base: 5 * WEEK, step: WEEK },
] as const

const MOST_MINUTES = 63 * WEEK

const ENHANCED_OCTETS = 7
/**
 * Bits of the functionality indicator: another indicator follows; one attempt only; the period, of which four values
 * are reserved.
 */
const MORE = 0x80
const SINGLE_SHOT = 0x40
const PERIOD = 0x07
const MINUTES = 1
const SECONDS = 2
const CLOCK = 3
const MOST_SECONDS = 99 * 3600 + 59 * 60 + 59

/** Writes the form as bits of the first octet. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function writeFormat(argument: string, validity: unknown): number {
  if (validity === undefined) return 0
  const { format } = requireObject(argument, validity, ['format'])
  const formats = ['relative', 'absolute', 'enhanced'] as const
  return FORMATS[requireOneOf(`${argument}.format`, format as 'relative', formats)]
}

/** Reads the period, in the form that the first octet gives. */
export function readValidity(cursor: Cursor, first: number): Validity | undefined {
  const name = 'the validity period'
  switch (first & FORMAT_BITS) {
    case FORMATS.relative:
      return { format: 'relative', minutes: parseMinutes(takeOctet(cursor, name) ?? 0) }
    case FORMATS.absolute:
      return { format: 'absolute', time: readTime(cursor, name) }
    case FORMATS.enhanced:
      return parseEnhanced(take(cursor, ENHANCED_OCTETS, name))
    default:
      return undefined
  }
}

/** Writes a period; no octets if there is no period. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function writeValidity(argument: string, validity: unknown): Uint8Array {
  switch (writeFormat(argument, validity)) {
    case FORMATS.relative: {
      const { minutes } = requireMembers(argument, validity, ['format', 'minutes'])
      return Uint8Array.of(writeMinutes(requireMinutes(`${argument}.minutes`, minutes)))
    }
    case FORMATS.absolute: {
      const { time } = requireMembers(argument, validity, ['format', 'time'])
      return writeTime(`${argument}.time`, time)
    }
    case FORMATS.enhanced:
      return writeEnhanced(argument, validity)
    default:
      return new Uint8Array()
  }
}

function parseMinutes(octet: number): number {
  const { first, base, step } = RELATIVE.find(({ last }) => octet <= last)!
  return base + (octet - first) * step
}

/** Writes minutes in one octet: the shortest period that is at least as long. */
function writeMinutes(minutes: number): number {
  const { first, base, step } = RELATIVE.find(
    (range) => minutes <= range.base + (range.last - range.first) * range.step,
  )!
  return first + Math.max(0, Math.ceil((minutes - base) / step))
}

function requireMinutes(argument: string, minutes: unknown): number {
  return requireInteger(argument, minutes, 1, MOST_MINUTES)
}

function parseEnhanced(octets: Uint8Array): EnhancedValidity {
  const [indicator = 0] = octets
  return {
    format: 'enhanced',
    singleShot: (indicator & SINGLE_SHOT) !== 0,
    // The period comes after the indicators, and is whole.
    ...(indicator & MORE || octets.length < ENHANCED_OCTETS ? {} : parsePeriod(indicator & PERIOD, octets.subarray(1))),
    octets,
  }
}

function parsePeriod(period: number, octets: Uint8Array): Pick<EnhancedValidity, 'minutes' | 'seconds'> {
  if (period === MINUTES) return { minutes: parseMinutes(octets[0]!) }
  if (period === SECONDS) return octets[0] === 0 ? {} : { seconds: octets[0]! }
  if (period !== CLOCK) return {}
  const [hours, minutes, seconds] = [0, 1, 2].map((at) => Number(readTwoDigits(octets[at]!))) as [
    number,
    number,
    number,
  ]
  return { seconds: 3600 * hours + 60 * minutes + seconds }
}

const MEMBERS = ['format', 'singleShot', 'minutes', 'seconds', 'octets'] as const

function writeEnhanced(argument: string, validity: unknown): Uint8Array {
  const members = requireMembers(argument, validity, MEMBERS)
  const singleShot = requireBoolean(`${argument}.singleShot`, members.singleShot ?? false)
  const { minutes, seconds } = members
  if (members.octets !== undefined) {
    const own = requireOctets(`${argument}.octets`, members.octets)
    const said = parseEnhanced(own)
    const isSame = said.singleShot === singleShot && said.minutes === minutes && said.seconds === seconds
    if (own.length === ENHANCED_OCTETS && isSame) return own
  }
  if (minutes !== undefined && seconds !== undefined) {
    throw new SeptetError(
      'invalid-value',
      `${argument}.seconds`,
      seconds,
      'is beside minutes; a period has one of them',
    )
  }
  const octets = new Uint8Array(ENHANCED_OCTETS)
  octets.set(writePeriod(argument, minutes, seconds))
  if (singleShot) octets[0]! |= SINGLE_SHOT
  return octets
}

function writePeriod(argument: string, minutes: unknown, seconds: unknown): number[] {
  if (minutes !== undefined) return [MINUTES, writeMinutes(requireMinutes(`${argument}.minutes`, minutes))]
  if (seconds === undefined) return []
  const period = requireInteger(`${argument}.seconds`, seconds, 1, MOST_SECONDS)
  if (period <= 0xff) return [SECONDS, period]
  return [CLOCK, ...[Math.floor(period / 3600), Math.floor(period / 60) % 60, period % 60].map(writeTwoDigits)]
}
