// TS 23.038 6.2.1, 6.2.1.1 and 6.2.3: octets as text, as a receiver has to read them.
import { ESCAPE } from './abi'
import { EXTENSION_TABLE, MAIN_TABLE } from './alphabet'
import { lockingTable, singleShiftTable } from './language/index'
import { OCTETS, TEXT } from './memory'
import { unpack } from './septets'
import { SEPTETS } from './text-memory'
import { readUnits } from './ucs2'

const SPACE: i32 = 0x20
const CR: i32 = 0x0d

/**
 * Reads the GSM-7 user data in OCTETS, from septet `first` to septet `end`. Packed septets are counted as TP-UDL counts them;
 * unpacked septets are one in each octet. `locking` and `single` are languages whose tables are used: 0, or a language without
 * such a table, is the default. Writes TEXT and returns its units.
 */
export function decodeGsm7(first: i32, end: i32, packed: i32, locking: i32, single: i32): i32 {
  const main = chooseTable(lockingTable(locking), MAIN_TABLE)
  const extension = chooseTable(singleShiftTable(single), EXTENSION_TABLE)
  if (packed) unpack(OCTETS, end, SEPTETS)
  const septets = packed ? SEPTETS : OCTETS
  let to = TEXT
  while (first < end) {
    const septet = readSeptet(septets, first++)
    if (septet !== ESCAPE) store<u16>(to, findCharacter(main, septet))
    else store<u16>(to, first < end ? findExtended(main, extension, readSeptet(septets, first++)) : SPACE)
    to += 2
  }
  return <i32>((to - TEXT) >> 1)
}

/** Reads the UCS-2 user data in OCTETS from octet `first` to `end`, an even number. Writes TEXT and returns its units. */
export function decodeUcs2(first: i32, end: i32): i32 {
  const units = (end - first) >> 1
  readUnits(OCTETS + <usize>first, units, TEXT)
  return units
}

/** In SMPP the high bit of an octet may be set; a septet has no such bit. */
function readSeptet(septets: usize, index: i32): i32 {
  return load<u8>(septets + <usize>index) & 0x7f
}

function chooseTable(table: usize, otherwise: usize): usize {
  return table ? table : otherwise
}

/** The character of a main table. Where a national table has none, it is a space, as phones show it. */
function findCharacter(main: usize, septet: i32): i32 {
  const unit: i32 = load<u16>(main + ((<usize>septet) << 1))
  return unit ? unit : SPACE
}

/**
 * The character of the septet after an escape [6.2.1.1].
 *
 *   a second escape      a space: it is reserved [note 1]
 *   CR                   CR: control characters are not extended [note 4]
 *   in the extension     its character there
 *   anything else        its character in the main table
 */
function findExtended(main: usize, extension: usize, septet: i32): i32 {
  if (septet === ESCAPE) return SPACE
  if (septet === CR) return CR
  const unit: i32 = load<u16>(extension + ((<usize>septet) << 1))
  return unit ? unit : findCharacter(main, septet)
}
