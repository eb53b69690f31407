// TS 23.038 6.2.1.2: text in two national language tables, one instead of the main table and one instead of the extension table.

import { ESCAPE, FOREIGN, FOREIGN_AT, REMAINING, UNITS } from '../abi'
import { countSeptets, IN_EXTENSION } from '../encoder'
import { setResult } from '../memory'
import { writeCut } from '../segment'
import { endSeptets, writeEncoded } from '../septets'
import { NATIONAL } from '../text-memory'
import { isDecodeOnly, lockingTable, singleShiftTable } from './index'

/** The languages of NATIONAL, locking and single, each plus 1; 0 before the first selection, when NATIONAL is empty. */
const SELECTED: usize = memory.data(8, 4)

/**
 * Makes NATIONAL the encoder table of the languages `locking` and `single`; 0 is the default alphabet or its extension table.
 * Both languages must have such a table.
 */
export function selectTables(locking: i32, single: i32): void {
  const oldLocking = load<i32>(SELECTED) - 1
  const oldSingle = load<i32>(SELECTED, 4) - 1
  if (oldLocking === locking && oldSingle === single) return
  clear(lockingTable(oldLocking))
  clear(singleShiftTable(oldSingle))
  enter(singleShiftTable(single), IN_EXTENSION, single)
  enter(lockingTable(locking), 0, -1)
  store<i32>(SELECTED, locking + 1)
  store<i32>(SELECTED, single + 1, 4)
}

/** From the highest code to the lowest: where a table has a character twice, the lower code is the one to write. */
function enter(table: usize, flag: i32, language: i32): void {
  for (let septet = 127; septet >= 0; septet--) {
    const unit = load<u16>(table + ((<usize>septet) << 1))
    if (unit && !isDecodeOnly(language, septet)) store<u8>(NATIONAL + <usize>unit, flag | (septet ^ ESCAPE))
  }
}

function clear(table: usize): void {
  if (!table) return
  for (let septet: usize = 0; septet < 256; septet += 2) store<u8>(NATIONAL + <usize>load<u16>(table + septet), 0)
}

/** The same as `cutGsm7`, in the selected tables. */
export function cutNational(at: usize, length: i32, capacity: i32, room: i32): i32 {
  let septets = 0
  let cuts = 0
  for (let offset = 0; offset < length; offset++) {
    const encoded = readEncodingAt(at, offset)
    if (!encoded) {
      setResult(FOREIGN_AT, offset)
      return FOREIGN
    }
    const need = countSeptets(encoded)
    if (need > room) {
      writeCut(cuts++, offset, capacity - room)
      room = capacity
    }
    room -= need
    septets += need
  }
  writeCut(cuts, length, capacity - room)
  setResult(UNITS, septets)
  setResult(REMAINING, room)
  return cuts
}

/** The same as `writeSeptets`, in the selected tables. */
export function writeNational(at: usize, start: i32, end: i32, to: usize): usize {
  for (; start < end; start++) to = writeEncoded(readEncodingAt(at, start), to)
  endSeptets(to)
  return to
}

function readEncodingAt(at: usize, offset: i32): i32 {
  return load<u8>(NATIONAL + <usize>load<u16>(at + ((<usize>offset) << 1)))
}
