// TS 23.040 9.1.2.5: an address field. Its length in digits, a type-of-address octet, and digits in swapped semi-octets; or
// septets, where the type of number is alphanumeric.
import { requireInteger, requireString } from '../arguments'
import { FOREIGN, FOREIGN_AT, start } from '../core/text'
import { copyIn, copyOut } from '../core/window'
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

/** An address from its octets; undefined where they are none. */
export function readAddress(octets: Uint8Array): Address | undefined {
  const [digits, typeOfAddress] = octets
  const value = octets.slice(2)
  if (digits === undefined || typeOfAddress === undefined || typeOfAddress < EXTENSION) return undefined
  if (value.length > MOST || value.length !== Math.ceil(digits / 2)) return undefined
  const address = isAlphanumeric(typeOfAddress) ? septets(value, (digits * 4) / 7) : semiOctets(value, digits)
  return address === undefined ? undefined : { address, typeOfAddress }
}

/** The octets of an address. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function writeAddress(argument: string, { address, typeOfAddress }: Partial<Address>): number[] {
  const text = requireString(`${argument}.address`, address)
  const type = requireInteger(`${argument}.typeOfAddress`, typeOfAddress, EXTENSION, 0xff)
  const { digits, value } = isAlphanumeric(type) ? packed(argument, text) : swapped(argument, text)
  if (value.length <= MOST) return [digits, type, ...value]
  const message = `takes ${value.length} octets; ${MOST} is the most`
  throw new SeptetError('invalid-value', `${argument}.address`, address, message)
}

function isAlphanumeric(typeOfAddress: number): boolean {
  return (typeOfAddress & TYPE_OF_NUMBER) === ALPHANUMERIC
}

function semiOctets(value: Uint8Array, count: number): string | undefined {
  const digits = readDigits(value, count)
  return digits.length === count ? digits : undefined
}

function swapped(argument: string, address: string): { digits: number; value: number[] } {
  const value = writeDigits(address)
  if (Array.isArray(value)) return { digits: address.length, value }
  const message = 'must be digits of 0-9, *, #, a, b, c'
  throw new SeptetError('invalid-value', `${argument}.address`, address, message, value.stray)
}

function septets(value: Uint8Array, count: number): string {
  const engine = start()
  engine.octets.set(value)
  return copyOut(engine, engine.core.decodeGsm7(0, Math.floor(count), 1, 0, 0))
}

/** The length counts semi-octets that hold a bit of the septets. */
function packed(argument: string, address: string): { digits: number; value: Uint8Array } {
  const engine = start()
  const { core, TEXT, result, lengths, octets } = engine
  const most = core.capacityGsm7(0)
  const length = copyIn(engine, address, 0, Math.min(address.length, most))
  if (core.segmentGsm7(TEXT, length, most, most) === FOREIGN) {
    const offset = result[FOREIGN_AT]!
    const message = 'must be GSM-7'
    throw new SeptetError('invalid-value', `${argument}.address`, address, message, offset)
  }
  const end = core.encodeGsm7(TEXT, 1, 0, 8, 0, 1, 0)
  return { digits: Math.ceil((lengths[1]! * 7) / 4), value: octets.slice(0, end) }
}
