// TS 23.040 9.2: a second reading of TPDUs, digit by digit. Slow, and shares no line with the library.
import { readDataCoding } from './data-coding'
import { read } from './decode'
import { unpack } from './packing'

/** Fields by the standard's own short names; octets in hexadecimal. */
export type Fields = Record<string, unknown>

const TONS = [
  'unknown',
  'international',
  'national',
  'network',
  'subscriber',
  'alphanumeric',
  'abbreviated',
  'reserved',
]
const PLANS: Record<string, string> = {
  0: 'unknown',
  1: 'e164',
  3: 'x121',
  4: 'telex',
  8: 'national',
  9: 'private',
  10: 'ermes',
}

class Digits {
  at = 0
  constructor(readonly text: string) {}

  octets(count: number): string {
    const taken = this.text.slice(this.at, this.at + 2 * count)
    if (taken.length < 2 * count) throw new Error('short')
    this.at += 2 * count
    return taken
  }

  octet(): number {
    return Number.parseInt(this.octets(1), 16)
  }

  get left(): string {
    return this.text.slice(this.at)
  }
}

function bit(octet: number, place: number): boolean {
  return octet.toString(2).padStart(8, '0')[7 - place] === '1'
}

/** The digits of octets with the two of each swapped. */
function swap(octets: string): string {
  return octets.replace(/(.)(.)/g, '$2$1')
}

function address(digits: Digits): Fields {
  const length = digits.octet()
  if (length > 20) throw new Error('long')
  const type = digits.octet()
  const value = digits.octets(Math.ceil(length / 2))
  const ton = TONS[Math.floor(type / 16) % 8]!
  return {
    value: ton === 'alphanumeric' ? name(value, length) : number(value, length),
    type: ton,
    plan: PLANS[type % 16] ?? type % 16,
  }
}

function number(value: string, length: number): string {
  const letters: Record<string, string> = { A: '*', B: '#', C: 'a', D: 'b', E: 'c', F: '' }
  return [...swap(value).slice(0, length)].map((digit) => letters[digit] ?? digit).join('')
}

