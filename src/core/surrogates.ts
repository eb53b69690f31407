// The halves of a surrogate pair: two UTF-16 units that are one character above U+FFFF. Their first six bits say which half it is.

/** Whether a unit is the first half of a surrogate pair. */
export function isHigh(unit: number): boolean {
  return unit >> 10 === 0b110110
}

/** Whether a unit is the second half. */
export function isLow(unit: number): boolean {
  return unit >> 10 === 0b110111
}
