import { formatCodePoint } from '../../words'

/**
 * Characters that a terminal obeys, or that nobody sees: controls, formats, lone surrogates, spaces except the space
 * itself, and characters that Unicode says to hide where they are not supported, such as tags and variation selectors.
 * U+2800 and U+1D159 are a Braille cell without dots and a note without a head.
 */
const UNSEEN = String.raw`[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u{2800}\u{1D159}]|(?! )\p{Zs}`

/** Combining marks without a character to combine with. */
const MARKS = String.raw`^\p{M}+$`

/** A whole emoji, with its joiners, selectors and tags. The pattern needs the flag v, which is not in ES2022. */
const EMOJI = String.raw`^\p{RGI_Emoji}$`

/** Made at the first use: Unicode classes take milliseconds to compile, and most runs do not need them. */
const made = new Map<string, RegExp>()

function loadPattern(pattern: string, flags: string): RegExp {
  let expression = made.get(pattern + flags)
  if (!expression) {
    expression = new RegExp(pattern, flags)
    made.set(pattern + flags, expression)
  }
  return expression
}

/** Splits a grapheme cluster into pieces, visible and invisible ones in turn. The first is visible, and may be empty. */
export function splitUnseen(cluster: string): string[] {
  const pieces = cluster.split(loadPattern(`((?:${UNSEEN})+)`, 'u'))
  return pieces.length > 1 && loadPattern(EMOJI, 'v').test(cluster) ? [cluster] : pieces
}

/** Whether a visible piece has nothing to show. */
export function isMarks(piece: string): boolean {
  return loadPattern(MARKS, 'u').test(piece)
}

/** Writes each character as a control picture such as ␊ if Unicode has one, else as `less` prints it: <U+200B>. */
export function nameCharacters(text: string): string {
  return Array.from(text, (character) => {
    const codePoint = character.codePointAt(0)!
    if (codePoint < 0x20) return String.fromCodePoint(0x2400 + codePoint)
    return codePoint === 0x7f ? '␡' : `<${formatCodePoint(codePoint)}>`
  }).join('')
}

/** Escapes these characters in JSON: \u200b. */
export function escapeUnseen(json: string): string {
  return json.replace(loadPattern(UNSEEN, 'gu'), (character) => {
    const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
  })
}
