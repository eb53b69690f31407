// Unicode 3.9, table 3-7: whether UTF-8 is well-formed, sixteen octets at once. J. Keiser, D. Lemire, "Validating UTF-8 in less
// than one instruction per byte" (2021): what can be wrong with an octet shows in it and in the one in front of it, but for the
// third and the fourth of a character. Three half octets pick the faults that each allows, and where all agree there is one.
import { every } from '../vectors'

/** Something else where a lead needs an octet that continues it; and such an octet behind ASCII. */
const TOO_SHORT: u8 = 0x01
const TOO_LONG: u8 = 0x02
/** What fewer octets could say: C0 and C1, E0 and F0. */
const OVERLONG_TWO: u8 = 0x20
const OVERLONG_THREE: u8 = 0x04
const OVERLONG_FOUR: u8 = 0x40
/** U+D800 to U+DFFF: ED with A0 to BF behind it. */
const SURROGATE: u8 = 0x10
/** Above U+10FFFF: F4 and more with 90 to BF behind it; and F5 and more with 80 to 8F, which has the bit of F0 with these. */
const TOO_LARGE: u8 = 0x08
const MUCH_TOO_LARGE: u8 = OVERLONG_FOUR
/** No fault where a lead in front of both has room for them. */
const TWO_CONTINUE: u8 = 0x80

/** By the low half of any octet in front. */
const ALWAYS: u8 = TOO_SHORT | TOO_LONG | TWO_CONTINUE
const ABOVE: u8 = ALWAYS | TOO_LARGE | MUCH_TOO_LARGE

/** By the high half of an octet that continues. */
const CONTINUES: u8 = TOO_LONG | OVERLONG_TWO | TWO_CONTINUE

// biome-ignore format: by half octets, 0 to F
const LEAD_HIGH: usize = memory.data<u8>([
  TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
  TWO_CONTINUE, TWO_CONTINUE, TWO_CONTINUE, TWO_CONTINUE,
  TOO_SHORT | OVERLONG_TWO, TOO_SHORT, TOO_SHORT | OVERLONG_THREE | SURROGATE, TOO_SHORT | OVERLONG_FOUR | TOO_LARGE,
])
// biome-ignore format: as above
const LEAD_LOW: usize = memory.data<u8>([
  ALWAYS | OVERLONG_TWO | OVERLONG_THREE | OVERLONG_FOUR, ALWAYS | OVERLONG_TWO, ALWAYS, ALWAYS,
  ALWAYS | TOO_LARGE, ABOVE, ABOVE, ABOVE, ABOVE, ABOVE, ABOVE, ABOVE, ABOVE, ABOVE | SURROGATE, ABOVE, ABOVE,
])
// biome-ignore format: as above
const NEXT_HIGH: usize = memory.data<u8>([
  TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
  CONTINUES | OVERLONG_THREE | OVERLONG_FOUR, CONTINUES | OVERLONG_THREE | TOO_LARGE,
  CONTINUES | SURROGATE | TOO_LARGE, CONTINUES | SURROGATE | TOO_LARGE,
  TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
])

/** Octets that a fault shows at are not 0. The three in front are read as well. */
export function faults(at: usize): v128 {
  const lead = v128.load(at - 1, 0, 1)
  const half = every(0x0f)
  const leadHigh = i8x16.swizzle(v128.load(LEAD_HIGH), v128.and(i16x8.shr_u(lead, 4), half))
  const leadLow = i8x16.swizzle(v128.load(LEAD_LOW), v128.and(lead, half))
  const next = v128.and(i16x8.shr_u(v128.load(at, 0, 1), 4), half)
  const found = v128.and(v128.and(leadHigh, leadLow), i8x16.swizzle(v128.load(NEXT_HIGH), next))
  const third = i8x16.sub_sat_u(v128.load(at - 2, 0, 1), every(0xe0 - 0x80))
  const fourth = i8x16.sub_sat_u(v128.load(at - 3, 0, 1), every(0xf0 - 0x80))
  return v128.xor(found, v128.and(v128.or(third, fourth), every(TWO_CONTINUE)))
}
