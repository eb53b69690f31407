import { decodeHeader, type ReadableMessage, type SeptetError, toHex } from 'septet'
import { pluralize } from '../../words'
import { describeElement } from './element-words'
import type { Row } from './rows'
import type { Screen } from './screen'
import { formatOctet } from './words'

/** Writes each segment as rows: the members besides the user data, then the octets in one piece, to be copied. */
export function formatSegments(messages: readonly ReadableMessage[], { colors }: Screen): string {
  const blocks = messages.map((message, index) => {
    const { userDataLength, dataCoding, protocolId } = message
    const rows: Row[] = [
      ...(userDataLength === undefined ? [] : [['user data length', formatLength(message, userDataLength)] as Row]),
      ['data coding', formatOctet(dataCoding)],
      ...(protocolId === undefined ? [] : [['protocol id', formatOctet(protocolId)] as Row]),
      ['header', describeHeader(message)],
      ['user data', colorHeader(message, colors)],
    ]
    return formatSegment(describePlace(message, index, messages.length), colors, rows)
  })
  return blocks.join('')
}

/** Writes each segment as rows: the octets of each element and what they mean, then what follows the header. */
export function formatElements(messages: readonly ReadableMessage[], { colors }: Screen): string {
  const blocks = messages.map((message, index) => {
    const { userData, hasHeader } = message
    const end = hasHeader ? countHeaderOctets(userData) : 0
    const rows: Row[] = [
      ...(hasHeader ? [[toHex(userData.subarray(0, 1)), `header of ${pluralize(end, 'octet')}`] as Row] : []),
      ...(hasHeader ? listElementRows(userData.subarray(0, end)) : []),
      [toHex(userData.subarray(end)) || '-', 'user data after it'],
    ]
    return formatSegment(
      describePlace(message, index, messages.length),
      colors,
      rows.map(([octets, words]) => [words, octets]),
    )
  })
  return blocks.join('')
}

function listElementRows(header: Uint8Array): Row[] {
  try {
    let at = 1
    return decodeHeader(header).map((element) => {
      const start = at
      at += 2 + header[at + 1]!
      return [toHex(header.subarray(start, at)), describeElement(element)]
    })
  } catch (error) {
    return [[toHex(header.subarray(1)), `not readable: ${(error as SeptetError).message}`]]
  }
}

/** Writes the number of the segment by its concatenation element, or else by its place. */
function describePlace({ userData, hasHeader }: ReadableMessage, index: number, count: number): string {
  const concat = hasHeader ? findConcat(userData.subarray(0, countHeaderOctets(userData))) : undefined
  return concat === undefined ? `${index + 1} of ${count}` : `${concat.sequence} of ${concat.total}`
}

/** Finds the last possible concatenation. A receiver ignores an impossible one (TS 23.040 9.2.3.24.1). */
function findConcat(header: Uint8Array) {
  try {
    const elements = decodeHeader(header).filter((element) => element.type === 'concat')
    return elements.filter(({ sequence, total }) => sequence > 0 && sequence <= total).at(-1)
  } catch {
    return undefined
  }
}

function formatSegment(place: string, { dim }: Screen['colors'], rows: Row[]): string {
  const width = Math.max(...rows.map(([name]) => name.length))
  const lines = rows.map(([name, value]) => `  ${dim(name.padEnd(width))}  ${value}\n`)
  return `\nSegment ${place}\n${lines.join('')}`
}

/** Writes a length in septets if there are fewer octets than it says, or if the message says so; else in octets. */
function formatLength({ userData, packed }: ReadableMessage, length: number): string {
  return pluralize(length, packed || length > userData.length ? 'septet' : 'octet')
}

function describeHeader({ userData, hasHeader }: ReadableMessage): string {
  if (!hasHeader) return 'none'
  return decodeHeader(userData.subarray(0, countHeaderOctets(userData)))
    .map(describeElement)
    .join('; ')
}

/** Writes the digits in one piece, to be copied. Only a colour shows where the header ends. */
function colorHeader({ userData, hasHeader }: ReadableMessage, { cyan }: Screen['colors']): string {
  const digits = toHex(userData)
  const headerEnd = hasHeader ? 2 * countHeaderOctets(userData) : 0
  return cyan(digits.slice(0, headerEnd)) + digits.slice(headerEnd)
}

/** The first octet is the number of octets after it (TS 23.040 9.2.3.24). */
function countHeaderOctets(userData: Uint8Array): number {
  return 1 + (userData[0] ?? 0)
}
