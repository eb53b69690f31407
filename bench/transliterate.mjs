/** How fast is Cyrillic written in Latin letters? `transliterate` beside every library that does it, each by its own table. */

import { count, transliterate } from 'septet'
import * as corpus from './corpus.mjs'
import { transliterators } from './peers.mjs'
import { time } from './timing.mjs'

const COUNTED = { transliterate: 'translit' }

const subjects = [
  { name: 'septet', run: (text) => transliterate(text, 'translit') },
  { name: 'septet, volapuk', run: (text) => transliterate(text, 'volapuk') },
  { name: 'septet, count', run: (text) => count(text, COUNTED) },
  ...transliterators,
]

const rows = [row('160 Cyrillic characters', corpus.cyrillic(160)), row('20 Cyrillic characters', corpus.cyrillic(20))]

export function measure(options) {
  return time('transliterate', rows, options)
}

/** Every library has a table of its own, so there is no right answer; but none may leave a Cyrillic letter. */
function row(name, inputs) {
  return { row: name, inputs, subjects, expected: () => ({ isLatin: true }) }
}
