// Characters that a person cannot see, or that would change what is around them, by name.

export const nameOf = (codePoint: number) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`

/** A character as a list of characters shows it, which may be of several code points. */
export function makeVisible(character: string): string {
  if (/^[\p{C}\p{Z}]/u.test(character)) return [...character].map((one) => nameOf(one.codePointAt(0)!)).join(' ')
  return /^\p{M}/u.test(character) ? `◌${character}` : character
}
