// Letters of Latin, Greek and Cyrillic: which units are letters, which of them are capitals, and what may be between
// two letters of a word.

/**
 * Whether a unit is a letter (Unicode: L) of Latin, Greek or Cyrillic: U+0000 to U+02AF, U+0370 to U+052F, U+1E00 to U+1EFF, and the
 * full-width forms of A to Z. Letters of other scripts count as no letters.
 */
export function isLetter(unit: i32): bool {
  if (unit < 0x00c0) return isLetterOfEnglish(unit) || unit === 0xaa || unit === 0xb5 || unit === 0xba
  if (unit < 0x02b0) return unit !== 0xd7 && unit !== 0xf7
  if (unit < 0x0400) return isLetterOfGreek(unit)
  if (unit < 0x0530) return unit < 0x0482 || unit > 0x0489
  if (unit < 0x1f00) return unit >= 0x1e00
  return unit > 0xff20 && unit < 0xff5b && isLetterOfEnglish(unit - 0xfee0)
}

function isLetterOfEnglish(unit: i32): bool {
  const small = unit | 0x20
  return small >= 0x61 && small <= 0x7a
}

/** U+0370 to U+03FF, where U+0375 and U+03F6 are signs, and some have no character. */
function isLetterOfGreek(unit: i32): bool {
  if (unit < 0x0370) return false
  if (unit < 0x0380) return unit !== 0x0375 && unit !== 0x0378 && unit !== 0x0379 && unit !== 0x037e
  if (unit < 0x0391) return unit === 0x0386 || (unit > 0x0387 && unit !== 0x038b && unit !== 0x038d)
  return unit !== 0x03a2 && unit !== 0x03f6
}

/** Whether a unit is a small letter of English, Greek or Cyrillic. */
export function isSmall(unit: i32): bool {
  if (unit < 0x0080) return unit >= 0x61 && unit <= 0x7a
  if (unit < 0x0400) return unit >= 0x03ac && unit <= 0x03ce
  return unit >= 0x0430 && unit < 0x0530 && !isCapital(unit)
}

/** Whether a unit is a capital (Unicode: Lu) of Latin up to U+017F, of Greek from U+0386 to U+03AB, or of Cyrillic up to U+052F. */
export function isCapital(unit: i32): bool {
  if (unit < 0x0080) return unit >= 0x41 && unit <= 0x5a
  if (unit < 0x0100) return unit >= 0xc0 && unit <= 0xde && unit !== 0xd7
  if (unit < 0x0180) return isExtendedLatinCapital(unit)
  if (unit < 0x0400) return unit >= 0x0386 && unit <= 0x03ab && unit !== 0x0390 && isLetterOfGreek(unit)
  return unit < 0x0530 && isCyrillicCapital(unit)
}

/** U+0100 to U+017F: capital and small letter alternate, and shift by one at ĸ, at ŉ and at Ÿ. */
function isExtendedLatinCapital(unit: i32): bool {
  if (unit < 0x0138 || (unit > 0x0149 && unit < 0x0179)) return !(unit & 1)
  return (unit & 1) !== 0 && unit !== 0x0149 && unit !== 0x017f
}

/** U+0400 to U+052F: two blocks, then capital and small letter alternate, shifted by one between Ӏ and ӏ; no letters at 0482. */
function isCyrillicCapital(unit: i32): bool {
  if (unit < 0x0460) return unit < 0x0430
  if (unit > 0x0481 && unit < 0x048a) return false
  if (unit > 0x04c0 && unit < 0x04d0) return (unit & 1) !== 0 && unit !== 0x04cf
  return !(unit & 1)
}

/** Combining diacritical marks, and those of Cyrillic. */
export function isMark(unit: i32): bool {
  return (unit >= 0x0300 && unit < 0x0370) || (unit >= 0x0483 && unit < 0x048a)
}

export function isApostrophe(unit: i32): bool {
  return unit === 0x27 || unit === 0x2019 || unit === 0x02bc
}
