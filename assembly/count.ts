// The exports of the core of `septet/count`: what cuts a GSM-7 text, and nothing else. It is built without SIMD, which would make
// it a third larger and save only microseconds at each keystroke. The build reads its addresses and capacities, writes them as
// constants of the bindings, and removes them and the tables from the module.
import { ALPHABET as MAIN } from './alphabet'
import { deriveEncoder } from './encoder'
import * as map from './memory'

export const WINDOW: i32 = map.WINDOW
export const TEXT: usize = map.TEXT
export const CUTS: usize = map.CUTS
export const ENCODER: usize = map.ENCODER

/** Where the bindings write the two tables of alphabet.ts, 256 units end to end, before they call `derive`. */
export const ALPHABET: usize = MAIN

export { capacityGsm7, capacityUcs2 } from './capacity'
export { headerOctets } from './header'
export { cutGsm7 } from './segment'

/** Fills ENCODER from the alphabet. */
export function derive(): void {
  deriveEncoder()
}
