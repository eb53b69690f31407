// Words of error messages, reports and the command line.

/** Writes a number and its noun: `1 segment`, `2 segments`. */
export function pluralize(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** Writes 0x431 as U+0431. */
export function formatCodePoint(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}

/** Cuts a text that is longer than `most` characters, and adds `...`. */
export function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}...` : text
}
