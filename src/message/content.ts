// TS 23.038 6, TS 23.040 9.2.3.16: what comes after the header, as text.
import { countHeaderSeptets } from '../core/capacity'
import { decodePacked, decodeUcs2, decodeUnpacked } from '../core/decode'
import type { Tables } from '../core/languages'
import type { Refuse } from '../header/refuse'
import type { Encoding } from '../types'

/** User data, and what is known of it. */
export interface UserData {
  readonly argument: string
  readonly userData: Uint8Array
  readonly userDataLength: number | undefined
  /** Septets eight in seven octets; false for every other encoding. */
  readonly packed: boolean
  readonly encoding: Encoding
}

/** Replaces one septet or one unit that cannot be read. */
const REPLACEMENT = '\ufffd'

/**
 * The text after the `header` octets; the octets themselves of 8-bit data, which are never replaced.
 *
 * There must be as many octets as TP-UDL says. It counts septets in packed GSM-7, otherwise octets. Where `refuse`
 * returns, fewer octets are read as far as they go, and further octets are not read.
 */
export function decodeContent(data: UserData, header: number, tables: Tables, refuse: Refuse): string | Uint8Array {
  const { userData, encoding, packed } = data
  requireOctetsFor(data, refuse)
  if (packed) return readPacked(data, header, tables, refuse)
  const end = findContentEnd(data, header)
  if (encoding === '8-bit') return userData.slice(header, end)
  if (encoding === 'UCS-2') return readUcs2(data, header, end, refuse)
  return readUnpacked(data, header, end, tables, refuse)
}

/** Where octets that are not packed end: with the user data, or before, where TP-UDL says so. */
export function findContentEnd({ userData, userDataLength = userData.length }: UserData, header: number): number {
  return Math.max(header, Math.min(userData.length, userDataLength))
}

function requireOctetsFor({ argument, userData, userDataLength, packed }: UserData, refuse: Refuse): void {
  if (userDataLength === undefined) return
  const needed = packed ? Math.ceil((userDataLength * 7) / 8) : userDataLength
  if (needed === userData.length) return
  const reason = `is ${userData.length} octets long, and userDataLength ${userDataLength} makes ${needed}`
  const code = needed > userData.length ? 'truncated' : 'malformed'
  refuse(code, `${argument}.userData`, userData, reason, Math.min(needed, userData.length))
}

function readUcs2({ argument, userData }: UserData, header: number, end: number, refuse: Refuse): string {
  const isWhole = (end - header) % 2 === 0
  if (!isWhole) refuse('truncated', `${argument}.userData`, userData, 'ends within a 16-bit unit', end - 1)
  const text = decodeUcs2(userData.subarray(header, isWhole ? end : end - 1))
  return isWhole ? text : text + REPLACEMENT
}

/** An octet above 7F is no septet. An escape directly before it has no second septet. */
function readUnpacked(
  { argument, userData }: UserData,
  header: number,
  end: number,
  tables: Tables,
  refuse: Refuse,
): string {
  let text = ''
  let from = header
  for (let wide = findWide(userData, from, end); wide < end; wide = findWide(userData, from, end)) {
    refuse('malformed', `${argument}.userData`, userData, 'has an octet that is no septet', wide)
    text += decodeUnpacked(userData.subarray(from, wide), tables) + REPLACEMENT
    from = wide + 1
  }
  return text + decodeUnpacked(userData.subarray(from, end), tables)
}

function findWide(userData: Uint8Array, from: number, end: number): number {
  while (from < end && userData[from]! <= 0x7f) from++
  return from
}

function readPacked(
  { argument, userData, userDataLength }: UserData,
  header: number,
  tables: Tables,
  refuse: Refuse,
): string {
  const first = countHeaderSeptets(header)
  const room = Math.floor((userData.length * 8) / 7)
  const end = Math.min(userDataLength ?? Math.max(first, guessLength(userData)), Math.max(first, room))
  if (first > end) {
    refuse('malformed', `${argument}.userDataLength`, end, `is less than the ${first} septets of the header`)
  }
  return decodePacked(userData, first, end, tables)
}

/**
 * The number of septets where TP-UDL is not known: as many as the octets have room for. Where the last septet
 * ends with the last octet and is 0, it is fill, and not a final @ (TS 23.038 6.1.2.1).
 */
function guessLength(userData: Uint8Array): number {
  const septets = Math.floor((userData.length * 8) / 7)
  const spare = septets > 0 && septets % 8 === 0 && userData.at(-1)! >> 1 === 0
  return spare ? septets - 1 : septets
}
