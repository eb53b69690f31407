/** What does a message cost? `count` beside every library that counts, and the plain loop. */

import { count } from 'septet'
import { count as countAlone } from 'septet/count'
import { calculateExpected } from '../lib/expected.mjs'
import { counters } from '../lib/peers.mjs'
import { countTuned, count as plainLoop } from '../lib/plain-loop.mjs'
import {
  BATCH,
  createRowTexts,
  GSM_20,
  GSM_160,
  GSM_459,
  GSM_1000,
  UCS2_70,
  UCS2_600,
  UCS2_6700,
  UCS2_LATE,
} from '../lib/rows.mjs'
import { time } from '../lib/timing.mjs'

const own = [
  { name: 'septet', run: (text) => count(text), answer: (result) => result },
  { name: 'septet/count', run: (text) => countAlone(text), answer: (result) => result },
  { name: 'plain loop', run: plainLoop, answer: (result) => result },
  { name: 'plain loop, tuned', run: countTuned, answer: (result) => result },
]

const rows = [
  ...[GSM_20, GSM_160, GSM_459, GSM_1000, UCS2_70, UCS2_600, UCS2_LATE, BATCH].map((name) =>
    row(name, [...own, ...counters]),
  ),
  // Without the peers: some take time in the square of the length.
  row(UCS2_6700, own),
]

export function measure(options) {
  return time('count', rows, options)
}

function row(name, subjects) {
  return { row: name, inputs: createRowTexts(name), subjects, expected: calculateExpected }
}
