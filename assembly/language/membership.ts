// TS 23.038 6.2.1.2: which tables have a character, and so which languages a text can be written in.
//
// Units that are in the same tables are one class; there are about forty classes. A text is tallied once, by class. Its
// septets in any choice of tables follow from the tally, without another look at the text.
import { CLASS_TABLES, TALLY, UNIT_CLASSES } from '../text-memory'
import { isDecodeOnly, LAST_LANGUAGE, lockingTable, singleShiftTable } from './index'

/** The number of classes. It is at the place of class 0, which has no tables. */
const CLASS_COUNT: usize = CLASS_TABLES

/**
 * The tables that have a unit, one bit each: bit n for the locking shift table of language n, bit 16 + n for its single
 * shift table; 0 is the default alphabet and its extension table.
 */
export function tablesOf(unit: i32): i32 {
  derive()
  const found = readClass(unit)
  return found ? readTables(found) : 0
}

/**
 * Adds the `length` units at `at` to TALLY. `isFirst` is 1 for the first window of a text: TALLY is emptied first.
 * Place 0 counts the units that no table has.
 */
export function tally(at: usize, length: i32, isFirst: i32): void {
  derive()
  if (isFirst) for (let place: usize = 0; place < 1024; place += 4) store<u32>(TALLY + place, 0)
  for (const end = at + ((<usize>length) << 1); at < end; at += 2) {
    const place = TALLY + ((<usize>readClass(load<u16>(at))) << 2)
    store<u32>(place, load<u32>(place) + 1)
  }
}

/**
 * Septets of the tallied text in the tables of the languages `locking` and `single`, 0 for the default; -1 where a unit
 * is in neither.
 */
export function septetsIn(locking: i32, single: i32): i32 {
  let septets: i32 = 0
  if (load<u32>(TALLY)) return -1
  const classes = load<i32>(CLASS_COUNT)
  for (let index = 1; index < classes; index++) {
    const units: i32 = load<i32>(TALLY + ((<usize>index) << 2))
    if (!units) continue
    const tables = readTables(index)
    if ((tables >>> locking) & 1) septets += units
    else if ((tables >>> (16 + single)) & 1) septets += 2 * units
    else return -1
  }
  return septets
}

function readClass(unit: i32): i32 {
  return load<u8>(UNIT_CLASSES + <usize>unit)
}

function readTables(index: i32): i32 {
  return load<i32>(CLASS_TABLES + ((<usize>index) << 2))
}

/**
 * Fills the classes at the first call: about 3,000 characters. A text that needs no language does not wait for this.
 */
function derive(): void {
  if (load<i32>(CLASS_COUNT)) return
  store<i32>(CLASS_COUNT, 1)
  for (let language = 0; language <= LAST_LANGUAGE; language++) {
    enter(lockingTable(language), 1 << language, -1)
    enter(singleShiftTable(language), 1 << (16 + language), language)
  }
}

function enter(table: usize, bit: i32, language: i32): void {
  if (!table) return
  for (let septet = 0; septet < 128; septet++) {
    const unit: i32 = load<u16>(table + ((<usize>septet) << 1))
    if (!unit || isDecodeOnly(language, septet)) continue
    const before = readClass(unit)
    const tables = (before ? readTables(before) : 0) | bit
    store<u8>(UNIT_CLASSES + <usize>unit, findClass(tables))
  }
}

/** The class of these tables. It is added where there is none yet. */
function findClass(tables: i32): i32 {
  const classes = load<i32>(CLASS_COUNT)
  for (let index = 1; index < classes; index++) if (readTables(index) === tables) return index
  store<i32>(CLASS_TABLES + ((<usize>classes) << 2), tables)
  store<i32>(CLASS_COUNT, classes + 1)
  return classes
}
