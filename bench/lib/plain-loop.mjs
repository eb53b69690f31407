/**
 * The yardstick: `count` as a good engineer writes it in plain JavaScript, with one table look-up for each unit and an
 * early exit. The alphabet is that of 3GPP TS 23.038 6.2.1. It is written again here on purpose: a yardstick must not
 * share the library's mistakes.
 */

/** TS 23.038 6.2.1, in the order of codes. 1B is the escape, not a character. */
export const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'

/** TS 23.038 6.2.1.1: the characters after an escape, by code. */
export const EXTENSION = {
  10: '\f',
  20: '^',
  40: '{',
  41: '}',
  47: '\\',
  60: '[',
  61: '~',
  62: ']',
  64: '|',
  101: '€',
}

/** Septets of each UTF-16 unit; 0 outside GSM-7. */
const SEPTETS = new Uint8Array(65536)
for (const character of BASIC) SEPTETS[character.charCodeAt(0)] = 1
for (const character of Object.values(EXTENSION)) SEPTETS[character.charCodeAt(0)] = 2
SEPTETS[0x1b] = 0

/** One pass. For each unit: a look-up, a sum and a check for a border. It stops at the first unit outside GSM-7. */
export function count(text) {
  let units = 0
  let segments = 1
  let border = 153
  for (let index = 0; index < text.length; index++) {
    const septets = SEPTETS[text.charCodeAt(index)]
    if (septets === 0) return countUcs2(text)
    if (units + septets > border) {
      segments++
      border = units + 153
    }
    units += septets
  }
  if (units <= 160) return createSingle('GSM-7', units, 160)
  return { encoding: 'GSM-7', units, segments, perSegment: 153, remaining: border - units }
}

/**
 * The same, tuned: while every unit is one septet, it adds nothing and checks no border. 185 ns for 160 units and
 * 1020 ns for 1000, against 230 ns and 1350 ns for one pass (Node 20). It is shown beside the yardstick; no mark uses
 * it.
 */
export function countTuned(text) {
  const length = text.length
  let units = 0
  while (units < length && SEPTETS[text.charCodeAt(units)] === 1) units++
  let segments = Math.max(1, Math.ceil(units / 153))
  let border = segments * 153
  for (let index = units; index < length; index++) {
    const septets = SEPTETS[text.charCodeAt(index)]
    if (septets === 0) return countUcs2(text)
    if (units + septets > border) {
      segments++
      border = units + 153
    }
    units += septets
  }
  if (units <= 160) return createSingle('GSM-7', units, 160)
  return { encoding: 'GSM-7', units, segments, perSegment: 153, remaining: border - units }
}

/** Goes from border to border: only the units at a border show whether a surrogate pair would be cut. */
function countUcs2(text) {
  const units = text.length
  if (units <= 70) return createSingle('UCS-2', units, 70)
  let segments = 1
  let start = 0
  while (units - start > 67) {
    const border = start + 67
    start = isHigh(text.charCodeAt(border - 1)) && isLow(text.charCodeAt(border)) ? border - 1 : border
    segments++
  }
  return { encoding: 'UCS-2', units, segments, perSegment: 67, remaining: 67 - (units - start) }
}

function createSingle(encoding, units, perSegment) {
  return { encoding, units, segments: 1, perSegment, remaining: perSegment - units }
}

function isHigh(unit) {
  return (unit & 0xfc00) === 0xd800
}

function isLow(unit) {
  return (unit & 0xfc00) === 0xdc00
}
