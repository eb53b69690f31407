// What would make a message cheaper, in words for a person who does not know how SMS is encoded.
import type { Alternative, Inspection } from 'septet'
import { pluralize } from '../../words'
import { showInvisible } from './visible'

/** How many characters are named. The others are counted. */
const NAMED = 8

/** Lists the advice that saves a segment, cheapest first, with the flags to use; at most `most` of it. */
export function listAdvice({ alternatives }: Inspection, most: number): string[] {
  const now = alternatives.find(({ how }) => how === 'as-is')!.segments
  const better = alternatives.filter(({ segments }) => segments < now).slice(0, most)
  const lines = better.map((one) => {
    const { encoding, units, segments } = one
    const flags = formatFlags(one)
    return `  ${describeAdvice(one)}: ${pluralize(segments, 'segment')} instead of ${now}, ${units} ${formatUnit(encoding, units)}${flags && ` (${flags})`}`
  })
  return lines.length === 0 ? [] : ['To pay less:', ...lines]
}

function formatUnit(encoding: string, units: number): string {
  const unit = encoding === 'GSM-7' ? 'character' : '16-bit unit'
  return units === 1 ? unit : `${unit}s`
}

function describeAdvice(one: Alternative): string {
  switch (one.how) {
    case 'drop':
      return `leave out ${listCharacters(one.characters)}`
    case 'smart-encoding':
      return `write plain characters for ${listCharacters(one.characters)}`
    case 'replace':
      return `write plain characters and letters without accents for ${listCharacters(one.characters)}`
    case 'smart-encoding+drop':
      return `write plain punctuation, and leave out ${listCharacters(one.characters)}`
    case 'replace+drop':
      return `write plain punctuation and letters without accents, and leave out ${listCharacters(one.characters)}`
    case 'newline-lf':
      return 'end each line with one character instead of two'
    case 'translit':
      return 'write it in Latin letters'
    case 'translit+smart-encoding':
      return 'write it in Latin letters and plain punctuation'
    case 'volapuk':
      return 'write it in Latin letters that look like these'
    case 'volapuk+smart-encoding':
      return 'write it in Latin letters that look like these, and plain punctuation'
    case 'scheme':
      return `write it in Latin letters by ${showInvisible(one.scheme)}`
    case 'scheme+smart-encoding':
      return `write it in Latin letters by ${showInvisible(one.scheme)}, and plain punctuation`
    case 'as-is':
      return 'send it as it is'
    default:
      return `use the ${one.how.slice('language-'.length)} alphabet, which not every phone has`
  }
}

function listCharacters(characters: readonly string[]): string {
  const rest = characters.length - NAMED
  return `${characters.slice(0, NAMED).map(showInvisible).join(' ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

const DROP = '--encoding gsm-7 --replacement ""'

/** Writes the flags that do what the advice says. */
function formatFlags(one: Alternative): string {
  const [first, second] = one.how.split('+')
  const scheme = 'scheme' in one ? one.scheme : first
  const own = {
    drop: DROP,
    'smart-encoding': '--smart always',
    replace: '--smart always,letters',
    'newline-lf': '--newline lf',
    translit: `--transliterate ${scheme}`,
    volapuk: `--transliterate ${scheme}`,
    scheme: `--transliterate ${showInvisible(scheme!)}`,
  }[first!]
  const flags = own ?? `--languages ${first!.slice('language-'.length)}`
  return second === undefined ? flags : `${flags} ${second === 'drop' ? DROP : '--smart always'}`
}
