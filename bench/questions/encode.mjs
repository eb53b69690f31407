/** What does it take to make the octets? `encode` and `encodeInto` beside node-pdu, a `count`, and the bare allocation. */

import { count, encode, encodeInto } from 'septet'
import { calculateExpected, writeUserData } from '../lib/expected.mjs'
import { encoders } from '../lib/peers.mjs'
import { count as plainLoop } from '../lib/plain-loop.mjs'
import { createRowTexts, GSM_160, GSM_459, UCS2_70, UCS2_600 } from '../lib/rows.mjs'
import { time } from '../lib/timing.mjs'

const target = new Uint8Array(255 * 140)
const lengths = new Uint8Array(255)

const subjects = [
  { name: 'septet', run: (text) => encode(text), answer: readMessages },
  { name: 'septet, encodeInto', run: (text) => encodeInto(text, target, lengths), answer: readTarget },
  { name: 'septet, count', run: (text) => count(text), answer: (result) => result },
  { name: 'plain loop', run: plainLoop, answer: (result) => result },
  { name: 'new Uint8Array(140)', run: () => new Uint8Array(140) },
  ...encoders,
]

const rows = [GSM_160, GSM_459, UCS2_70, UCS2_600].map(row)

export function measure(options) {
  return time('encode', rows, options)
}

function row(name) {
  return { row: name, inputs: createRowTexts(name), subjects, expected }
}

/** node-pdu's header has a 16-bit reference: 152 septets or 66 units fit beside it. */
function expected(text) {
  const right = calculateExpected(text)
  return {
    ...right,
    text,
    octets: writeUserData(right),
    buffers: 1,
    segmentsOf16BitReference: calculateExpected(text, { 'GSM-7': 152, 'UCS-2': 66 }).segments,
  }
}

function readMessages(messages) {
  return {
    segments: messages.length,
    octets: messages.map(({ userData }) => Buffer.from(userData).toString('hex')),
    buffers: new Set(messages.map(({ userData }) => userData.buffer)).size,
  }
}

/** User data end to end in `target`, their sizes in `lengths`. */
function readTarget(segments) {
  let end = 0
  const octets = Array.from(lengths.subarray(0, segments), (length) => {
    end += length
    return Buffer.from(target.subarray(end - length, end)).toString('hex')
  })
  return { segments, octets }
}
