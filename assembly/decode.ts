// The way back, as a receiver has to do it: TS 23.038 6.2.1 and 6.2.1.1.
import { ESCAPE } from './abi'
import { ALPHABET, EXTENSION } from './alphabet'
import { lockingTable, singleShiftTable } from './language/index'
import { OCTETS, TEXT } from './memory'
import { unpack } from './septets'
import { SEPTETS } from './text-memory'
import { readUnits } from './ucs2'

const SPACE: i32 = 0x20
const CR: i32 = 0x0d

/**
 * Reads the text of the GSM-7 user data in OCTETS: the septets from `first` to `end` of packed ones, counted as TP-UDL
 * counts, or the octets from `first` to `end` of unpacked ones; by the tables of the languages `locking` and `single`, where
 * 0, and a language without such a table, is the default one. Writes TEXT and answers its units.
 */
export function decodeGsm7(first: i32, end: i32, packed: i32, locking: i32, single: i32): i32 {
  const main = tableOr(lockingTable(locking), ALPHABET)
  const extension = tableOr(singleShiftTable(single), EXTENSION)
  if (packed) unpack(OCTETS, end, SEPTETS)
  const septets = packed ? SEPTETS : OCTETS
  let to = TEXT
  while (first < end) {
    const septet = septetAt(septets, first++)
    if (septet !== ESCAPE) store<u16>(to, shown(main, septet))
    else store<u16>(to, first < end ? extended(main, extension, septetAt(septets, first++)) : SPACE)
    to += 2
  }
  return <i32>((to - TEXT) >> 1)
}

/** Reads the UCS-2 user data in OCTETS from octet `first` to `end`, an even number. Writes TEXT and answers its units. */
export function decodeUcs2(first: i32, end: i32): i32 {
  const units = (end - first) >> 1
  readUnits(OCTETS + <usize>first, units, TEXT)
  return units
}

/** An octet of SMPP may have its high bit set; a septet has none. */
function septetAt(septets: usize, index: i32): i32 {
  return load<u8>(septets + <usize>index) & 0x7f
}

function tableOr(table: usize, otherwise: usize): usize {
  return table ? table : otherwise
}

/** The character of a main table; a space where a national one has none, as phones show it. */
function shown(main: usize, septet: i32): i32 {
  const unit: i32 = load<u16>(main + ((<usize>septet) << 1))
  return unit ? unit : SPACE
}

/**
 * The character behind an escape: of the extension table; where that has none, of the main table [6.2.1.1]; a space for a
 * second escape, which is reserved [6.2.1.1 note 1]; CR stays CR, since control characters are not extended [note 4].
 */
function extended(main: usize, extension: usize, septet: i32): i32 {
  if (septet === ESCAPE) return SPACE
  if (septet === CR) return CR
  const unit: i32 = load<u16>(extension + ((<usize>septet) << 1))
  return unit ? unit : shown(main, septet)
}
