// Unicode 3.9, table 3-7: whether UTF-8 is well-formed, sixteen octets at once. The method is that of J. Keiser and D. Lemire,
// "Validating UTF-8 in less than one instruction per byte" (2021).
//
// An octet and the octet before it show these faults, one bit each:
//
//   fault           octet before          octet                   what is wrong
//   TOO_SHORT       11______              0_______, 11______      no octet continues the lead
//   TOO_LONG        0_______              10______                nothing is there to be continued
//   OVERLONG_TWO    1100000_              10______                two octets for U+0000 to U+007F
//   OVERLONG_THREE  11100000              100_____                three octets for U+0000 to U+07FF
//   OVERLONG_FOUR   11110000              1000____                four octets for U+0000 to U+FFFF
//   SURROGATE       11101101              101_____                U+D800 to U+DFFF
//   TOO_LARGE       11110100 and above    1001____, 101_____      above U+10FFFF
//   MUCH_TOO_LARGE  11110101 and above    1000____                above U+10FFFF
//   TWO_CONTINUE    10______              10______                no fault as third or fourth octet of a character
//
// Each of three tables gives the faults that a half octet allows: the high half of the octet before, its low half, and
// the high half of the octet. A fault is there where all three allow it. The third and the fourth octet of a character
// depend on the octets two and three places before: see `findFaults`.
import { splat } from '../vectors'

const TOO_SHORT: u8 = 0x01
const TOO_LONG: u8 = 0x02
const OVERLONG_TWO: u8 = 0x20
const OVERLONG_THREE: u8 = 0x04
const OVERLONG_FOUR: u8 = 0x40
const SURROGATE: u8 = 0x10
const TOO_LARGE: u8 = 0x08
/** Nine faults share eight bits. This one has the bit of OVERLONG_FOUR, since the octets before them differ. */
const MUCH_TOO_LARGE: u8 = OVERLONG_FOUR
const TWO_CONTINUE: u8 = 0x80

/** What any low half of the octet before allows. */
const ALWAYS: u8 = TOO_SHORT | TOO_LONG | TWO_CONTINUE
/** What a low half of 5 or more allows. */
const ABOVE: u8 = ALWAYS | TOO_LARGE | MUCH_TOO_LARGE

/** What any octet 10______ allows. */
const CONTINUES: u8 = TOO_LONG | OVERLONG_TWO | TWO_CONTINUE

/** By the high half of the octet before. */
// biome-ignore format: by half octets, 0 to F
const LEAD_HIGH: usize = memory.data<u8>([
  TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
  TWO_CONTINUE, TWO_CONTINUE, TWO_CONTINUE, TWO_CONTINUE,
  TOO_SHORT | OVERLONG_TWO, TOO_SHORT, TOO_SHORT | OVERLONG_THREE | SURROGATE, TOO_SHORT | OVERLONG_FOUR | TOO_LARGE,
])
/** By the low half of the octet before. */
// biome-ignore format: as above
const LEAD_LOW: usize = memory.data<u8>([
  ALWAYS | OVERLONG_TWO | OVERLONG_THREE | OVERLONG_FOUR, ALWAYS | OVERLONG_TWO, ALWAYS, ALWAYS,
  ALWAYS | TOO_LARGE, ABOVE, ABOVE, ABOVE, ABOVE, ABOVE, ABOVE, ABOVE, ABOVE, ABOVE | SURROGATE, ABOVE, ABOVE,
])
/** By the high half of the octet. */
// biome-ignore format: as above
const NEXT_HIGH: usize = memory.data<u8>([
  TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
  CONTINUES | OVERLONG_THREE | OVERLONG_FOUR, CONTINUES | OVERLONG_THREE | TOO_LARGE,
  CONTINUES | SURROGATE | TOO_LARGE, CONTINUES | SURROGATE | TOO_LARGE,
  TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
])

/**
 * Sixteen octets, each 0 where there is no fault. A fault shows at the octet that cannot follow the octets before it.
 * Reads three octets before `at` too.
 *
 * TWO_CONTINUE must be set at these octets, and at no other:
 *
 *   third of a character    the octet two places before is 111_____
 *   fourth of a character   the octet three places before is 1111____
 *
 * The exclusive-or leaves the bit only where this is not so: it is set and must not be, or it must be set and is not.
 */
export function findFaults(at: usize): v128 {
  const lead = v128.load(at - 1, 0, 1)
  const half = splat(0x0f)
  const leadHigh = i8x16.swizzle(v128.load(LEAD_HIGH), v128.and(i16x8.shr_u(lead, 4), half))
  const leadLow = i8x16.swizzle(v128.load(LEAD_LOW), v128.and(lead, half))
  const next = v128.and(i16x8.shr_u(v128.load(at, 0, 1), 4), half)
  const found = v128.and(v128.and(leadHigh, leadLow), i8x16.swizzle(v128.load(NEXT_HIGH), next))
  const third = i8x16.sub_sat_u(v128.load(at - 2, 0, 1), splat(0xe0 - 0x80))
  const fourth = i8x16.sub_sat_u(v128.load(at - 3, 0, 1), splat(0xf0 - 0x80))
  return v128.xor(found, v128.and(v128.or(third, fourth), splat(TWO_CONTINUE)))
}
