// The ABI of the module behind `septet/count`: what cuts a GSM-7 text, and nothing else. Built without SIMD, which would
// make it a third larger to save microseconds a keystroke. The build step asks the module for its addresses and capacities,
// writes them down as constants of the bindings, and takes them out of it together with the tables.
import { ALPHABET as MAIN } from './alphabet'
import { deriveEncoder } from './encoder'
import * as map from './memory'

export const WINDOW: i32 = map.WINDOW
export const RESULT: usize = map.RESULT
export const TEXT: usize = map.TEXT
export const CUTS: usize = map.CUTS

/** Where the two tables of alphabet.ts, 256 units end to end, are to be laid before `derive` is called. */
export const ALPHABET: usize = MAIN

export { capacityGsm7, capacityUcs2 } from './capacity'
export { headerOctets } from './header'
export { cutGsm7 } from './segment'

/** Fills the table that follows from the alphabet. */
export function derive(): void {
  deriveEncoder()
}
