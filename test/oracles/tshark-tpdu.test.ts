import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode, type ShortMessage } from '../../src/index'
import {
  type Address,
  decodeTpdu,
  encodeCellBroadcast,
  encodeTpdu,
  type Time,
  type Tpdu,
  type Validity,
} from '../../src/pdu/index'
import { extensionTable, mainTable } from '../reference/alphabet'
import { runs } from '../support/long'
import { anyTpdu, findDirection } from '../support/tpdus'
import { judgedBy, samples } from './programs'
import { dissectPages, dissectTpdus, type Packet, valuesOf } from './tshark'

const BATCH = runs(600, 20_000)

/** Fields of tshark's by their names there, each with its values in order. */
type Expected = Record<string, (string | number)[]>

const TYPES = [
  'unknown',
  'international',
  'national',
  'network',
  'subscriber',
  'alphanumeric',
  'abbreviated',
  'reserved',
]
const PLANS: Record<string, number> = { unknown: 0, e164: 1, x121: 3, telex: 4, national: 8, private: 9, ermes: 10 }

const bit = (flag: boolean) => (flag ? 1 : 0)

function addressFields(name: string, { value, type, plan, octets }: Address): Expected {
  return {
    'gsm_sms.dis_field_addr.length': [octets[0]!],
    'gsm_sms.dis_field_addr.num_type': [TYPES.indexOf(type)],
    'gsm_sms.dis_field_addr.num_plan': [typeof plan === 'number' ? plan : PLANS[plan]!],
    // tshark shows no field for nothing.
    ...(octets.length > 2 ? { [`gsm_sms.${name}`]: [value] } : {}),
  }
}

/** Times in the order of the TPDU. Of zones tshark has the quarters of an hour without their sign. */
function timeFields(...times: Time[]): Expected {
  const parts = times.map(({ local }) => /^..(..)-(..)-(..)T(..):(..):(..)$/.exec(local)!.slice(1).map(Number))
  const names = ['year', 'month', 'day', 'hour', 'minutes', 'seconds']
  return {
    ...Object.fromEntries(names.map((name, at) => [`gsm_sms.scts.${name}`, parts.map((part) => part[at]!)])),
    'gsm_sms.scts.timezone': times.map(({ offsetMinutes }) => Math.abs(offsetMinutes! / 15)),
  }
}

function validityFields(validity: Validity | undefined): Expected {
  if (validity === undefined) return { 'gsm_sms.tp-vpf': [0] }
  if (validity.format === 'relative') return { 'gsm_sms.tp-vpf': [2] }
  if (validity.format === 'absolute') return { 'gsm_sms.tp-vpf': [3], ...timeFields(validity.time) }
  const { singleShot, seconds = 0 } = validity
  const clock = ([name, value]: [string, number]) => [`gsm_sms.vp.validity_period.${name}`, [value]]
  const names: [string, number][] = [
    ['hour', Math.floor(seconds / 3600)],
    ['minutes', Math.floor(seconds / 60) % 60],
    ['seconds', seconds % 60],
  ]
  return {
    'gsm_sms.tp-vpf': [1],
    'gsm_sms.vp.single_shot_sm': [bit(singleShot)],
    'gsm_sms.vp.validity_period_format': [validity.octets[0]! & 7],
    ...(seconds > 255 ? Object.fromEntries(names.map(clock)) : {}),
  }
}

/** The text, where it is one, and its length. */
function messageFields(message: Partial<ShortMessage>): Expected {
  const { userData, userDataLength, dataCoding = 0, hasHeader = false, protocolId } = message
  const codes: Expected = {
    ...(protocolId === undefined ? {} : { 'gsm_sms.tp-pid': [protocolId] }),
    ...(message.dataCoding === undefined ? {} : { 'gsm_sms.tp-dcs': [dataCoding] }),
  }
  if (userData === undefined) return codes
  const length = { ...codes, 'gsm_sms.tp.user_data_length': [userDataLength!] }
  const isShown = userData.length > 0 && !hasHeader && message.dataCoding !== undefined
  if (!isShown) return length
  if (dataCoding !== 4) {
    return {
      ...length,
      'gsm_sms.sms_text': [decode({ userData, userDataLength: userDataLength!, dataCoding, hasHeader })],
    }
  }
  return {
    ...length,
    'gsm_sms.sms_body': [
      Buffer.from(userData)
        .toString('hex')
        .replace(/..(?=.)/g, '$&:'),
    ],
  }
}

