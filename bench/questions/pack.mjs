/** What do septets take, without a message around them? A full segment packed, and unpacked, beside node-pdu's functions for that. */

import { decode, encode } from 'septet'
import { answer, userData } from '../lib/answers.mjs'
import { packers, unpackers } from '../lib/peers.mjs'
import { count as plainLoop } from '../lib/plain-loop.mjs'
import { GSM_160, textsOf } from '../lib/rows.mjs'
import { time } from '../lib/timing.mjs'

const toOctets = [
  { name: 'septet', run: (text) => encode(text)[0].userData, answer: (octets) => ({ hex: hexOf(octets) }) },
  { name: 'plain loop', run: plainLoop, answer: (result) => result },
  ...packers,
]

/** The text that a packed one was made of. */
const source = new Map()

const toText = [
  { name: 'septet', prepare: messageOf, run: (message) => decode(message), answer: (text) => ({ text }) },
  { name: 'plain loop', prepare: (hex) => source.get(hex), run: plainLoop, answer: (result) => result },
  ...unpackers,
]

export function measure(options) {
  const texts = textsOf(GSM_160)
  return time(
    'pack',
    [
      { row: 'pack 160 septets', inputs: texts, subjects: toOctets, warmUp: texts, expected },
      {
        row: 'unpack 160 septets',
        inputs: texts.map(packed),
        subjects: toText,
        warmUp: texts.map(packed),
        expected: read,
      },
    ],
    options,
  )
}

function expected(text) {
  const right = answer(text)
  return { ...right, hex: userData(right)[0] }
}

function packed(text) {
  const [hex] = userData(answer(text))
  source.set(hex, text)
  return hex
}

function read(hex) {
  const text = source.get(hex)
  return { text, ...answer(text) }
}

function messageOf(hex) {
  return {
    userData: Uint8Array.from(Buffer.from(hex, 'hex')),
    userDataLength: 160,
    dataCoding: 0,
    hasHeader: false,
  }
}

function hexOf(octets) {
  return Buffer.from(octets).toString('hex')
}
