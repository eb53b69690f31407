/** What do a million strings cost? `countMany` beside the plain loop over the same strings. */

import { count, countMany } from 'septet'
import { createMillion, loop } from '../lib/bulk.mjs'
import { mostlyAscii } from '../lib/corpus.mjs'
import { MILLION, MILLION_ASCII } from '../lib/rows.mjs'
import { time } from '../lib/timing.mjs'

const subjects = [
  {
    name: 'septet',
    run: ({ texts }) => countMany(texts),
    answer: ({ totalSegments }) => ({ segments: totalSegments }),
  },
  {
    name: 'septet, count one by one',
    run({ texts }) {
      let segments = 0
      for (const text of texts) segments += count(text).segments
      return segments
    },
    answer: (segments) => ({ segments }),
  },
  loop,
]

export function measure({ quick = false, only = undefined }) {
  const amount = quick ? 20_000 : 1_000_000
  const rows = [
    [MILLION, undefined],
    [MILLION_ASCII, mostlyAscii],
  ].map(([row, messages]) => {
    const inputs = [createMillion(amount, messages)]
    return { row, inputs, subjects, warmUp: inputs, expected: (input) => input }
  })
  return time('count-many', rows, { quick, only })
}
