/** What do hexadecimal digits take? `toHex` and `fromHex` beside the runtime's own, which checks no digit, and a plain loop. */

import { fromHex, toHex } from 'septet'
import { time } from '../lib/timing.mjs'

const DIGITS = Array.from({ length: 256 }, (_, octet) => octet.toString(16).toUpperCase().padStart(2, '0'))

const write = [
  { name: 'septet', run: (octets) => toHex(octets), answer: (hex) => ({ hex }) },
  { name: 'plain loop', run: writePlainly, answer: (hex) => ({ hex }) },
  {
    name: 'Buffer',
    run: (octets) => Buffer.from(octets.buffer, octets.byteOffset, octets.length).toString('hex'),
    answer: (hex) => ({ hex: hex.toUpperCase() }),
  },
]

const read = [
  { name: 'septet', prepare: writePlainly, run: (hex) => fromHex(hex), answer: readBack },
  { name: 'plain loop', prepare: writePlainly, run: readPlainly, answer: readBack },
  { name: 'Buffer', prepare: writePlainly, run: (hex) => Buffer.from(hex, 'hex'), answer: readBack },
]

export function measure({ quick = false, only = undefined }) {
  const sizes = [
    ['140 octets', Array.from({ length: 64 }, (_, seed) => createOctets(140, seed))],
    ['1 MB', [createOctets(quick ? 10_000 : 1_000_000, 1)]],
  ]
  const rows = sizes.flatMap(([size, inputs]) => [
    { row: `to hex, ${size}`, inputs, subjects: write, warmUp: sizes[0][1], expected },
    { row: `from hex, ${size}`, inputs, subjects: read, warmUp: sizes[0][1], expected },
  ])
  return time('hex', rows, { quick, only })
}

function createOctets(length, seed) {
  return Uint8Array.from({ length }, (_, index) => index * 41 + (index >> 8) + seed)
}

function expected(octets) {
  return { hex: Buffer.from(octets).toString('hex').toUpperCase() }
}

function readBack(octets) {
  return { hex: writePlainly(octets) }
}

function writePlainly(octets) {
  let hex = ''
  for (let index = 0; index < octets.length; index++) hex += DIGITS[octets[index]]
  return hex
}

function readPlainly(hex) {
  const octets = new Uint8Array(hex.length >> 1)
  for (let index = 0; index < octets.length; index++) {
    octets[index] = Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16)
  }
  return octets
}
