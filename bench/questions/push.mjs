/**
 * What does a Service Indication take? `encodeServiceIndication` and the way back, beside the least that writes such octets in
 * plain JavaScript: it knows one prefix and no other attribute, and checks nothing. No library for JavaScript encodes them.
 */

import { decodeServiceIndication, encodeServiceIndication } from 'septet'
import * as corpus from '../lib/corpus.mjs'
import { time } from '../lib/timing.mjs'

const encoder = new TextEncoder()

const write = [
  {
    name: 'septet',
    run: (indication) => encodeServiceIndication(indication),
    answer: (octets) => ({ hex: writeHex(octets) }),
  },
  { name: 'plain loop', run: writePlainly, answer: (octets) => ({ hex: writeHex(octets) }) },
]

const read = [
  {
    name: 'septet',
    prepare: writePlainly,
    run: (octets) => decodeServiceIndication(octets),
    answer: ({ href, text }) => ({ href, text }),
  },
  // A yardstick, not a rival: it only writes.
  { name: 'plain loop', run: writePlainly, answer: (octets) => ({ hex: writeHex(octets) }) },
]

export function measure(options) {
  const inputs = [...corpus.gsm(40), ...corpus.cyrillic(40)]
    .slice(32, 96)
    .map((text, index) => ({ href: `http://wap.example/offer/${index}`, text }))
  return time(
    'push',
    [
      { row: 'write a Service Indication', inputs, subjects: write, warmUp: inputs, expected },
      { row: 'read a Service Indication', inputs, subjects: read, warmUp: inputs, expected },
    ],
    options,
  )
}

/** WAP-167, WBXML 1.2: the prefix token 0C, strings inline, UTF-8. */
function writePlainly({ href, text }) {
  const link = encoder.encode(href.slice('http://'.length))
  const title = encoder.encode(text)
  const octets = new Uint8Array(link.length + title.length + 14)
  octets.set([0x02, 0x05, 0x6a, 0x00, 0x45, 0xc6, 0x0c, 0x03])
  octets.set(link, 8)
  octets.set([0x00, 0x01, 0x03], 8 + link.length)
  octets.set(title, 11 + link.length)
  octets.set([0x00, 0x01, 0x01], 11 + link.length + title.length)
  return octets
}

function expected({ href, text }) {
  return { href, text, hex: writeHex(writePlainly({ href, text })) }
}

function writeHex(octets) {
  return Buffer.from(octets).toString('hex')
}
