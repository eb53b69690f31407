import fc from 'fast-check'
import { encode } from '../../src/index'
import type { AddressInput, TimeInput, TpduInput, ValidityInput } from '../../src/pdu/index'
import { mainTable } from '../reference/alphabet'
import { gsm7Text } from './texts'

/** TPDUs for the properties: every type, every field, texts and octets. */

const octet = fc.nat(255)
const createDigits = (alphabet: string) => fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 20 })
const letters = [...mainTable.values()]

const planned = fc.constantFrom('unknown', 'e164', 'x121', 'telex', 'national', 'private', 'ermes', 5, 6, 15)

export const anyAddress: fc.Arbitrary<Exclude<AddressInput, string>> = fc.oneof(
  fc.record({
    value: createDigits('0123456789*#abc'),
    type: fc.constantFrom('unknown', 'international', 'national', 'network', 'subscriber', 'abbreviated', 'reserved'),
    plan: planned,
  }),
  fc.record({
    value: fc.string({ unit: fc.constantFrom(...letters), maxLength: 11 }),
    type: fc.constant('alphanumeric'),
    plan: fc.constantFrom('unknown', 'e164'),
  }),
) as never

/** Times in every year that the field has, in every zone. */
export const anyTime: fc.Arbitrary<Exclude<TimeInput, Date>> = fc
  .tuple(
    fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2069-12-31T23:59:59Z'), noInvalidDate: true }),
    fc.integer({ min: -79, max: 79 }),
  )
  .map(([date, quarters]) => ({ local: date.toISOString().slice(0, 19), offsetMinutes: 15 * quarters }))

const anyPeriod = fc.integer({ min: 1, max: 635_040 })
const anyValidity: fc.Arbitrary<ValidityInput | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.record({ format: fc.constant('relative'), minutes: anyPeriod }),
  fc.record({ format: fc.constant('absolute'), time: anyTime }),
  fc.record({ format: fc.constant('enhanced'), singleShot: fc.boolean() }),
  fc.record({ format: fc.constant('enhanced'), singleShot: fc.boolean(), minutes: anyPeriod }),
  fc.record({ format: fc.constant('enhanced'), seconds: fc.integer({ min: 1, max: 359_999 }) }),
) as never

/** The first segment of a text, or octets. */
const anyMessage = fc.oneof(
  gsm7Text.map((text) => encode(text, { encoding: 'GSM-7' })[0]!),
  fc.constantFrom('Привет', '中文', '😀').map((text) => encode(text)[0]!),
  fc.uint8Array({ maxLength: 140 }).map((userData) => ({
    userData,
    userDataLength: userData.length,
    hasHeader: false,
    dataCoding: 0x04,
    protocolId: 0,
  })),
)

const flags = <Name extends string>(...names: Name[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, fc.boolean()])) as Record<Name, fc.Arbitrary<boolean>>)

/** What a parameter indicator announces: all fields, some or none. */
const anyPart = fc
  .tuple(fc.option(octet, { nil: undefined }), fc.option(anyMessage, { nil: undefined }), fc.boolean())
  .map(([protocolId, message, hasCoding]) => {
    const isPlain = message?.dataCoding === 0 && !hasCoding
    return {
      ...(protocolId === undefined ? {} : { protocolId }),
      ...(message === undefined || isPlain ? {} : { dataCoding: message.dataCoding }),
      ...(message === undefined
        ? {}
        : { userData: message.userData, userDataLength: message.userDataLength, hasHeader: message.hasHeader }),
    }
  })

const createTpdus = <Type extends string, Rest extends object>(type: Type, ...parts: fc.Arbitrary<object>[]) =>
  fc.tuple(...parts).map((all) => Object.assign({ type }, ...all) as { type: Type } & Rest)

const cause = fc.oneof(fc.constant({}), fc.record({ failureCause: fc.integer({ min: 0x80, max: 0xff }) }))

export const anyDeliver = createTpdus(
  'deliver',
  flags('replyPath', 'statusReportIndication', 'loopPrevention', 'moreMessages'),
  fc.record({ originator: anyAddress, timeStamp: anyTime }),
  anyMessage,
)
export const anySubmit = createTpdus(
  'submit',
  flags('replyPath', 'statusReport', 'rejectDuplicates'),
  fc.record({ messageReference: octet, destination: anyAddress }),
  anyValidity.map((validity) => (validity === undefined ? {} : { validity })),
  anyMessage,
)
export const anyStatusReport = createTpdus(
  'status-report',
  flags('ofCommand', 'loopPrevention', 'moreMessages'),
  fc.record({
    messageReference: octet,
    recipient: anyAddress,
    timeStamp: anyTime,
    dischargeTime: anyTime,
    status: octet,
  }),
  anyPart,
)
export const anyCommand = createTpdus(
  'command',
  flags('statusReport'),
  fc.record({ messageReference: octet, protocolId: octet, command: octet, messageNumber: octet }),
  fc.record({ destination: anyAddress, data: fc.uint8Array({ maxLength: 156 }) }),
)
export const anyDeliverReport = createTpdus('deliver-report', cause, anyPart)
export const anySubmitReport = createTpdus('submit-report', cause, fc.record({ timeStamp: anyTime }), anyPart)

/** A TPDU as a caller writes it. */
export const anyTpdu = fc.oneof(
  anyDeliver,
  anySubmit,
  anyStatusReport,
  anyCommand,
  anyDeliverReport,
  anySubmitReport,
) as never as fc.Arbitrary<TpduInput>

/** The direction of a type. */
export const findDirection = ({ type }: Pick<TpduInput, 'type'>) =>
  ['deliver', 'status-report', 'submit-report'].includes(type) ? 'to-phone' : 'to-network'
