// What would make a text cheaper, each with the text that a click writes.
import {
  type Alternative,
  type Count,
  count,
  type Inspection,
  smartEncode,
  templateFields,
  transliterate,
} from 'septet'
import { optionsOf } from './options'
import type { State } from './state'
import { type Filled, lookAtTemplate, type Places } from './template'
import { makeVisible } from './visible'

export interface Advice {
  /** What the button says. */
  label: string
  /** Segments that it saves. */
  saved: number
  /** The text that it writes. */
  text: string
}

/** Pieces of advice that are shown, and characters that one names. */
const SHOWN = 5
const NAMED = 6

/** What the library advises, and two measures of this page. What would change a placeholder is left out. */
export function advise(state: State, inspection: Inspection, filled: Filled): Advice[] {
  const { text } = state
  const { places } = filled
  const now = filled.count?.most ?? inspection
  const names = places.length > 0 ? templateFields(text).join() : ''
  const made: [string | undefined, string][] = [
    ...inspection.alternatives.map((alternative): [string | undefined, string] => [
      nameOf(alternative),
      alternative.how.endsWith('drop') ? removeBlanks(alternative.text) : alternative.text,
    ]),
    ['Write it in Latin letters', around(text, places, (part) => smartEncode(transliterate(part, 'translit')))],
    ['Remove blanks that are not needed', removeBlanks(text)],
  ]
  const seen = new Set([text])
  const found = made.flatMap(([label, text]) => {
    if (label === undefined || seen.has(text)) return []
    seen.add(text)
    if (names !== '' && templateFields(text).join() !== names) return []
    const then = countMost({ ...state, text })
    const saved = now.segments - then.segments
    const helps = saved > 0 || (saved === 0 && now.encoding !== 'GSM-7' && then.encoding === 'GSM-7')
    return helps ? [{ label, saved, text }] : []
  })
  return found.sort((one, other) => other.saved - one.saved).slice(0, SHOWN)
}

/** Of a template, what a message costs at most. */
const countMost = (state: State): Count => lookAtTemplate(state).count?.most ?? count(state.text, optionsOf(state))

/** Undefined for what is no change of the text, and for what this page words itself. */
function nameOf(alternative: Alternative): string | undefined {
  switch (alternative.how) {
    case 'smart-encoding':
      return `Replace typographic characters: ${list(alternative.characters)}`
    case 'replace':
      return `Use plain letters: ${list(alternative.characters)}`
    case 'drop':
      return `Leave out ${list(alternative.characters)}`
    case 'smart-encoding+drop':
      return `Replace typographic characters, leave out ${list(alternative.characters)}`
    case 'replace+drop':
      return `Use plain letters, leave out ${list(alternative.characters)}`
    case 'newline-lf':
      return 'End each line with LF alone'
    default:
      return undefined
  }
}

function list(characters: readonly string[]): string {
  const named = characters.slice(0, NAMED).map(makeVisible).join(' ')
  return characters.length > NAMED ? `${named} …` : named
}

/** Changes what is between the placeholders. */
function around(text: string, places: Places, change: (part: string) => string): string {
  let made = ''
  let at = 0
  for (const [start, length] of places) {
    made += change(text.slice(at, start)) + text.slice(start, start + length)
    at = start + length
  }
  return made + change(text.slice(at))
}

/** One blank for several, none at the end of a line. */
function removeBlanks(text: string): string {
  return text
    .trim()
    .replace(/[ \t]+/g, (run, at: number, whole: string) => (whole[at + run.length] === '\n' ? '' : ' '))
}
