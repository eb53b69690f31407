import { decodeHeader, type ReadableMessage, read, SeptetError, toHex } from 'septet'
import type { Address, LenientTpdu, Time, Validity, WithServiceCentre } from 'septet/pdu'
import { pluralize } from '../../words'
import { describeElement } from './element-words'
import type { Row } from './rows'
import type { Screen } from './screen'
import { showInvisible } from './visible'
import { formatOctet } from './words'

type Value = { [name: string]: unknown }

/** The names of the members, in the order in which they are shown. Flags are shown if they are set. */
const NAMES: Readonly<Record<string, string>> = {
  smsc: 'service centre',
  originator: 'from',
  destination: 'to',
  recipient: 'recipient',
  messageReference: 'message reference',
  timeStamp: 'time',
  dischargeTime: 'discharge time',
  status: 'status',
  failureCause: 'failure cause',
  command: 'command',
  messageNumber: 'message number',
  validity: 'validity period',
  hasHeader: 'with a header',
  moreMessages: 'more messages wait',
  loopPrevention: 'loop prevention',
  statusReportIndication: 'the sender gets a report',
  statusReport: 'a report is asked for',
  ofCommand: 'about a command',
  rejectDuplicates: 'duplicates are refused',
  replyPath: 'reply path',
  reservedBits: 'reserved bits',
  parameterIndicator: 'parameter indicator',
  protocolId: 'protocol id',
  dataCoding: 'data coding',
}

/** Writes every field in words, then the user data and its content. */
export function formatPdu(pdu: WithServiceCentre<LenientTpdu>, { colors: { dim } }: Screen): string {
  const value = pdu as unknown as Value
  const fields = Object.entries(NAMES).flatMap(([member, name]): Row[] => {
    const words = value[member] === undefined ? undefined : describeMember(member, value[member])
    return words === undefined ? [] : [[name, words]]
  })
  const rows = [...fields, ...listMessageRows(value), ...listRestRows(value)]
  const width = Math.max(...rows.map(([name]) => name.length))
  const lines = rows.map(([name, words]) => `  ${dim(name.padEnd(width))}  ${showInvisible(words)}\n`)
  return `SMS-${pdu.type.toUpperCase()}\n${lines.join('')}`
}

/** Returns undefined for a flag that is not set. */
function describeMember(member: string, value: unknown): string | undefined {
  if (typeof value === 'boolean') return value ? 'yes' : undefined
  if (typeof value === 'number') return isOctet(member) ? formatOctet(value) : `${value}`
  if (value instanceof Uint8Array) return toHex(value)
  if (member === 'validity') return formatValidity(value as Validity)
  if ('local' in (value as object)) return formatTime(value as Time)
  if ('code' in (value as object)) return formatCode(value as { code: number; meaning: string })
  return formatAddress(value as Address)
}

function isOctet(member: string): boolean {
  return ['protocolId', 'dataCoding', 'reservedBits'].includes(member)
}

function formatCode({ code, meaning }: { code: number; meaning: string }): string {
  return `${formatOctet(code)}: ${meaning}`
}

/** Writes a number as a person dials it; an address of another kind, with its type. */
function formatAddress({ value, type }: Address): string {
  if (type === 'international') return `+${value}`
  return type === 'unknown' ? value || 'none' : `${value} (${type})`
}

/** Writes `2026-11-29 17:00:00 +01:00`. */
function formatTime({ octets, local, offsetMinutes, date }: Time): string {
  const time = `${local.replace('T', ' ')} ${offsetMinutes === null ? 'in no zone' : formatZone(offsetMinutes)}`
  return date === undefined ? `${time}, which does not exist: ${toHex(octets) || 'no octet'}` : time
}

function formatZone(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${`${hours}`.padStart(2, '0')}:${`${rest}`.padStart(2, '0')}`
}

function formatValidity(validity: Validity): string {
  if (validity.format === 'absolute') return `until ${formatTime(validity.time)}`
  if (validity.format === 'relative') return formatPeriod(validity.minutes)
  const { minutes, seconds, singleShot, octets } = validity
  const period =
    minutes !== undefined ? formatPeriod(minutes) : seconds !== undefined ? pluralize(seconds, 'second') : toHex(octets)
  return singleShot ? `${period}, one attempt` : period
}

/** Writes minutes in the largest unit that gives a whole number. */
function formatPeriod(minutes: number): string {
  const units = [
    ['week', 7 * 24 * 60],
    ['day', 24 * 60],
    ['hour', 60],
  ] as const
  const [unit, size] = units.find(([, size]) => minutes % size === 0) ?? ['minute', 1]
  return pluralize(minutes / size, unit)
}

/** Lists the header's elements, the octets, and the text if it is one. */
function listMessageRows({ type, userData, userDataLength, hasHeader, dataCoding = 0, data, faults }: Value): Row[] {
  if (data instanceof Uint8Array) return [['data', toHex(data) || 'none']]
  if (!(userData instanceof Uint8Array)) return []
  const message = { type, userData, userDataLength, hasHeader, dataCoding } as ReadableMessage
  return [
    ['user data length', `${userDataLength}`],
    ...(hasHeader ? listHeaderRows(userData) : []),
    ['user data', toHex(userData) || 'none'],
    ...listTextRows(message, faults !== undefined),
  ]
}

function listHeaderRows(userData: Uint8Array): Row[] {
  return explainMissingRows('header', () =>
    decodeHeader(userData.subarray(0, 1 + (userData[0] ?? 0))).map(
      (element): Row => ['header', describeElement(element)],
    ),
  )
}

/** Reads the text, also of one segment of several. */
function listTextRows(message: ReadableMessage, lenient: boolean): Row[] {
  return explainMissingRows('text', () => {
    const { text, data } = read(message, { partial: true, lenient })
    return text === undefined ? [['octets', toHex(data!) || 'none']] : [['text', text]]
  })
}

/** Returns the rows, or a row that says why there are none. */
function explainMissingRows(name: string, rows: () => Row[]): Row[] {
  try {
    return rows()
  } catch (error) {
    if (!(error instanceof SeptetError)) throw error
    return [[name, `not readable: ${error.reason}`]]
  }
}

function listRestRows({ rest, faults = [] }: Value): Row[] {
  return [
    ...(rest instanceof Uint8Array ? [['after it', toHex(rest)] as Row] : []),
    ...(faults as { offset: number; reason: string }[]).map(
      ({ offset, reason }): Row => ['fault', `${reason}, at offset ${offset}`],
    ),
  ]
}
