/**
 * The right results, calculated character by character and bit by bit: slow, plain, and independent of what is
 * measured. Every text of every row is compared with them before the time is taken.
 */

import { BASIC, EXTENSION } from './plain-loop.mjs'

const ESCAPE = 0x1b
const CODES = new Map(Array.from(BASIC, (character, code) => [character, [code]]))
CODES.delete('\x1b')
for (const [code, character] of Object.entries(EXTENSION)) CODES.set(character, [ESCAPE, Number(code)])

const CAPACITY = { 'GSM-7': { single: 160, multi: 153 }, 'UCS-2': { single: 70, multi: 67 } }

/** The count, and the text of each part. Segments of `multi` units may be smaller, for a longer header. */
export function calculateExpected(text, multi = undefined) {
  const characters = [...text]
  const encoding = characters.every((character) => CODES.has(character)) ? 'GSM-7' : 'UCS-2'
  const countUnits = (character) => (encoding === 'GSM-7' ? CODES.get(character).length : character.length)
  const units = characters.reduce((sum, character) => sum + countUnits(character), 0)
  const fitsOne = units <= CAPACITY[encoding].single
  const perSegment = fitsOne ? CAPACITY[encoding].single : (multi?.[encoding] ?? CAPACITY[encoding].multi)
  const parts = ['']
  let used = 0
  for (const character of characters) {
    if (used + countUnits(character) > perSegment) {
      parts.push('')
      used = 0
    }
    parts[parts.length - 1] += character
    used += countUnits(character)
  }
  return { encoding, units, segments: parts.length, perSegment, remaining: perSegment - used, parts }
}

/**
 * The user data of each part, in hexadecimal. If there are several, they have a concatenation header with an 8-bit
 * reference, which is a checksum.
 */
export function writeUserData({ encoding, parts }) {
  const write = (reference) =>
    parts.map((part, index) => {
      const header = parts.length > 1 ? [5, 0, 3, reference, parts.length, index + 1] : []
      return encoding === 'GSM-7' ? pack(header, part) : [...header, ...writeUnits(part)]
    })
  const carried = write(0).flatMap((octets) => octets.slice(6))
  return write(computeChecksum(carried)).map((octets) => Buffer.from(octets).toString('hex'))
}

/** CRC-8/ROHC (RFC 3095 5.9.1). */
function computeChecksum(octets) {
  let sum = 0xff
  for (const octet of octets) {
    sum ^= octet
    for (let bit = 0; bit < 8; bit++) sum = (sum >> 1) ^ (sum & 1 ? 0xe0 : 0)
  }
  return sum
}

/** TS 23.038 6.1.2.1: low bits first. Septets start at a multiple of seven bits (TS 23.040 9.2.3.24). */
function pack(header, part) {
  const bits = header.flatMap((octet) => listBits(octet, 8))
  while (bits.length % 7 !== 0) bits.push(0)
  for (const character of part) for (const code of CODES.get(character)) bits.push(...listBits(code, 7))
  const octets = new Array(Math.ceil(bits.length / 8)).fill(0)
  bits.forEach((bit, index) => {
    octets[index >> 3] |= bit << (index & 7)
  })
  return octets
}

function listBits(value, width) {
  return Array.from({ length: width }, (_, bit) => (value >> bit) & 1)
}

function writeUnits(part) {
  return Array.from({ length: part.length }, (_, index) => part.charCodeAt(index)).flatMap((unit) => [
    unit >> 8,
    unit & 0xff,
  ])
}
