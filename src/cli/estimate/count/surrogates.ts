import type { Survey } from 'septet'
import { UCS2 } from './columns'
import { addTo } from './tally'

const REPLACEMENT = 0xfffd

/**
 * Lists the lone surrogates of a text under their own code points. They were counted as U+FFFD, which takes the same
 * space. `place`: that of the text in the columns.
 */
export function nameSurrogates(text: string, { encodings, foreign }: Survey, place: number): void {
  const replaced = foreign.get(REPLACEMENT)
  if (encodings[place] !== UCS2 || replaced === undefined) return
  const alone = new Map<number, number>()
  for (const [character] of text.matchAll(/\p{Surrogate}/gu)) addTo(alone, character.charCodeAt(0), 1)
  for (const [surrogate, occurrences] of alone) {
    replaced.occurrences -= occurrences
    const found = foreign.get(surrogate) ?? { occurrences: 0, messages: 0 }
    foreign.set(surrogate, { occurrences: found.occurrences + occurrences, messages: found.messages + 1 })
  }
  if (!text.includes(String.fromCharCode(REPLACEMENT))) replaced.messages--
  if (replaced.occurrences === 0) foreign.delete(REPLACEMENT)
}
