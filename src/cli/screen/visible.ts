import { isMarks, nameCharacters, splitUnseen } from './unseen'

/** What a terminal shows for one character as a person sees it, or for an invisible one. */
export interface Cell {
  text: string
  /** Whether it is a symbol for something invisible. */
  symbol: boolean
  /** Whether a new line starts after it. */
  lineEnd: boolean
}

/**
 * Texts in which every unit takes one column, if it is visible: ASCII, and letters of Latin, Greek and Cyrillic that do
 * not combine.
 */
const PLAIN = /^[\0-~\u00A1-\u00AC\u00AE-\u02AF\u0391-\u03A1\u03A3-\u03C9\u0400-\u0481\u048A-\u052F]*$/

/**
 * Texts in which every character is visible by itself: plain letters, punctuation, other alphabets, emoji. They need no splitting,
 * whose expressions take tens of milliseconds to compile. All of these characters are in every version of Unicode that a runtime may have.
 */
const SEEN =
  /^[ -~\u00A1-\u00AC\u00AE-\u02AF\u0391-\u03A1\u03A3-\u03C9\u0400-\u0481\u048A-\u052F\u05D0-\u05EA\u0620-\u064A\u2010-\u2027\u2030-\u205E\u20A0-\u20BF\u2100-\u218A\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FA5\uAC00-\uD7A3\u{1F300}-\u{1F64F}]*$/u

/** Made at the first use, because that takes 30 ms. Then it splits a million characters a second. */
let graphemes: Intl.Segmenter | undefined

/** Whether every visible character takes one column. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text)
}

/** Splits a text into the characters that a person sees. Invisible ones become symbols. */
export function* splitCells(text: string): Generator<Cell> {
  if (isPlain(text)) {
    for (const character of text) yield character < ' ' ? createSymbol(character) : createCell(character)
    return
  }
  graphemes ??= new Intl.Segmenter('und')
  for (const { segment } of graphemes.segment(text)) {
    for (const [at, piece] of splitUnseen(segment).entries()) {
      if (piece !== '') yield at % 2 === 1 || isMarks(piece) ? createSymbol(piece) : createCell(piece)
    }
  }
}

/** Replaces everything invisible in a text with symbols. */
export function showInvisible(text: string): string {
  if (SEEN.test(text)) return text
  return Array.from(splitCells(text), (cell) => cell.text).join('')
}

function createCell(text: string): Cell {
  return { text, symbol: false, lineEnd: false }
}

function createSymbol(characters: string): Cell {
  return { text: nameCharacters(characters), symbol: true, lineEnd: /[\n\f]$/.test(characters) }
}
