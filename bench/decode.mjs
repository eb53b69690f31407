/** And the way back: `decode` of the octets of a message, several segments where it needs them, beside node-pdu. */

import { decode, encode } from '../dist/index.js'
import { answer } from './answers.mjs'
import * as corpus from './corpus.mjs'
import { decoders } from './peers.mjs'
import { count as plainLoop } from './plain-loop.mjs'
import { time } from './timing.mjs'

/** The text that each set of messages was made of. */
const source = new WeakMap()

const subjects = [
  { name: 'septet', run: (messages) => decode(messages), answer: (text) => ({ text }) },
  { name: 'plain loop', prepare: (messages) => source.get(messages), run: plainLoop, answer: (result) => result },
  ...decoders,
]

const rows = [
  row('GSM-7, 160 characters', corpus.gsm(160)),
  row('GSM-7, 459 septets with extension characters', corpus.gsmWithExtension(459)),
  row('UCS-2, 70 Cyrillic characters', corpus.cyrillic(70)),
  row('UCS-2, 600 Cyrillic units with emoji', corpus.cyrillicWithEmoji(600)),
]

export function measure(options) {
  return time('decode', rows, options)
}

function row(name, texts) {
  return { row: name, inputs: texts.map(received), subjects, warmUp: corpus.mixed().map(received), expected }
}

function received(text) {
  const messages = encode(text)
  source.set(messages, text)
  return messages
}

function expected(messages) {
  const text = source.get(messages)
  return { text, ...answer(text) }
}
