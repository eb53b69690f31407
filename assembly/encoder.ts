// The way from Unicode to GSM-7, derived from the decoder tables of alphabet.ts: one truth, read backwards.
import { ESCAPE } from './abi'
import { ALPHABET, EXTENSION } from './alphabet'
import { ENCODER } from './memory'

/** Set where the character stands in the extension table, and so takes an escape and a second septet. */
const IN_EXTENSION: i32 = 0x80

/**
 * What ENCODER holds for a unit: 0 outside GSM-7, else its code, exclusive-or the escape, with the flag of the extension
 * table above it. No character has the escape's code, so no character is 0: memory that starts as zeros is an empty table.
 */
export function encoding(unit: i32): i32 {
  return load<u8>(ENCODER + <usize>unit)
}

/** Septets of a unit, from its ENCODER value. */
export function cost(encoded: i32): i32 {
  return 1 + (encoded >> 7)
}

/** Its code in whichever table, from its ENCODER value. */
export function code(encoded: i32): i32 {
  return (encoded & 0x7f) ^ ESCAPE
}

/** The main table is entered last, so that a character in both costs one septet. */
export function deriveEncoder(): void {
  enter(EXTENSION, IN_EXTENSION)
  enter(ALPHABET, 0)
}

function enter(table: usize, flag: i32): void {
  for (let septet = 0; septet < 128; septet++) {
    const unit = load<u16>(table + ((<usize>septet) << 1))
    if (unit) store<u8>(ENCODER + <usize>unit, flag | (septet ^ ESCAPE))
  }
}
