import { isMarks, nameCharacters, splitUnseen } from './unseen'

/** What a terminal shows for one character as a person perceives it, or for what is unseen in one. */
export interface Cell {
  text: string
  /** It names something that would not be seen. */
  symbol: boolean
  /** A new line begins after it. */
  lineEnd: boolean
}

/** Every unit is a character of one column, if seen: ASCII, and letters of Latin, Greek and Cyrillic that join nothing. */
const PLAIN = /^[\0-~\u00A1-\u00AC\u00AE-\u02AF\u0391-\u03A1\u03A3-\u03C9\u0400-\u0481\u048A-\u052F]*$/

/** Made when first needed, since that takes 30 ms; and then it splits a million characters a second. */
let graphemes: Intl.Segmenter | undefined

/** Whether every character that is seen takes one column. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text)
}

/** Splits a text into what is seen as one; what is unseen becomes a symbol. */
export function* cells(text: string): Generator<Cell> {
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

/** The text with all that is unseen as symbols. */
export function visible(text: string): string {
  return Array.from(cells(text), (cell) => cell.text).join('')
}

function createCell(text: string): Cell {
  return { text, symbol: false, lineEnd: false }
}

function createSymbol(characters: string): Cell {
  return { text: nameCharacters(characters), symbol: true, lineEnd: /[\n\f]$/.test(characters) }
}
