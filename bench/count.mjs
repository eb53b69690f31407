/** What does a message cost? `count` beside every library that counts, and the plain loop. */

import { count } from '../dist/index.js'
import { answer } from './answers.mjs'
import * as corpus from './corpus.mjs'
import { counters } from './peers.mjs'
import { count as plainLoop } from './plain-loop.mjs'
import { time } from './timing.mjs'

const own = [
  { name: 'septet', run: count, answer: (result) => result },
  { name: 'plain loop', run: plainLoop, answer: (result) => result },
]
const everyone = [...own, ...counters]

const rows = [
  row('GSM-7, 20 characters', corpus.gsm(20)),
  row('GSM-7, 160 characters', corpus.gsm(160)),
  row('GSM-7, 459 septets with extension characters', corpus.gsmWithExtension(459)),
  row('GSM-7, 1000 characters', corpus.gsm(1000)),
  row('UCS-2, 70 Cyrillic characters', corpus.cyrillic(70)),
  row('UCS-2, 600 Cyrillic units with emoji', corpus.cyrillicWithEmoji(600)),
  row('UCS-2, 160 characters, one typographic near the end', corpus.typographic(160)),
  row('batch of 1000 messages, half GSM-7, each', corpus.messages(1000)),
  // Without the peers: some take time in the square of the length.
  row('UCS-2, 6700 Cyrillic characters, 100 segments', corpus.cyrillic(6700), own),
]

export function measure(options) {
  return time('count', rows, options)
}

function row(name, inputs, subjects = everyone) {
  return { row: name, inputs, subjects, expected: answer }
}
