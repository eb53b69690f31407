// Words that messages of errors, reports and the command line share.

/** `1 segment`, `2 segments`. */
export function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** U+0431 for 0x431. */
export function formatCodePoint(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}

/** Characters of a value, or of the path to it, that a message or a logged error quotes. */
const QUOTED = 80

/** The beginning of a text that is longer than `most` characters. */
export function shortened(text: string, most = QUOTED): string {
  return text.length > most ? `${text.slice(0, most)}...` : text
}
