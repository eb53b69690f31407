// TS 23.038 6.2.1.1 and 6.2.3: octets as text. User data that is longer than a TP-UD, which SMPP can carry, is read window by window.
import { ESCAPE, MOST_SEGMENTS, UNPACKED } from '../../assembly/abi'
import type { Tables } from './languages'
import { type Engine, start } from './text'
import { copyOut } from './window'

/** Most octets at once: an even number, and less than the core takes, so that an escape pair at the end has room. */
const WINDOW_OCTETS = MOST_SEGMENTS * UNPACKED - 800

/** Most packed septets at once: a multiple of eight, so that a window begins where an octet does. */
const WINDOW_SEPTETS = 304

/** The text of UCS-2 octets, high octet first: an even number of them. */
export function decodeUcs2(octets: Uint8Array): string {
  const engine = start()
  let text = ''
  for (let from = 0; from < octets.length; from += WINDOW_OCTETS) {
    const to = Math.min(from + WINDOW_OCTETS, octets.length)
    text += copyOut(engine, engine.core.decodeUcs2(0, copyOctets(engine, octets, from, to)))
  }
  return text
}

/** The text of septets, one an octet: none is above 7F. */
export function decodeUnpacked(octets: Uint8Array, { locking, single }: Tables): string {
  const engine = start()
  let text = ''
  for (let from = 0; from < octets.length; ) {
    const to = findWindowEnd(from, octets.length, WINDOW_OCTETS, (place) => octets[place]!)
    text += copyOut(engine, engine.core.decodeGsm7(0, copyOctets(engine, octets, from, to), 0, locking, single))
    from = to
  }
  return text
}

/** The text of packed septets, from septet `first` to septet `end` of the octets, as TP-UDL counts them. */
export function decodePacked(octets: Uint8Array, first: number, end: number, { locking, single }: Tables): string {
  const engine = start()
  let text = ''
  for (let from = first; from < end; ) {
    const to = findWindowEnd(from, end, WINDOW_SEPTETS, (place) => readSeptet(octets, place))
    // Every eighth septet begins where an octet does.
    const base = from - (from % 8)
    copyOctets(engine, octets, (base / 8) * 7, Math.ceil((to * 7) / 8))
    text += copyOut(engine, engine.core.decodeGsm7(from - base, to - base, 1, locking, single))
    from = to
  }
  return text
}

/** Where a window ends: not inside an escape pair. */
function findWindowEnd(from: number, end: number, most: number, septet: (place: number) => number): number {
  if (end - from <= most) return end
  let escapes = 0
  while (escapes < most && septet(from + most - 1 - escapes) === ESCAPE) escapes++
  return from + most + (escapes % 2)
}

/** The septet at a place (TS 23.038 6.1.2.1): the low bits of an octet come first. */
function readSeptet(octets: Uint8Array, place: number): number {
  const bit = place * 7
  const at = Math.floor(bit / 8)
  return (((octets[at + 1] ?? 0) * 256 + octets[at]!) >> (bit % 8)) & 0x7f
}

/** Copies octets to where the core reads them. Returns how many. */
function copyOctets(engine: Engine, octets: Uint8Array, from: number, to: number): number {
  const isAll = from === 0 && to === octets.length
  if (to > from) engine.octets.set(isAll ? octets : octets.subarray(from, to))
  return to - from
}
