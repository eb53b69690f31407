/** Where is a message cut? `segment`, texts of the parts included, beside the libraries that return them. */

import { segment } from 'septet'
import { calculateExpected } from '../lib/expected.mjs'
import { segmenters } from '../lib/peers.mjs'
import { count as plainLoop } from '../lib/plain-loop.mjs'
import { createRowTexts, GSM_20, GSM_160, GSM_459, UCS2_70, UCS2_600 } from '../lib/rows.mjs'
import { time } from '../lib/timing.mjs'

const subjects = [
  {
    name: 'septet',
    run: (text) => segment(text),
    answer: ({ encoding, units, segments, perSegment, remaining, parts }) => ({
      encoding,
      units,
      segments,
      perSegment,
      remaining,
      parts: parts.map(({ text }) => text),
    }),
  },
  { name: 'plain loop', run: plainLoop, answer: (result) => result },
  ...segmenters,
]

const rows = [GSM_20, GSM_160, GSM_459, UCS2_70, UCS2_600].map(row)

export function measure(options) {
  return time('segment', rows, options)
}

function row(name) {
  return { row: name, inputs: createRowTexts(name), subjects, expected: calculateExpected }
}
