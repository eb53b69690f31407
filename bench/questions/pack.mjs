/** What do septets take, without a message around them? A full segment packed, and unpacked, beside node-pdu's functions for that. */

import { decode, encode } from 'septet'
import { calculateExpected, writeUserData } from '../lib/expected.mjs'
import { packers, unpackers } from '../lib/peers.mjs'
import { count as plainLoop } from '../lib/plain-loop.mjs'
import { createRowTexts, GSM_160 } from '../lib/rows.mjs'
import { time } from '../lib/timing.mjs'

const toOctets = [
  { name: 'septet', run: (text) => encode(text)[0].userData, answer: (octets) => ({ hex: writeHex(octets) }) },
  { name: 'plain loop', run: plainLoop, answer: (result) => result },
  ...packers,
]

/** The text that a packed one was made of. */
const source = new Map()

const toText = [
  { name: 'septet', prepare: createMessage, run: (message) => decode(message), answer: (text) => ({ text }) },
  { name: 'plain loop', prepare: (hex) => source.get(hex), run: plainLoop, answer: (result) => result },
  ...unpackers,
]

export function measure(options) {
  const texts = createRowTexts(GSM_160)
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
  const right = calculateExpected(text)
  return { ...right, hex: writeUserData(right)[0] }
}

function packed(text) {
  const [hex] = writeUserData(calculateExpected(text))
  source.set(hex, text)
  return hex
}

function read(hex) {
  const text = source.get(hex)
  return { text, ...calculateExpected(text) }
}

function createMessage(hex) {
  return {
    userData: Uint8Array.from(Buffer.from(hex, 'hex')),
    userDataLength: 160,
    dataCoding: 0,
    hasHeader: false,
  }
}

function writeHex(octets) {
  return Buffer.from(octets).toString('hex')
}