function fieldsOf(tpdu: Tpdu): Expected {
  const header = { 'gsm_sms.tp-udhi': [bit(tpdu.hasHeader)] }
  switch (tpdu.type) {
    case 'deliver':
      return {
        ...header,
        'gsm_sms.tp-mti': [0],
        'gsm_sms.tp-rp': [bit(tpdu.replyPath)],
        'gsm_sms.tp-sri': [bit(tpdu.statusReportIndication)],
        'gsm_sms.tp-lp': [bit(tpdu.loopPrevention)],
        // The bit, whose 0 says that more wait.
        'gsm_sms.tp-mms': [bit(!tpdu.moreMessages)],
        ...addressFields('tp-oa', tpdu.originator),
        ...timeFields(tpdu.timeStamp),
        ...messageFields(tpdu),
      }
    case 'submit':
      return {
        ...header,
        'gsm_sms.tp-mti': [1],
        'gsm_sms.tp-rp': [bit(tpdu.replyPath)],
        'gsm_sms.tp-srr': [bit(tpdu.statusReport)],
        'gsm_sms.tp-rd': [bit(tpdu.rejectDuplicates)],
        'gsm_sms.tp-mr': [tpdu.messageReference],
        ...addressFields('tp-da', tpdu.destination),
        ...validityFields(tpdu.validity),
        ...messageFields(tpdu),
      }
    case 'status-report':
      return {
        ...header,
        'gsm_sms.tp-mti': [2],
        'gsm_sms.tp-srq': [bit(tpdu.ofCommand)],
        'gsm_sms.tp-mms': [bit(!tpdu.moreMessages)],
        'gsm_sms.tp-mr': [tpdu.messageReference],
        ...addressFields('tp-ra', tpdu.recipient),
        ...timeFields(tpdu.timeStamp, tpdu.dischargeTime),
        'gsm_sms.dis_field.definition': [tpdu.status.code >> 7],
        'gsm_sms.dis_field.st_error': [(tpdu.status.code >> 5) & 3],
        'gsm_sms.dis.field_st_reason': [tpdu.status.code & 31],
        ...messageFields(tpdu),
      }
    case 'command':
      return {
        ...header,
        'gsm_sms.tp-mti': [2],
        'gsm_sms.tp-srr': [bit(tpdu.statusReport)],
        'gsm_sms.tp-mr': [tpdu.messageReference],
        'gsm_sms.tp-pid': [tpdu.protocolId],
        'gsm_sms.tp.command_type': [tpdu.command.code],
        'gsm_sms.tp.message_number': [tpdu.messageNumber],
        ...addressFields('tp-da', tpdu.destination),
        'gsm_sms.tp.command_data_length': [tpdu.data.length],
      }
    default:
      return {
        ...header,
        'gsm_sms.tp-mti': [tpdu.type === 'submit-report' ? 1 : 0],
        ...(tpdu.failureCause === undefined ? {} : { 'gsm_sms.tp-fcs': [tpdu.failureCause.code] }),
        'gsm_sms.tp.parameter_indicator': [tpdu.parameterIndicator![0]!],
        ...(tpdu.type === 'submit-report' ? timeFields(tpdu.timeStamp) : {}),
        ...messageFields(tpdu),
      }
  }
}

/** What tshark says of the fields that are expected, numbers as numbers. */
function shown(packet: Packet, expected: Expected): Expected {
  return Object.fromEntries(
    Object.entries(expected).map(([name, values]) => [
      name,
      valuesOf(packet, name).map((value, at) => (typeof values[at] === 'number' ? Number(value) : value)),
    ]),
  )
}

/** tshark takes what follows the one octet of this form for the user data. */
const isMisread = (tpdu: Tpdu) =>
  tpdu.type === 'submit' && tpdu.validity?.format === 'enhanced' && tpdu.validity.minutes !== undefined

judgedBy(['tshark'], 'Wireshark reads', () => {
  test(`${BATCH} TPDUs of every type: every field`, () => {
    const cases = samples(anyTpdu, BATCH)
      .map((tpdu) => ({ octets: encodeTpdu(tpdu), direction: findDirection(tpdu) }) as const)
      .map((one) => ({ ...one, tpdu: decodeTpdu(one.octets, { direction: one.direction }) }))
      .filter(({ tpdu }) => !isMisread(tpdu))
    const packets = dissectTpdus(cases)
    for (const [index, { tpdu }] of cases.entries()) {
      const expected = fieldsOf(tpdu)
      expect(shown(packets[index]!, expected)).toEqual(expected)
    }
  })

  test(`${BATCH / 2} messages of cell broadcast: every page's header and text`, () => {
    const gsm7 = fc.constantFrom(...[...mainTable.values(), ...extensionTable.values()].filter((one) => one !== '\r'))
    const text = fc.oneof(
      fc.string({ unit: gsm7, maxLength: 300 }),
      fc.string({ unit: fc.constantFrom(...'Привіт'), maxLength: 120 }),
    )
    const page = fc.record({
      scope: fc.constantFrom('cell-immediate', 'plmn', 'location-area', 'cell'),
      messageCode: fc.nat(1023),
      updateNumber: fc.nat(15),
      messageIdentifier: fc.nat(65535),
    })
    const cases = samples(fc.tuple(text, page), BATCH / 2).map(([text, page]) => ({
      text,
      page,
      pages: encodeCellBroadcast(text, page as never),
    }))
    const packets = dissectPages(cases.flatMap(({ pages }) => pages))
    let at = 0
    for (const { text, page, pages } of cases) {
      const own = packets.slice(at, at + pages.length)
      at += pages.length
      for (const [index, packet] of own.entries()) {
        const numbers = (name: string) => valuesOf(packet, `gsm_cbs.${name}`).map(Number)
        expect(numbers('current_page')).toEqual([index + 1])
        expect(numbers('total_pages')).toEqual([pages.length])
        expect(numbers('message_code')).toEqual([page.messageCode])
        expect(numbers('update_number')).toEqual([page.updateNumber])
        expect(numbers('message-identifier')).toEqual([page.messageIdentifier])
      }
      const contents = own.flatMap((packet) => valuesOf(packet, 'gsm_cbs.page_content'))
      expect(contents.map((content) => content.replace(/\r+$/, '')).join('')).toBe(text)
    }
  })
})
