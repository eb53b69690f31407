/** What does it take to read the octets? `decode` of the octets of a message, several segments where it needs them, beside node-pdu. */

import { decode, encode } from 'septet'
import { mixed } from '../lib/corpus.mjs'
import { calculateExpected } from '../lib/expected.mjs'
import { decoders } from '../lib/peers.mjs'
import { count as plainLoop } from '../lib/plain-loop.mjs'
import { createRowTexts, GSM_160, GSM_459, UCS2_70, UCS2_600 } from '../lib/rows.mjs'
import { time } from '../lib/timing.mjs'

/** The text that each set of messages was made of. */
const source = new WeakMap()

const subjects = [
  { name: 'septet', run: (messages) => decode(messages), answer: (text) => ({ text }) },
  { name: 'plain loop', prepare: (messages) => source.get(messages), run: plainLoop, answer: (result) => result },
  ...decoders,
]

const rows = [GSM_160, GSM_459, UCS2_70, UCS2_600].map(row)

export function measure(options) {
  return time('decode', rows, options)
}

function row(name) {
  return { row: name, inputs: createRowTexts(name).map(received), subjects, warmUp: mixed().map(received), expected }
}

function received(text) {
  const messages = encode(text)
  source.set(messages, text)
  return messages
}

function expected(messages) {
  const text = source.get(messages)
  return { text, ...calculateExpected(text) }
}
