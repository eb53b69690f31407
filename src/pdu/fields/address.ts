// TS 23.040 9.1.2.5: an address. It has its length in semi-octets, the type of address, and digits or a name. In the
// service centre address before a TPDU, the length counts octets (TS 24.011 8.2.5.1, TS 27.005 3.1).
import { SeptetError } from 'septet'
import { describe, requireInteger, requireMembers, requireOctets, requireOneOf, requireString } from '../../arguments'
import { readDigits, writeDigits } from '../../semi-octets'
import { type Cursor, createCursor, reportFault, take, takeOctet } from './cursor'
import type { Address, NumberPlan, NumberType } from './field-types'
import { decodeSeptets, encodeUnits, pack, unpack } from './septets'

/** Type of number, bits 6 to 4, in the order of its codes. */
const TYPES: readonly NumberType[] = [
  'unknown',
  'international',
  'national',
  'network',
  'subscriber',
  'alphanumeric',
  'abbreviated',
  'reserved',
]

/** Numbering plan identification, bits 3 to 0. The other values belong to the service centre, or are reserved. */
const PLANS: Readonly<Record<number, NumberPlan>> = {
  0: 'unknown',
  1: 'e164',
  3: 'x121',
  4: 'telex',
  8: 'national',
  9: 'private',
  10: 'ermes',
}

/** Bit 7 of every type of address. */
const EXTENSION = 0x80
const ESCAPE = 0x1b

/** What the length octet of the field counts. */
type LengthUnit = 'semi-octets' | 'octets'

/** The most octets of a value: ten. */
const MOST_DIGITS = 20
const MOST_SEPTETS = 11

/** Reads the address field called `name`. */
export function readAddress(cursor: Cursor, name: string): Address {
  const from = cursor.at
  const length = takeOctet(cursor, name) ?? 0
  if (length > MOST_DIGITS) {
    reportFault(cursor, 'malformed', from, `announces ${length} semi-octets of ${name}; ${MOST_DIGITS} is the most`)
  }
  const [typeOfAddress = 0, ...value] = take(cursor, 1 + Math.ceil(length / 2), name)
  return createAddress(cursor.octets.slice(from, cursor.at), typeOfAddress, Uint8Array.from(value), length)
}

/**
 * Reads the service centre address. Returns undefined where its length is 0: then the phone uses the one that it has
 * stored.
 */
export function readServiceCentre(cursor: Cursor): Address | undefined {
  const from = cursor.at
  const name = 'the service centre address'
  const length = takeOctet(cursor, name) ?? 0
  if (length === 0) return undefined
  if (length > 1 + MOST_DIGITS / 2) {
    reportFault(cursor, 'malformed', from, `announces ${length} octets of ${name}; ${1 + MOST_DIGITS / 2} is the most`)
  }
  const [typeOfAddress = 0, ...value] = take(cursor, length, name)
  return createAddress(cursor.octets.slice(from, cursor.at), typeOfAddress, Uint8Array.from(value), 2 * value.length)
}

function createAddress(octets: Uint8Array, typeOfAddress: number, value: Uint8Array, length: number): Address {
  const type = TYPES[(typeOfAddress >> 4) & 7]!
  const code = typeOfAddress & 15
  // A field that was cut gives what is there.
  const semiOctets = Math.min(length, 2 * value.length)
  return {
    value: type === 'alphanumeric' ? unpackName(value, semiOctets) : readDigits(value, semiOctets),
    type,
    plan: PLANS[code] ?? code,
    octets,
  }
}

function unpackName(value: Uint8Array, semiOctets: number): string {
  return decodeSeptets(unpack(value, Math.floor((4 * semiOctets) / 7)))
}

/** Writes an address field. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function writeAddress(argument: string, input: unknown): Uint8Array {
  return writeInput(argument, input, 'semi-octets', (cursor) => readAddress(cursor, 'the address'))
}

/**
 * Writes the service centre address; `00` where there is none.
 * @throws {SeptetError} 'invalid-type', 'invalid-value'
 */
export function writeServiceCentre(argument: string, input: unknown): Uint8Array {
  if (input === undefined) return Uint8Array.of(0)
  return writeInput(argument, input, 'octets', readServiceCentre)
}

/** The parts of an address, without its octets. */
type AddressParts = Omit<Address, 'octets'>

const MEMBERS = ['value', 'type', 'plan', 'octets'] as const

