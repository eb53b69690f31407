// TS 23.040 9.1.2.5: an address field. Its length in digits, a type-of-address octet, and digits in swapped semi-octets; or
// septets, where the type of number is alphanumeric.
import { requireInteger, requireString } from '../arguments'
import { decodePacked } from '../core/decode'
import { DEFAULT_TABLES } from '../core/languages'
import { packText } from '../core/septets'
import { SeptetError } from '../errors'
import { readDigits, writeDigits } from '../semi-octets'

/** Most octets of the address value. */
const MOST = 10

/** The high bit of every type-of-address. */
const EXTENSION = 0x80
const TYPE_OF_NUMBER = 0x70
const ALPHANUMERIC = 0x50

interface Address {
  readonly address: string
  readonly typeOfAddress: number
}

/** An address from its octets; undefined where they are no address. */
export function readAddress(octets: Uint8Array): Address | undefined {
  const [digits, typeOfAddress] = octets
  const value = octets.slice(2)
  if (digits === undefined || typeOfAddress === undefined || typeOfAddress < EXTENSION) return undefined
  if (value.length > MOST || value.length !== Math.ceil(digits / 2)) return undefined
  const address = isAlphanumeric(typeOfAddress) ? readSeptets(value, (digits * 4) / 7) : readSemiOctets(value, digits)
  return address === undefined ? undefined : { address, typeOfAddress }
}

/** The octets of an address. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function writeAddress(argument: string, { address, typeOfAddress }: Partial<Address>): number[] {
  const text = requireString(`${argument}.address`, address)
  const type = requireInteger(`${argument}.typeOfAddress`, typeOfAddress, EXTENSION, 0xff)
  const { digits, value } = isAlphanumeric(type) ? packAddress(argument, text) : writeSemiOctets(argument, text)
  if (value.length <= MOST) return [digits, type, ...value]
  const message = `takes ${value.length} octets; ${MOST} is the most`
  throw new SeptetError('invalid-value', `${argument}.address`, address, message)
}

function isAlphanumeric(typeOfAddress: number): boolean {
  return (typeOfAddress & TYPE_OF_NUMBER) === ALPHANUMERIC
}

function readSemiOctets(value: Uint8Array, count: number): string | undefined {
  const digits = readDigits(value, count)
  return digits.length === count ? digits : undefined
}

function writeSemiOctets(argument: string, address: string): { digits: number; value: number[] } {
  const value = writeDigits(address)
  if (Array.isArray(value)) return { digits: address.length, value }
  const message = 'must be digits of 0-9, *, #, a, b, c'
  throw new SeptetError('invalid-value', `${argument}.address`, address, message, value.stray)
}

function readSeptets(value: Uint8Array, count: number): string {
  return decodePacked(value, 0, Math.floor(count), DEFAULT_TABLES)
}

/** Packs a text as an address. The length counts the semi-octets that have a bit of a septet. */
function packAddress(argument: string, address: string): { digits: number; value: Uint8Array } {
  const made = packText(address)
  if (made.octets !== undefined) return { digits: Math.ceil((made.septets * 7) / 4), value: made.octets }
  throw new SeptetError('invalid-value', `${argument}.address`, address, 'must be GSM-7', made.foreignAt)
}
