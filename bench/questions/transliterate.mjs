/** How fast is Cyrillic written in Latin letters? `transliterate` beside every library that does it, each by its own table. */

import { count, transliterate } from 'septet'
import * as corpus from '../lib/corpus.mjs'
import { transliterators } from '../lib/peers.mjs'
import { time } from '../lib/timing.mjs'

const COUNTED = { transliterate: 'translit' }

const LETTERS =
  'а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ  ы y ь  э e ю yu я ya'
    .split(/ (?=[а-я])/)
    .map((pair) => pair.split(' '))
const TABLE = new Map(
  LETTERS.flatMap(([letter, latin]) => [
    [letter, latin],
    [letter.toUpperCase(), latin.toUpperCase()],
  ]),
)

const subjects = [
  { name: 'septet', run: (text) => transliterate(text, 'translit'), answer: isLatin },
  { name: 'septet, volapuk', run: (text) => transliterate(text, 'volapuk'), answer: isLatin },
  { name: 'septet, count', run: (text) => count(text, COUNTED), answer: ({ encoding }) => ({ encoding }) },
  { name: 'plain loop', run: transliteratePlainly, answer: isLatin },
  ...transliterators,
]

const rows = [row('160 Cyrillic characters', corpus.cyrillic(160)), row('20 Cyrillic characters', corpus.cyrillic(20))]

export function measure(options) {
  return time('transliterate', rows, options)
}

/** Every library has its own table, so that no one result is right; but none may leave a Cyrillic letter. */
function row(name, inputs) {
  return { row: name, inputs, subjects, expected: () => ({ isLatin: true, encoding: 'GSM-7' }) }
}

function isLatin(text) {
  return { isLatin: !/[\u0400-\u04ff]/.test(text) }
}

/** The yardstick: one look-up for each letter, and no rule. */
function transliteratePlainly(text) {
  let written = ''
  for (const letter of text) written += TABLE.get(letter) ?? letter
  return written
}
