import { count, decodeHeader, encode as encodeText, type ShortMessage } from 'septet'
import { elementWords } from './element-words'
import { toHex } from './hex'
import type { Screen } from './output'
import type { TextCommand } from './text-command'
import { octetWords, plural, summary } from './words'

export const encode: TextCommand = {
  name: 'encode',
  about: 'Make the octets of a text, for a modem or for SMPP',
  examples: [
    ['septet encode "Hello"', 'in hex and in words'],
    ['septet encode --unpacked --reference 17 < letter.txt', 'for SMPP'],
    ["septet encode --json Hello | jq -r '.messages[].userData'", 'user data alone'],
    ['septet encode --json "Hello" | septet decode', 'and back'],
  ],
  octets: true,
  block: true,
  answer: (text, options) => ({ messages: encodeText(text, options) }),
  show(text, options, { colors }) {
    const messages = encodeText(text, options)
    const counted = count(text, options)
    const blocks = messages.map((message, index) => {
      const lengthUnit = message.packed && counted.encoding === 'GSM-7' ? 'septet' : 'octet'
      return segmentBlock(index + 1, messages.length, colors, [
        ['user data length', plural(message.userDataLength, lengthUnit)],
        ['data coding', octetWords(message.dataCoding)],
        ['protocol id', octetWords(message.protocolId)],
        ['header', headerWords(message)],
        ['user data', hexWithHeader(message, colors)],
      ])
    })
    return `${colors.bold(summary(counted))}\n${blocks.join('')}`
  },
}

function segmentBlock(sequence: number, total: number, { dim }: Screen['colors'], rows: [string, string][]): string {
  const width = Math.max(...rows.map(([name]) => name.length))
  const lines = rows.map(([name, value]) => `  ${dim(name.padEnd(width))}  ${value}\n`)
  return `\nSegment ${sequence} of ${total}\n${lines.join('')}`
}

function headerWords({ userData, hasHeader }: ShortMessage): string {
  if (!hasHeader) return 'none'
  return decodeHeader(userData.subarray(0, headerOctets(userData)))
    .map(elementWords)
    .join('; ')
}

/** The digits in one piece, to be copied; the header set apart by its colour alone. */
function hexWithHeader({ userData, hasHeader }: ShortMessage, { cyan }: Screen['colors']): string {
  const digits = toHex(userData)
  const headerEnd = hasHeader ? 2 * headerOctets(userData) : 0
  return cyan(digits.slice(0, headerEnd)) + digits.slice(headerEnd)
}

/** The first octet counts those of the header behind it (TS 23.040 9.2.3.24). */
function headerOctets(userData: Uint8Array): number {
  return 1 + userData[0]!
}