function writeInput(
  argument: string,
  input: unknown,
  unit: LengthUnit,
  read: (cursor: Cursor) => Address | undefined,
): Uint8Array {
  if (typeof input === 'string') return writeParts(parseDialled(input), unit, argument)
  if (typeof input !== 'object' || input === null) {
    const message = `must be a string or an address, got ${describe(input)}`
    throw new SeptetError('invalid-type', argument, input, message)
  }
  const { value, type, plan, octets } = requireMembers(argument, input, MEMBERS)
  const said = {
    value: requireString(`${argument}.value`, value),
    type: type === undefined ? 'unknown' : requireOneOf(`${argument}.type`, type, TYPES as readonly unknown[]),
    plan: plan === undefined ? undefined : requirePlan(`${argument}.plan`, plan),
  } as AddressParts
  said.plan ??= said.type === 'alphanumeric' ? 'unknown' : 'e164'
  const own = octets === undefined ? undefined : requireOctets(`${argument}.octets`, octets)
  return own && isSameAddress(own, said, read) ? own : writeParts(said, unit, `${argument}.value`)
}

/** Whether given octets mean the same as the other members. If so, they are written, even if ours would differ. */
function isSameAddress(octets: Uint8Array, said: AddressParts, read: (cursor: Cursor) => Address | undefined): boolean {
  const cursor = createCursor('address', octets, true)
  const address = read(cursor)
  if (address === undefined || cursor.at < octets.length || cursor.faults!.length > 0) return false
  return address.value === said.value && address.type === said.type && address.plan === said.plan
}

/** Reads a number as a person dials it. `+` is not a digit: it sets the type. */
function parseDialled(number: string): AddressParts {
  return number.startsWith('+')
    ? { value: number.slice(1), type: 'international', plan: 'e164' }
    : { value: number, type: 'unknown', plan: 'e164' }
}

function requirePlan(argument: string, plan: unknown): NumberPlan {
  if (typeof plan !== 'number') return requireOneOf(argument, plan, Object.values(PLANS)) as NumberPlan
  const code = requireInteger(argument, plan, 0, 15)
  return PLANS[code] ?? code
}

function writeParts({ value, type, plan }: AddressParts, unit: LengthUnit, argument: string): Uint8Array {
  const code = typeof plan === 'number' ? plan : Number(Object.keys(PLANS).find((key) => PLANS[+key] === plan))
  const { length, octets } = type === 'alphanumeric' ? packName(argument, value) : swapDigits(argument, value)
  const typeOfAddress = EXTENSION | (TYPES.indexOf(type) << 4) | code
  return Uint8Array.of(unit === 'octets' ? 1 + octets.length : length, typeOfAddress, ...octets)
}

function swapDigits(
  argument: string,
  digits: string,
): { length: number; octets: ArrayLike<number> & Iterable<number> } {
  const octets = writeDigits(digits)
  if (!Array.isArray(octets)) {
    const message = `has ${JSON.stringify(digits[octets.stray])}; an address has digits of 0-9, *, #, a, b and c`
    throw new SeptetError('invalid-value', argument, digits, message, octets.stray)
  }
  if (digits.length > MOST_DIGITS) {
    const message = `has ${digits.length} digits; ${MOST_DIGITS} is the most`
    throw new SeptetError('invalid-value', argument, digits, message, MOST_DIGITS)
  }
  return { length: digits.length, octets }
}

/**
 * Packs a name. Its length counts the semi-octets that have a bit of it. The clause asks for the default alphabet, without its
 * extension.
 */
function packName(argument: string, name: string): { length: number; octets: Uint8Array } {
  const { octets: septets } = nameErrors(argument, () => encodeUnits(name, { encoding: 'GSM-7' }))
  if (septets.includes(ESCAPE)) {
    throw new SeptetError('invalid-value', argument, name, 'has a character of the extension table; a name has none')
  }
  if (septets.length > MOST_SEPTETS) {
    const message = `has ${septets.length} characters; ${MOST_SEPTETS} is the most of a name`
    throw new SeptetError('invalid-value', argument, name, message, MOST_SEPTETS)
  }
  return { length: Math.ceil((7 * septets.length) / 4), octets: pack(septets) }
}

/** Runs `work` on the value of an argument. An error that it throws names that argument. */
function nameErrors<Result>(argument: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof SeptetError)) throw error
    throw new SeptetError(error.code, argument, error.value, error.reason, error.offset)
  }
}
