/**
 * What do long texts take, in the hardest forms that we know? A hundred thousand units each, beside the plain loop over as many
 * letters, and beside an eighth of the same text. test/work counts steps and so shows that work is linear; it does not see what V8
 * does itself (regular expressions, Intl.Segmenter), and this does. The last rows are what `<sms-counter>` asks of the library at
 * a keystroke in 1000 characters.
 */

import { count, formatText, inspect, read, segment, smartEncode } from 'septet'
import { count as plainLoop } from '../lib/plain-loop.mjs'
import { EIGHTH, HARD, KEYSTROKE } from '../lib/rows.mjs'
import { time } from '../lib/timing.mjs'

const UNITS = 100_000

const filled = (pattern, units) => pattern.repeat(Math.ceil(units / pattern.length)).slice(0, units)
const byClusters = (text) => count(text, { boundary: 'grapheme' })
const inAnyLanguage = (text) => count(text, { languages: 'all' })

/** Of each 16 units, three are bold. */
const createBoldRuns = (text) =>
  Array.from({ length: text.length / 16 }, (_, index) => ({ start: index * 16, length: 3, bold: true }))

const rows = [
  createRow(HARD.languages, (units) => filled('नमस्ते दुनिया ', units), inAnyLanguage),
  createRow(HARD.cluster, (units) => `e${filled('\u0301', units)}`, byClusters),
  createRow(HARD.clusters, (units) => filled(`e${'\u0301'.repeat(200)}`, units), byClusters),
  createRow(HARD.families, (units) => filled('👨‍👩‍👧‍👦', units), byClusters),
  createRow(HARD.conjuncts, (units) => filled('क्ष', units), byClusters),
  createRow(HARD.marks, (units) => `a${filled('\u0323\u0301', units)}`, smartEncode),
  // The last unit is the first that `count` looks at; this one is not.
  createRow(HARD.late, (units) => `${filled('a', units)}жa`, count),
  createRow(
    HARD.runs,
    (units) => filled('ab', 16 * Math.floor(units / 100)),
    (text) => read(formatText(text, createBoldRuns(text))),
  ),
  ...Object.entries(KEYSTROKE).map(([character, name]) => row(name, character.repeat(1000), keystroke)),
]

export function measure(options) {
  return time('long', rows, options)
}

/** A row whose text can be made of any length. */
function createRow(name, make, run) {
  return row(name, make(UNITS), run, [{ name: EIGHTH, prepare: () => make(UNITS / 8), run }])
}

/** The plain loop has letters to count, so that its time is the same for every form. */
function row(name, text, run, more = []) {
  const letters = 'a'.repeat(text.length)
  return {
    row: name,
    inputs: [text],
    warmUp: [text],
    expected: () => ({}),
    subjects: [{ name: 'septet', run }, ...more, { name: 'plain loop', prepare: () => letters, run: plainLoop }],
  }
}

/** What the element asks at each input. */
function keystroke(text) {
  count(text)
  const { encoding } = segment(text)
  return encoding === 'UCS-2' ? inspect(text) : undefined
}
