/** Where is a message cut? `segment`, texts of the parts included, beside the libraries that return them. */

import { segment } from '../dist/index.js'
import { answer } from './answers.mjs'
import * as corpus from './corpus.mjs'
import { segmenters } from './peers.mjs'
import { count as plainLoop } from './plain-loop.mjs'
import { time } from './timing.mjs'

const subjects = [
  {
    name: 'septet',
    run: segment,
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

const rows = [
  row('GSM-7, 20 characters', corpus.gsm(20)),
  row('GSM-7, 160 characters', corpus.gsm(160)),
  row('GSM-7, 459 septets with extension characters', corpus.gsmWithExtension(459)),
  row('UCS-2, 70 Cyrillic characters', corpus.cyrillic(70)),
  row('UCS-2, 600 Cyrillic units with emoji', corpus.cyrillicWithEmoji(600)),
]

export function measure(options) {
  return time('segment', rows, options)
}

function row(name, inputs) {
  return { row: name, inputs, subjects, expected: answer }
}
