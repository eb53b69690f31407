import stringWidth from 'string-width'
import { formatCodePoint } from '../words'

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

/** Every unit is a character of one column, if seen: ASCII, and letters of Latin, Greek and Cyrillic that join nothing. */
const PLAIN = /^[\0-~\u00A1-\u00AC\u00AE-\u02AF\u0391-\u03A1\u03A3-\u03C9\u0400-\u0481\u048A-\u052F]*$/

/** Made when first needed, since that takes 30 ms; and then it splits a million characters a second. */
let graphemes: Intl.Segmenter | undefined

/** Characters as a person perceives them. */
export function* cells(text: string): Generator<Cell> {
  if (PLAIN.test(text)) {
    for (const character of text) yield character < ' ' ? cell(character) : seen(character, 1)
  } else {
    graphemes ??= new Intl.Segmenter('und')
    for (const { segment } of graphemes.segment(text)) yield cell(segment)
  }
}

/** The text with all that is unseen as symbols. */
export function visible(text: string): string {
  return Array.from(cells(text), (cell) => cell.text).join('')
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
  return codePoint === 0x7f ? '␡' : `<${formatCodePoint(codePoint)}>`
}
