// The halves of a surrogate pair: two UTF-16 units that are one character above U+FFFF.

/** Whether a unit is the first half of a surrogate pair. */
export function isHigh(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800
}

/** Whether a unit is the second half. */
export function isLow(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00
}
