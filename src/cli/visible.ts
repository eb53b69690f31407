import stringWidth from 'string-width'

/** What a terminal shows for one character as a person perceives it. */
export interface Cell {
  text: string
  /** Columns it takes. */
  width: number
  /** It stands for something that would not be seen. */
  symbol: boolean
  /** A new line begins after it. */
  lineEnd: boolean
}

/** Unseen, or obeyed by the terminal instead of shown: controls, formats, lone surrogates, spaces other than the space. */
const UNSEEN = /^(?! )[\p{C}\p{Z}]/u
const ASCII = /^[ -~]*$/

/** Perceived characters. For ASCII they are the characters, and splitting is a hundred times faster. */
export function* cells(text: string): Generator<Cell> {
  if (ASCII.test(text)) for (const character of text) yield seen(character, 1)
  else for (const { segment } of new Intl.Segmenter('und').segment(text)) yield cell(segment)
}

/** The text with all that is unseen as symbols. */
export function visible(text: string): string {
  return ASCII.test(text) ? text : Array.from(cells(text), (cell) => cell.text).join('')
}

function cell(cluster: string): Cell {
  const width = UNSEEN.test(cluster) ? 0 : stringWidth(cluster)
  if (width > 0) return seen(cluster, width)
  const text = Array.from(cluster, symbolOf).join('')
  return { text, width: text.length, symbol: true, lineEnd: /[\n\f]$/.test(cluster) }
}

function seen(text: string, width: number): Cell {
  return { text, width, symbol: false, lineEnd: false }
}

/** A control picture such as ␊ where Unicode has one, else the code point the way `less` prints it: <U+200B>. */
function symbolOf(character: string): string {
  const codePoint = character.codePointAt(0)!
  if (codePoint < 0x20) return String.fromCodePoint(0x2400 + codePoint)
  return codePoint === 0x7f ? '␡' : `<${codePointName(codePoint)}>`
}

/** U+0431 for 0x431. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}
