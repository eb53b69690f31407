/**
 * The other libraries, each with the cheapest documented call that gives the result. `answer` writes a result in the
 * form of expected.mjs, with the members that the library reports. Other members are not compared.
 */

import { createRequire } from 'node:module'
import { decode } from 'septet'

const require = createRequire(new URL('../peers/package.json', import.meta.url))
const gsm = require('gsm')
const { Submit, parse, utils } = require('node-pdu')
// Its `main` is an ES module with a CommonJS name, which Node cannot load. The build beside it can be loaded.
const { default: smsCounter } = require('sms-counter/build/index.js')
const smsLength = require('sms-length')
const { SegmentedMessage } = require('sms-segments-calculator')
const splitSms = require('split-sms')
const { getCharCount } = require('@trt2/gsm-charset-utils')

const { default: sindresorhus } = require('@sindresorhus/transliterate')
const { transliterate: transliteration } = require('transliteration')
const cyrillicToTranslit = require('cyrillic-to-translit-js')()
const iuliia = require('iuliia')

const peers = (subjects) => subjects.map((subject) => ({ ...subject, peer: true }))
const nameEncoding = (name) => (name.startsWith('GSM') ? 'GSM-7' : 'UCS-2')

const isLatin = (text) => ({ isLatin: !/[\u0400-\u04ff]/.test(text) })

export const transliterators = peers([
  { name: 'transliteration', run: (text) => transliteration(text), answer: isLatin },
  { name: '@sindresorhus/transliterate', run: (text) => sindresorhus(text), answer: isLatin },
  { name: 'cyrillic-to-translit-js', run: (text) => cyrillicToTranslit.transform(text), answer: isLatin },
  { name: 'iuliia', run: (text) => iuliia.translate(text, iuliia.WIKIPEDIA), answer: isLatin },
])

export const counters = peers([
  {
    name: 'sms-segments-calculator',
    run: (text) => new SegmentedMessage(text),
    answer: (message) => ({ encoding: message.encodingName, segments: message.segmentsCount }),
  },
  {
    name: 'split-sms',
    run: (text) => splitSms.split(text, { summary: true }),
    answer: ({ characterSet, parts, remainingInPart }) => ({
      encoding: nameEncoding(characterSet),
      segments: parts.length,
      remaining: remainingInPart,
    }),
  },
  {
    name: '@trt2/gsm-charset-utils',
    run: (text) => getCharCount(text),
    answer: ({ encoding, msgCount, charsPerSegment }) => ({
      encoding: nameEncoding(encoding),
      segments: msgCount,
      perSegment: charsPerSegment,
    }),
  },
  {
    name: 'sms-length',
    run: (text) => smsLength.count(text),
    answer: ({ encoding, length, messages, characterPerMessage, remaining }) => ({
      encoding: nameEncoding(encoding),
      units: length,
      segments: messages,
      perSegment: characterPerMessage,
      remaining,
    }),
  },
  {
    name: 'sms-counter',
    run: (text) => smsCounter.count(text),
    answer: ({ encoding, length, messages, per_message, remaining }) => ({
      encoding: nameEncoding(encoding),
      units: length,
      segments: messages,
      perSegment: per_message,
      remaining,
    }),
  },
  {
    name: 'gsm',
    run: (text) => gsm(text),
    answer: ({ char_set, sms_count, chars_left }) => ({
      encoding: nameEncoding(char_set),
      segments: sms_count,
      remaining: chars_left,
    }),
  },
])

export const segmenters = peers([
  {
    name: 'split-sms',
    run: (text) => splitSms.split(text),
    answer: ({ characterSet, parts }) => ({
      encoding: nameEncoding(characterSet),
      parts: parts.map(({ content }) => content),
    }),
  },
  {
    name: 'sms-segments-calculator',
    run: (text) => new SegmentedMessage(text),
    answer: ({ encodingName, segments }) => ({
      encoding: encodingName,
      parts: segments.map((segment) => Array.from(segment, ({ raw }) => raw ?? '').join('')),
    }),
  },
  {
    name: 'gsm',
    run: (text) => gsm(text),
    answer: ({ char_set, parts }) => ({ encoding: nameEncoding(char_set), parts }),
  },
])

const RECIPIENT = '+79991234567'
/**
 * The octets of a SUBMIT to that recipient before its user data length: service centre, type, reference, address, PID,
 * DCS.
 */
const BEFORE_LENGTH = 13

/** node-pdu writes whole TPDUs in hexadecimal, and has a function that makes octets of them. */
export const encoders = peers([
  {
    name: 'node-pdu',
    run: (text) => new Submit(RECIPIENT, text).getPartStrings().map((tpdu) => utils.Helper.hexToUint8Array(tpdu)),
    answer: readSubmits,
  },
  {
    name: 'node-pdu, hex only',
    run: (text) => new Submit(RECIPIENT, text).getPartStrings(),
    answer: (tpdus) => readSubmits(tpdus.map((tpdu) => Buffer.from(tpdu, 'hex'))),
  },
])

/**
 * Its header has a 16-bit reference, which leaves less room. It is compared with the fewest segments that are possible
 * then.
 */
function readSubmits(submits) {
  const messages = submits.map((octets) => ({
    userData: Uint8Array.from(octets.slice(BEFORE_LENGTH + 1)),
    userDataLength: octets[BEFORE_LENGTH],
    hasHeader: (octets[1] & 0x40) !== 0,
    dataCoding: octets[BEFORE_LENGTH - 1],
  }))
  return { text: decode(messages), segmentsOf16BitReference: messages.length }
}

export const decoders = peers([
  {
    name: 'node-pdu',
    prepare: (messages) => messages.map(writeSubmit),
    run: (tpdus) => {
      const [first, ...others] = tpdus.map((tpdu) => parse(tpdu))
      for (const other of others) first.data.append(other)
      return first.data.getText()
    },
    answer: (text) => ({ text }),
  },
])

/** A message as a SUBMIT in hexadecimal, which node-pdu reads. */
function writeSubmit({ userData, userDataLength, hasHeader, dataCoding, protocolId }) {
  const hex = (...octets) => Buffer.from(octets).toString('hex')
  const address = '0b919799214365f7'
  return hex(0, hasHeader ? 0x41 : 0x01, 0) + address + hex(protocolId, dataCoding, userDataLength, ...userData)
}

/** Its functions for septets use only hexadecimal digits. */
export const packers = peers([
  {
    name: 'node-pdu',
    run: (text) => utils.Helper.hexToUint8Array(utils.Helper.encode7Bit(text).result),
    answer: (octets) => ({ hex: Buffer.from(octets).toString('hex') }),
  },
  {
    name: 'node-pdu, hex only',
    run: (text) => utils.Helper.encode7Bit(text),
    answer: ({ result }) => ({ hex: result.toLowerCase() }),
  },
])

export const unpackers = peers([
  { name: 'node-pdu', run: (hex) => utils.Helper.decode7Bit(hex, 160), answer: (text) => ({ text }) },
])
