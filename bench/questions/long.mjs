/**
 * What do long texts take, in the forms that are the hardest known? A hundred thousand units each, beside the plain loop over as
 * many letters. That the time grows as the text does, tests hold (test/work); this is how steep the line is. Last, what
 * `<sms-counter>` asks of the library at a keystroke in 1000 characters.
 */

import { count, formatText, inspect, read, segment, smartEncode } from 'septet'
import { count as plainLoop } from '../lib/plain-loop.mjs'
import { HARD, KEYSTROKE } from '../lib/rows.mjs'
import { time } from '../lib/timing.mjs'

const UNITS = 100_000

const filled = (pattern) => pattern.repeat(Math.ceil(UNITS / pattern.length)).slice(0, UNITS)
const clusters = (text) => count(text, { boundary: 'grapheme' })

const runs = Array.from({ length: 1000 }, (_, index) => ({ start: index * 16, length: 3, bold: true }))

const rows = [
  row(HARD.languages, filled('नमस्ते दुनिया '), (text) => count(text, { languages: 'all' })),
  row(HARD.cluster, `e${filled('\u0301')}`, clusters),
  row(HARD.clusters, filled(`e${'\u0301'.repeat(200)}`), clusters),
  row(HARD.families, filled('👨‍👩‍👧‍👦'), clusters),
  row(HARD.conjuncts, filled('क्ष'), clusters),
  row(HARD.marks, `a${filled('\u0323\u0301')}`, smartEncode),
  row(HARD.late, `${filled('a')}ж`, count),
  row(HARD.runs, 'ab'.repeat(8000), (text) => read(formatText(text, runs))),
  ...['a', 'ж', '’'].map((character) => row(KEYSTROKE[character], character.repeat(1000), keystroke)),
]

export function measure(options) {
  return time('long', rows, options)
}

/** The plain loop has letters to count, so that its time is the same for every form. */
function row(name, text, run) {
  const letters = 'a'.repeat(text.length)
  return {
    row: name,
    inputs: [text],
    warmUp: [text],
    expected: () => ({}),
    subjects: [
      { name: 'septet', run },
      { name: 'plain loop', prepare: () => letters, run: plainLoop },
    ],
  }
}

function keystroke(text) {
  count(text)
  const { encoding } = segment(text)
  return encoding === 'UCS-2' ? inspect(text) : undefined
}
