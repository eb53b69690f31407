// TS 23.038 6.2.1: from Unicode to GSM-7. ENCODER is derived from the tables of alphabet.ts, so that there is one source.
import { ESCAPE } from './abi'
import { EXTENSION_TABLE, MAIN_TABLE } from './alphabet'
import { ENCODER } from './memory'

/** Set where the character is in the extension table, and so takes an escape and a second septet. */
export const IN_EXTENSION: i32 = 0x80

/**
 * What ENCODER has for a unit.
 *
 *   00000000  outside GSM-7
 *   0ccccccc  in the main table: its code, exclusive-or the escape
 *   1ccccccc  in the extension table: its code, exclusive-or the escape
 *
 * No character has the code of the escape, so none is 0: memory that starts as zeros is an empty table.
 */
export function readEncoding(unit: i32): i32 {
  return load<u8>(ENCODER + <usize>unit)
}

/** Septets of a unit, from its ENCODER value. */
export function countSeptets(encoded: i32): i32 {
  return 1 + (encoded >> 7)
}

/** Its code in whichever table, from its ENCODER value. */
export function readCode(encoded: i32): i32 {
  return (encoded & 0x7f) ^ ESCAPE
}

/** Fills ENCODER. The main table comes last, so that a character in both costs one septet. */
export function deriveEncoder(): void {
  enter(EXTENSION_TABLE, IN_EXTENSION)
  enter(MAIN_TABLE, 0)
}

function enter(table: usize, flag: i32): void {
  for (let septet = 0; septet < 128; septet++) {
    const unit = load<u16>(table + ((<usize>septet) << 1))
    if (unit) store<u8>(ENCODER + <usize>unit, flag | (septet ^ ESCAPE))
  }
}
