/**
 * What do messages in UTF-8 cost? `countUtf8` beside the plain loop over the same messages as strings. Where they are read into
 * utf8Window(), also beside isAscii of the runtime, which only looks at each octet. It stops at the first that is not ASCII: so it
 * gets as many octets, all of them ASCII.
 */

import { isAscii } from 'node:buffer'
import { countUtf8, utf8Window } from 'septet'
import { createMillion, layOut, loop, takeFitting } from '../lib/bulk.mjs'
import * as corpus from '../lib/corpus.mjs'
import { MILLION, MILLION_ASCII, WINDOW_ASCII, WINDOW_MIXED } from '../lib/rows.mjs'
import { time } from '../lib/timing.mjs'

const readTotal = ({ totalSegments }) => ({ segments: totalSegments })

const copied = [
  { name: 'septet', prepare: layOut, run: ({ data, offsets }) => countUtf8(data, offsets), answer: readTotal },
  loop,
]

/** The window holds the messages of one row at a time, and isAscii looks at octets of its own. */
const resident = [
  { name: 'septet', prepare: intoWindow, run: ({ data, offsets }) => countUtf8(data, offsets), answer: readTotal },
  loop,
  { name: 'isAscii', prepare: (input) => Buffer.alloc(layOut(input).data.length, 'a'), run: isAscii },
]

export async function measure({ quick = false, only = undefined }) {
  const options = { quick, only }
  const inWindow = (row, texts) => {
    const inputs = [takeFitting(texts, utf8Window().length)]
    return { row, inputs, subjects: resident, warmUp: inputs, expected: (input) => input }
  }
  const ofMillion = (row, messages) => {
    const inputs = [createMillion(quick ? 20_000 : 1_000_000, messages)]
    return { row, inputs, subjects: copied, warmUp: inputs, expected: (input) => input }
  }
  // One at a time: a call on other data overwrites the window.
  return [
    ...(await time('count-utf8', [ofMillion(MILLION)], options)),
    ...(await time('count-utf8', [ofMillion(MILLION_ASCII, corpus.mostlyAscii)], options)),
    ...(await time('count-utf8', [inWindow(WINDOW_MIXED, corpus.messages(4000))], options)),
    ...(await time('count-utf8', [inWindow(WINDOW_ASCII, corpus.ascii(4000))], options)),
  ]
}

function intoWindow(input) {
  const { data, offsets } = layOut(input)
  utf8Window().set(data)
  return { data: utf8Window().subarray(0, data.length), offsets }
}
