// TS 23.040 9.2.2.2, TS 27.005 3.1: SUBMITs as digits, each field by itself. Slow, and shares no line with the library.
import type { TextOptions } from '../../src/types'
import { encode } from './encode'
import { minutes } from './tpdu'

/** What a SUBMIT has beside its text, in the forms that are most to the point. */
export interface Fields {
  to: string
  smsc?: string
  validity?: number | Date | { format: 'enhanced'; singleShot?: boolean; minutes?: number; seconds?: number }
  statusReport?: boolean
  rejectDuplicates?: boolean
  replyPath?: boolean
  messageReference?: number
}

/** What is typed at a modem for each segment, and the octets of the TPDU alone. */
export function submits(text: string, fields: Fields, options: TextOptions): { hex: string; length: number }[] {
  const { messageReference = 0, validity } = fields
  return encode(text, { ...options, packed: true }).map((message, index) => {
    const { userData, userDataLength, hasHeader, dataCoding, protocolId } = message
    const first = [
      fields.replyPath,
      hasHeader,
      fields.statusReport,
      // Enhanced 01, relative 10, absolute 11.
      typeof validity === 'number' || validity instanceof Date,
      typeof validity === 'object',
      fields.rejectDuplicates,
      false,
      true,
    ]
    const tpdu = [
      octet(Number.parseInt(first.map((bit) => (bit ? '1' : '0')).join(''), 2)),
      octet((messageReference + index) % 256),
      octet(digitsOf(fields.to).length) + numberOf(fields.to),
      octet(protocolId),
      octet(dataCoding),
      period(validity),
      octet(userDataLength),
      [...userData].map(octet).join(''),
    ].join('')
    return { hex: centre(fields.smsc) + tpdu, length: tpdu.length / 2 }
  })
}

function octet(value: number): string {
  return value.toString(16).toUpperCase().padStart(2, '0')
}

const digitsOf = (number: string) => number.replace('+', '')

/** Type of address, then the digits, two of each octet swapped. */
function numberOf(number: string): string {
  const letters: Record<string, string> = { '*': 'A', '#': 'B', a: 'C', b: 'D', c: 'E' }
  const digits = [...digitsOf(number)].map((digit) => letters[digit] ?? digit).join('')
  const even = digits.length % 2 === 0 ? digits : `${digits}F`
  return (number.startsWith('+') ? '91' : '81') + swap(even)
}

function centre(number: string | undefined): string {
  if (number === undefined) return '00'
  const octets = numberOf(number)
  return octet(octets.length / 2) + octets
}

function swap(digits: string): string {
  return digits.replace(/(.)(.)/g, '$2$1')
}

/** The first value whose period is not shorter. */
function relative(asked: number): string {
  let value = 0
  while (minutes(value) < asked) value++
  return octet(value)
}

function period(validity: Fields['validity']): string {
  if (validity === undefined) return ''
  if (typeof validity === 'number') return relative(validity)
  if (validity instanceof Date) return swap(validity.toISOString().replace(/^..|\D|...Z$/g, '')) + octet(0)
  const shot = validity.singleShot ? 0x40 : 0
  if (validity.minutes !== undefined) return octet(shot + 1) + relative(validity.minutes) + '00'.repeat(5)
  if (validity.seconds === undefined) return octet(shot) + '00'.repeat(6)
  if (validity.seconds < 256) return octet(shot + 2) + octet(validity.seconds) + '00'.repeat(5)
  const clock = [Math.floor(validity.seconds / 3600), Math.floor(validity.seconds / 60) % 60, validity.seconds % 60]
  return octet(shot + 3) + swap(clock.map((part) => `${part}`.padStart(2, '0')).join('')) + '00'.repeat(3)
}
