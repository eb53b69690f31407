// TS 23.040 9.2.3.16 and 9.2.3.24: the user data and its length, in septets where it is packed GSM-7, else in octets.
import { SeptetError } from 'septet'
import { type Members, requireBoolean, requireInteger } from '../../arguments'
import { parseDataCoding } from '../../message/data-coding'
import { type Cursor, reportFault, take, takeOctet } from './cursor'
import { requireOctetsUpTo } from './octet-string'
import { countFillBits, pack } from './septets'

/** User data and its length. */
export interface MeasuredUserData {
  userData: Uint8Array
  userDataLength: number
}

/** The most octets in which SMPP carries 160 septets, one an octet. */
const MOST_UNPACKED = 160

/** Whether the length counts septets. For compressed text (TS 23.042) it counts octets. */
export function isSeptets(dataCoding: number): boolean {
  const { encoding, compressed } = parseDataCoding(dataCoding)
  return encoding === 'GSM-7' && !compressed
}

function countOctets(length: number, dataCoding: number): number {
  return isSeptets(dataCoding) ? Math.ceil((7 * length) / 8) : length
}

/** Reads the length, and the octets that it means: no more than `most`, and no more than there are. */
export function readUserData(cursor: Cursor, dataCoding: number, most: number): MeasuredUserData {
  const from = cursor.at
  const length = takeOctet(cursor, 'the user data length') ?? 0
  const announced = countOctets(length, dataCoding)
  if (announced > most) {
    reportFault(
      cursor,
      'malformed',
      from,
      `is a user data length of ${length}, which makes ${announced} octets; ${most} is the most`,
    )
  }
  const left = Math.min(most, cursor.octets.length - cursor.at)
  const userData = take(cursor, Math.min(announced, most), 'the user data')
  if (announced <= left) return { userData, userDataLength: length }
  return { userData, userDataLength: isSeptets(dataCoding) ? Math.floor((8 * left) / 7) : left }
}

/** Writes the length and the octets. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function writeUserData(argument: string, members: Members, dataCoding: number, most: number): Uint8Array {
  const packed = members.packed === undefined || requireBoolean(`${argument}.packed`, members.packed)
  const { userData, userDataLength } =
    packed || !isSeptets(dataCoding)
      ? requireWhole(argument, members, dataCoding, most)
      : packUserData(argument, members, most)
  return Uint8Array.of(userDataLength, ...userData)
}

function requireWhole(argument: string, members: Members, dataCoding: number, most: number): MeasuredUserData {
  const userData = requireOctetsUpTo(`${argument}.userData`, members.userData, most)
  const userDataLength = requireInteger(`${argument}.userDataLength`, members.userDataLength, 0, 0xff)
  const octets = countOctets(userDataLength, dataCoding)
  if (octets === userData.length) return { userData, userDataLength }
  const message = `makes ${octets} octets, and the user data has ${userData.length}`
  throw new SeptetError('invalid-value', `${argument}.userDataLength`, userDataLength, message)
}

/** Packs septets, one an octet as in SMPP, after a header of octets. */
function packUserData(argument: string, members: Members, most: number): MeasuredUserData {
  const place = `${argument}.userData`
  const octets = requireOctetsUpTo(place, members.userData, MOST_UNPACKED)
  const header = members.hasHeader ? 1 + (octets[0] ?? 0) : 0
  if (header > octets.length)
    throw new SeptetError('invalid-value', place, octets, 'ends within its header', octets.length)
  const stray = octets.findIndex((octet, at) => at >= header && octet > 0x7f)
  if (stray >= 0) throw new SeptetError('invalid-value', place, octets, 'has an octet that is not a septet', stray)
  const fillBits = countFillBits(header)
  const body = pack(octets.subarray(header), fillBits)
  // A header without text is followed by its fill bits, because the length counts whole septets.
  const userData = Uint8Array.of(...octets.subarray(0, header), ...body)
  const userDataLength = (8 * header + fillBits) / 7 + octets.length - header
  if (userData.length > most) {
    const message = `takes ${userData.length} octets once it is packed; ${most} is the most`
    throw new SeptetError('invalid-value', place, octets, message)
  }
  return { userData, userDataLength }
}
