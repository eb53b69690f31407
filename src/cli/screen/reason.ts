// What made a message UCS-2.
import type { ForeignCharacter, Inspection, TextOptions } from 'septet'
import { formatCodePoint } from '../../words'
import { showInvisible } from './visible'

/** How many kinds of character a remark names. The others are only counted. */
const NAMED = 3

/** Names the characters outside GSM-7, if they make the message UCS-2. */
export function explainEncoding({ encoding, characters, foreign: total }: Inspection, options: TextOptions): string[] {
  if (encoding !== 'UCS-2' || options.encoding === 'UCS-2') return []
  const named: ForeignCharacter[] = []
  for (const character of characters) {
    if (named.every(({ codePoint }) => codePoint !== character.codePoint)) named.push(character)
    if (named.length === NAMED) break
  }
  const foreign = total === 1 ? '1 character is' : `${total} characters are`
  const rest = total > named.length ? `, and ${total - named.length} more` : ''
  return [`UCS-2 because ${foreign} not in GSM-7:`, `  ${named.map(formatForeign).join(', ')}${rest}`]
}

/** Writes `П (U+041F) at offset 0`. */
function formatForeign({ codePoint, offset }: ForeignCharacter): string {
  const character = String.fromCodePoint(codePoint)
  const name = formatCodePoint(codePoint)
  return `${showInvisible(character) === character ? `${character} (${name})` : name} at offset ${offset}`
}