function name(value: string, length: number): string {
  const userData = Uint8Array.from(value.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const septets = unpack(userData, Math.floor((length * 4) / 7))
  return read([{ userData: Uint8Array.from(septets), dataCoding: 0, hasHeader: false, packed: false }]).text!
}

function time(digits: Digits): Fields {
  const octets = digits.octets(7)
  const swapped = [...swap(octets)].map((digit) => (/\d/.test(digit) ? digit : '0'))
  const pairs = [0, 2, 4, 6, 8, 10].map((at) => swapped[at]! + swapped[at + 1]!)
  const year = Number(pairs[0]) < 70 ? `20${pairs[0]}` : `19${pairs[0]}`
  const zone = Number.parseInt(octets.slice(12), 16)
  const [tens, units] = [zone % 8, Math.floor(zone / 16)]
  const minutes = (tens * 10 + units) * 15
  return {
    octets,
    local: `${year}-${pairs[1]}-${pairs[2]}T${pairs[3]}:${pairs[4]}:${pairs[5]}`,
    offsetMinutes: units > 9 ? null : bit(zone, 3) ? 0 - minutes : minutes,
  }
}

/** TP-VP by counting up from its shortest value. */
export function minutes(octet: number): number {
  let period = 0
  for (let value = 0; value <= octet; value++) {
    if (value <= 143) period += 5
    else if (value <= 167) period += 30
    else if (value === 168) period = 2 * 24 * 60
    else if (value <= 196) period += 24 * 60
    else if (value === 197) period = 5 * 7 * 24 * 60
    else period += 7 * 24 * 60
  }
  return period
}

function validity(digits: Digits, format: number): Fields | undefined {
  if (format === 2) return { format: 'relative', minutes: minutes(digits.octet()) }
  if (format === 3) return { format: 'absolute', time: time(digits) }
  if (format === 0) return undefined
  const octets = digits.octets(7)
  const indicator = Number.parseInt(octets.slice(0, 2), 16)
  const period: Fields = {}
  const value = Number.parseInt(octets.slice(2, 4), 16)
  if (!bit(indicator, 7)) {
    if (indicator % 8 === 1) period.minutes = minutes(value)
    if (indicator % 8 === 2 && value > 0) period.seconds = value
    if (indicator % 8 === 3) {
      const [hours, mins, secs] = [2, 4, 6].map((at) => Number(swap(octets.slice(at, at + 2)).replace(/\D/g, '0')))
      period.seconds = hours! * 3600 + mins! * 60 + secs!
    }
  }
  return { format: 'enhanced', singleShot: bit(indicator, 6), ...period, octets }
}

function userData(digits: Digits, dataCoding: number, most: number): Fields {
  const userDataLength = digits.octet()
  const { encoding, compressed } = readDataCoding(dataCoding)
  const octets = encoding === 'GSM-7' && !compressed ? Math.ceil((userDataLength * 7) / 8) : userDataLength
  if (octets > most) throw new Error('long')
  return { userDataLength, userData: digits.octets(octets) }
}

function optional(digits: Digits, fields: Fields, most: number): void {
  const indicator = Number.parseInt((fields.parameterIndicator as string).slice(0, 2), 16)
  if (bit(indicator, 0)) fields.protocolId = digits.octet()
  if (bit(indicator, 1)) fields.dataCoding = digits.octet()
  if (bit(indicator, 2)) Object.assign(fields, userData(digits, (fields.dataCoding as number) ?? 0, most))
  if (indicator > 7 && digits.left !== '') fields.rest = digits.octets(digits.left.length / 2)
}

function indicator(digits: Digits): string {
  let octets = ''
  do octets += digits.octets(1)
  while (bit(Number.parseInt(octets.slice(-2), 16), 7))
  return octets
}

/** The fields of a TPDU; an error where it is none. */
export function readTpdu(text: string, direction: 'to-phone' | 'to-network', carrier?: 'ack' | 'error'): Fields {
  const digits = new Digits(text)
  const first = digits.octet()
  const fields = READERS[`${direction} ${first % 4}`]!(digits, first, carrier)
  if (digits.left !== '') throw new Error('more')
  return fields
}

type Reader = (digits: Digits, first: number, carrier?: 'ack' | 'error') => Fields

const deliver: Reader = (digits, first) => {
  const fields: Fields = {
    type: 'deliver',
    replyPath: bit(first, 7),
    hasHeader: bit(first, 6),
    statusReportIndication: bit(first, 5),
    loopPrevention: bit(first, 3),
    moreMessages: !bit(first, 2),
    originator: address(digits),
    protocolId: digits.octet(),
  }
  fields.dataCoding = digits.octet()
  fields.timeStamp = time(digits)
  return { ...fields, ...userData(digits, fields.dataCoding as number, 140) }
}

const submit: Reader = (digits, first) => {
  const fields: Fields = {
    type: 'submit',
    replyPath: bit(first, 7),
    hasHeader: bit(first, 6),
    statusReport: bit(first, 5),
    rejectDuplicates: bit(first, 2),
    messageReference: digits.octet(),
    destination: address(digits),
    protocolId: digits.octet(),
  }
  fields.dataCoding = digits.octet()
  const period = validity(digits, Math.floor(first / 8) % 4)
  if (period !== undefined) fields.validity = period
  return { ...fields, ...userData(digits, fields.dataCoding as number, 140) }
}

const statusReport: Reader = (digits, first) => {
  const fields: Fields = {
    type: 'status-report',
    hasHeader: bit(first, 6),
    ofCommand: bit(first, 5),
    loopPrevention: bit(first, 3),
    moreMessages: !bit(first, 2),
    messageReference: digits.octet(),
    recipient: address(digits),
    timeStamp: time(digits),
    dischargeTime: time(digits),
    status: { code: digits.octet() },
  }
  if (digits.left === '') return fields
  fields.parameterIndicator = indicator(digits)
  optional(digits, fields, 143)
  return fields
}

const command: Reader = (digits, first) => ({
  type: 'command',
  hasHeader: bit(first, 6),
  statusReport: bit(first, 5),
  messageReference: digits.octet(),
  protocolId: digits.octet(),
  command: { code: digits.octet() },
  messageNumber: digits.octet(),
  destination: address(digits),
  data: commandData(digits),
})

function commandData(digits: Digits): string {
  const length = digits.octet()
  if (length > 156) throw new Error('long')
  return digits.octets(length)
}

/** Of both reports: without a carrier, an octet of 80 or more is the cause. */
const report =
  (type: string, hasTime: boolean, most: number): Reader =>
  (digits, first, carrier) => {
    const fields: Fields = { type, hasHeader: bit(first, 6) }
    const next = Number.parseInt(digits.left.slice(0, 2), 16)
    if (carrier === 'error' || (carrier === undefined && next >= 128)) fields.failureCause = { code: digits.octet() }
    fields.parameterIndicator = indicator(digits)
    if (hasTime) fields.timeStamp = time(digits)
    optional(digits, fields, fields.failureCause === undefined ? most : most - 1)
    return fields
  }

const READERS: Record<string, Reader> = {
  'to-phone 0': deliver,
  'to-phone 1': report('submit-report', true, 152),
  'to-phone 2': statusReport,
  'to-phone 3': deliver,
  'to-network 0': report('deliver-report', false, 159),
  'to-network 1': submit,
  'to-network 2': command,
  'to-network 3': () => {
    throw new Error('reserved')
  },
}
