// TS 23.038 6, TS 23.040 9.2.3.16: what stands after the header, as text. Longer user data than the air carries, as SMPP may
// hand it over, is read a window of the core at a time.

import type { Engine } from '../core/text'
import { copyOut } from '../core/window'
import type { Encoding } from '../types'
import type { Refuse } from './refuse'

/** Languages by whose tables the septets are read; 0 is the default. */
export interface Tables {
  readonly locking: number
  readonly single: number
}

/** User data, and what is known of it. */
export interface UserData {
  readonly argument: string
  readonly userData: Uint8Array
  readonly userDataLength: number | undefined
  /** Septets eight in seven octets; false for every other encoding. */
  readonly packed: boolean
  readonly encoding: Encoding
}

/** Stands for one septet or one unit that cannot be read. */
const REPLACEMENT = '\ufffd'

const ESCAPE = 0x1b

/** Most octets of UCS-2 or unpacked septets, and most packed septets, that the core takes at once. */
const WINDOW_OCTETS = 40_000
const WINDOW_SEPTETS = 304

/**
 * The text after the `header` octets; the octets themselves of 8-bit data, which are never replaced.
 *
 * The octets must be those that TP-UDL counts: septets of packed GSM-7, octets otherwise. What there is counts where it is
 * more; what is beyond it is not read.
 */
export function contentOf(
  engine: Engine,
  data: UserData,
  header: number,
  tables: Tables,
  refuse: Refuse,
): string | Uint8Array {
  const { userData, encoding, packed } = data
  requireOctetsFor(data, refuse)
  if (packed) return packedSeptets(engine, data, header, tables, refuse)
  const end = contentEnd(data, header)
  if (encoding === '8-bit') return userData.slice(header, end)
  if (encoding === 'UCS-2') return ucs2(engine, data, header, end, refuse)
  return unpackedSeptets(engine, data, header, end, tables, refuse)
}

/** Where octets that are not packed end: with the user data, or before, where TP-UDL says so. */
export function contentEnd({ userData, userDataLength = userData.length }: UserData, header: number): number {
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

function ucs2(engine: Engine, { argument, userData }: UserData, header: number, end: number, refuse: Refuse): string {
  const isWhole = (end - header) % 2 === 0
  if (!isWhole) refuse('truncated', `${argument}.userData`, userData, 'ends within a 16-bit unit', end - 1)
  const last = isWhole ? end : end - 1
  let text = ''
  for (let from = header; from < last; from += WINDOW_OCTETS) {
    const to = Math.min(from + WINDOW_OCTETS, last)
    text += copyOut(engine, engine.core.decodeUcs2(0, copyOctets(engine, userData, from, to)))
  }
  return isWhole ? text : text + REPLACEMENT
}

/** An octet above 7F is no septet, and an escape before it is one of nothing. */
function unpackedSeptets(
  engine: Engine,
  { argument, userData }: UserData,
  header: number,
  end: number,
  tables: Tables,
  refuse: Refuse,
): string {
  let text = ''
  let from = header
  for (let wide = wideAt(userData, from, end); wide < end; wide = wideAt(userData, from, end)) {
    refuse('malformed', `${argument}.userData`, userData, 'holds no septet', wide)
    text += unpackedRun(engine, userData, from, wide, tables) + REPLACEMENT
    from = wide + 1
  }
  return text + unpackedRun(engine, userData, from, end, tables)
}

function wideAt(userData: Uint8Array, from: number, end: number): number {
  while (from < end && userData[from]! <= 0x7f) from++
  return from
}

function unpackedRun(
  engine: Engine,
  userData: Uint8Array,
  from: number,
  end: number,
  { locking, single }: Tables,
): string {
  let text = ''
  while (from < end) {
    const to = windowEnd(from, end, WINDOW_OCTETS, (place) => userData[place]!)
    const octets = copyOctets(engine, userData, from, to)
    text += copyOut(engine, engine.core.decodeGsm7(0, octets, 0, locking, single))
    from = to
  }
  return text
}

function packedSeptets(
  engine: Engine,
  { argument, userData, userDataLength }: UserData,
  header: number,
  { locking, single }: Tables,
  refuse: Refuse,
): string {
  const first = engine.core.headerSeptets(header)
  const room = Math.floor((userData.length * 8) / 7)
  const end = Math.min(userDataLength ?? Math.max(first, probableLength(userData)), Math.max(first, room))
  if (first > end) {
    refuse('malformed', `${argument}.userDataLength`, end, `is less than the ${first} septets of the header`)
  }
  let text = ''
  let from = first
  while (from < end) {
    const to = windowEnd(from, end, WINDOW_SEPTETS, (place) => septetAt(userData, place))
    // Every eighth septet begins with an octet.
    const base = from - (from % 8)
    copyOctets(engine, userData, (base / 8) * 7, Math.ceil((to * 7) / 8))
    text += copyOut(engine, engine.core.decodeGsm7(from - base, to - base, 1, locking, single))
    from = to
  }
  return text
}

/** Where a window ends that does not divide an escape pair. */
function windowEnd(from: number, end: number, most: number, septet: (place: number) => number): number {
  if (end - from <= most) return end
  let escapes = 0
  while (escapes < most && septet(from + most - 1 - escapes) === ESCAPE) escapes++
  return from + most + (escapes % 2)
}

/** TS 23.038 6.1.2.1: the low bits of an octet first. */
function septetAt(octets: Uint8Array, place: number): number {
  const bit = place * 7
  const at = Math.floor(bit / 8)
  return (((octets[at + 1] ?? 0) * 256 + octets[at]!) >> (bit % 8)) & 0x7f
}

/** Copies octets to where the core reads them, and returns how many. */
function copyOctets(engine: Engine, userData: Uint8Array, from: number, to: number): number {
  const isAll = from === 0 && to === userData.length
  if (to > from) engine.octets.set(isAll ? userData : userData.subarray(from, to))
  return to - from
}

/**
 * Septets where nobody says how many: all that the octets have room for; but where seven bits are left over and zero, they
 * are fill rather than a final @ (TS 23.038 6.1.2.1).
 */
function probableLength(userData: Uint8Array): number {
  const septets = Math.floor((userData.length * 8) / 7)
  const spare = septets > 0 && septets % 8 === 0 && userData.at(-1)! >> 1 === 0
  return spare ? septets - 1 : septets
}
