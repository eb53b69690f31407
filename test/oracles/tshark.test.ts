import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  encode,
  encodeBinary,
  encodeServiceIndication,
  encodeServiceLoading,
  encodeWapPush,
  formatText,
  segment,
} from '../../src/index'
import type { InformationElement, ShortMessage, TextOptions } from '../../src/types'
import { extensionTable, mainTable } from '../reference/alphabet'
import { checksum } from '../reference/checksum'
import { anyElement, anyFormat } from '../support/elements'
import { anyIndication, anyLoading } from './documents'
import { elementFields } from './element-fields'
import { judgedBy, samples } from './programs'
import { dissect, elementsIn, listTokens, type TokenRow, valuesOf } from './tshark'

const BATCH = 2_000

const gsm7 = fc.constantFrom(...mainTable.values(), ...extensionTable.values())
const other = fc.constantFrom(...'жЖёїÅčğΑ中日本語カ한’“—€', '😀', '𝒳', '\u{1f1fa}')
const length = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 700 }))
const textOf = (unit: fc.Arbitrary<string>) =>
  fc.tuple(fc.array(unit, { minLength: 1, maxLength: 30 }), length).map(([units, length]) => {
    return Array.from({ length }, (_, index) => units[index % units.length]!).join('')
  })
const anyText = fc.oneof(textOf(gsm7), textOf(fc.oneof(gsm7, other)))

const hex = (octets: Uint8Array) =>
  Buffer.from(octets)
    .toString('hex')
    .replace(/..(?=.)/g, '$&:')
const sorted = (list: unknown[]) => list.map((one) => JSON.stringify(one)).sort()

/** Dissects the segments of many messages at once, and gives each its packets back. */
function dissectAll(messages: ShortMessage[][]) {
  const packets = dissect(messages.flat())
  let at = 0
  return messages.map((segments) => {
    at += segments.length
    return packets.slice(at - segments.length, at)
  })
}

judgedBy(['tshark'], 'Wireshark reads', () => {
  test(`${BATCH} texts: every segment's text, length, coding and place`, () => {
    const options: fc.Arbitrary<TextOptions> = fc.oneof(
      fc.record({ reference: fc.nat(255), protocolId: fc.nat(255) }, { requiredKeys: [] }),
      fc.record({ reference: fc.nat(65535), referenceBits: fc.constant(16 as const) }),
      fc.record({ messageClass: fc.constantFrom(0, 1, 2, 3) }),
    )
    const cases = samples(fc.tuple(anyText, options), BATCH).map(([text, given]) => ({
      parts: segment(text, given).parts,
      messages: encode(text, given),
      given,
    }))
    const packets = dissectAll(cases.map(({ messages }) => messages))
    for (const [index, { parts, messages, given }] of cases.entries()) {
      const carried = messages.flatMap(({ userData, hasHeader }) => [
        ...userData.subarray(hasHeader ? 1 + userData[0]! : 0),
      ])
      const reference = given.reference ?? checksum(carried, given.referenceBits ?? 8)
      for (const [at, packet] of packets[index]!.entries()) {
        const { userDataLength, dataCoding, protocolId } = messages[at]!
        expect(valuesOf(packet, 'gsm_sms.sms_text')).toEqual([parts[at]!.text])
        expect(valuesOf(packet, 'gsm_sms.tp.user_data_length')).toEqual([`${userDataLength}`])
        expect(valuesOf(packet, 'gsm_sms.tp-dcs').map(Number)).toEqual([dataCoding])
        expect(valuesOf(packet, 'gsm_sms.tp-pid').map(Number)).toEqual([protocolId])
        const place = ['msg_id', 'msg_parts', 'msg_part'].map((name) => valuesOf(packet, `gsm_sms.udh.mm.${name}`)[0])
        const expected =
          messages.length === 1 ? [undefined, undefined, undefined] : [reference, messages.length, at + 1]
        expect(place).toEqual(expected.map((number) => (number === undefined ? undefined : `${number}`)))
      }
    }
  })

  test(`${BATCH} headers: every field of every element`, () => {
    const header = fc.array(anyElement, { minLength: 1, maxLength: 3 })
    const cases = samples(header, BATCH)
    const packets = dissect(
      cases.map((elements) => encodeBinary({ header: elements, data: Uint8Array.of(1, 2, 3) })[0]!),
    )
    for (const [index, elements] of cases.entries()) {
      expect(sorted(elementsIn(packets[index]!).map(withoutOctets))).toEqual(sorted(elements.map(elementFields)))
    }
  })

  test(`${BATCH / 4} messages of octets: the data of every segment after the same header`, () => {
    const data = fc.uint8Array({ minLength: 1, maxLength: 600 })
    // A port of no protocol, so that no dissector takes the data for its own.
    const ports: InformationElement = { type: 'ports', bits: 16, destination: 16001, source: 16002 }
    const cases = samples(fc.tuple(fc.constantFrom([], [ports]), data), BATCH / 4)
    const packets = dissectAll(cases.map(([header, data]) => encodeBinary({ header, data }, { reference: 9 })))
    for (const [index, [header, data]] of cases.entries()) {
      const bodies = packets[index]!.flatMap((packet) => valuesOf(packet, 'gsm_sms.sms_body'))
      expect(bodies.join(':')).toBe(hex(data))
      for (const packet of packets[index]!) {
        const concat = packets[index]!.length > 1 ? 1 : 0
        expect(elementsIn(packet)).toHaveLength(header.length + concat)
      }
    }
  })

  test(`${BATCH / 2} formatted texts: text and look of every segment`, () => {
    const span = fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 200 }), anyFormat)
    const cases = samples(fc.tuple(anyText, fc.array(span, { minLength: 1, maxLength: 4 })), BATCH / 2).map(
      ([text, spans]) => {
        const runs = spans
          .filter(([start]) => start < text.length)
          .map(([start, length, format]) => ({ ...format, start, length: Math.min(length, text.length - start) }))
        return { text, runs, messages: formatText(text, runs as never) }
      },
    )
    const packets = dissectAll(cases.map(({ messages }) => messages))
    for (const [index, { text, runs }] of cases.entries()) {
      let at = 0
      for (const packet of packets[index]!) {
        const [part] = valuesOf(packet, 'gsm_sms.sms_text')
        const end = at + part!.length
        const inSegment = runs
          .filter(({ start, length }) => start < end && start + length > at)
          .map((run) => {
            const start = Math.max(run.start, at)
            const length = Math.min(run.start + run.length, end) - start
            return elementFields({ ...run, type: 'textFormatting', start: start - at, length } as InformationElement)
          })
        const formats = elementsIn(packet).filter((element) => element['gsm_sms.ie_identifier'] === '0x0a')
        expect(sorted(formats.map(withoutOctets))).toEqual(sorted(inSegment))
        expect(part).toBe(text.slice(at, end))
        at = end
      }
      expect(at).toBe(text.length)
    }
  })

  test('message waiting and message classes', () => {
    const kinds = ['voice', 'fax', 'email', 'other'] as const
    const cases = kinds.flatMap((kind, code) =>
      [true, false].flatMap((active) =>
        [
          { text: 'a', store: true, group: 0xd0 },
          { text: 'a', store: false, group: 0xc0 },
          { text: 'ж', store: true, group: 0xe0 },
        ].map(({ text, store, group }) => ({ text, kind, active, store, octet: group | (active ? 8 : 0) | code })),
      ),
    )
    const packets = dissect(
      cases.map(({ text, ...messageWaiting }) => encode(text, { messageWaiting: waitingOf(messageWaiting) })[0]!),
    )
    for (const [index, { text, octet, active }] of cases.entries()) {
      expect(valuesOf(packets[index]!, 'gsm_sms.tp-dcs').map(Number)).toEqual([octet])
      expect(valuesOf(packets[index]!, 'gsm_sms.sms_text')).toEqual([text])
      expect(valuesOf(packets[index]!, 'gsm_sms.dcs.indication_sense')).toEqual([active ? '1' : '0'])
    }
  })

  test(`${BATCH / 2} pushes: ports, headers, content`, () => {
    const options = fc.record(
      {
        transactionId: fc.nat(255),
        charset: fc.boolean(),
        applicationId: fc.constantFrom(2, 4),
        dataCoding: fc.constantFrom(4, 0xf5),
      },
      { requiredKeys: [] },
    )
    const short = fc.oneof(
      anyIndication(20),
      anyLoading(60).map((loading) => ({ type: 'sl' as const, ...loading })),
    )
    const cases = samples(fc.tuple(short, options), BATCH / 2)
      .map(([push, given]) => ({ push, given, messages: encodeWapPush(push as never, given as never) }))
      .filter(({ messages }) => messages.length === 1)
    expect(cases.length).toBeGreaterThan(BATCH / 8)
    const packets = dissect(cases.map(({ messages }) => messages[0]!))
    const names: Record<number, string> = { 2: 'x-wap-application:wml.ua', 4: 'x-wap-application:mms.ua' }
    for (const [index, { push, given }] of cases.entries()) {
      const packet = packets[index]!
      const isLoading = 'type' in push
      expect(valuesOf(packet, 'gsm_sms.destination_port')).toEqual(['2948'])
      expect(valuesOf(packet, 'gsm_sms.originator_port')).toEqual(['9200'])
      expect(valuesOf(packet, 'wsp.TID').map(Number)).toEqual([given.transactionId ?? 0])
      expect(valuesOf(packet, 'wsp.pdu_type').map(Number)).toEqual([6])
      expect(valuesOf(packet, 'wsp.header.content_type')).toEqual([`application/vnd.wap.${isLoading ? 'slc' : 'sic'}`])
      expect(valuesOf(packet, 'wsp.parameter.charset')).toEqual(given.charset === false ? [] : ['UTF-8'])
      expect(valuesOf(packet, 'wsp.header.x_wap_application_id')).toEqual(
        given.applicationId === undefined ? [] : [names[given.applicationId]],
      )
      expect(valuesOf(packet, 'wbxml.public_id.known').map(Number)).toEqual([isLoading ? 6 : 5])
      expect(valuesOf(packet, 'wbxml.charset')).toEqual(['106'])
      expect(valuesOf(packet, '_ws.malformed')).toEqual([])
    }
  })

  test(`${BATCH} documents: every token`, () => {
    const isShown = (document: object) =>
      Object.values(document).every((text) => Buffer.byteLength(text) <= LONGEST_SHOWN)
    const indications = samples(anyIndication(100).filter(isShown), BATCH / 2)
    const loadings = samples(anyLoading(100).filter(isShown), BATCH / 2)
    const listings = listTokens([...indications.map(encodeServiceIndication), ...loadings.map(encodeServiceLoading)])
    const expected = [
      ...indications.map((one) => ({ name: 'indication', ...one })),
      ...loadings.map((one) => ({ name: 'sl', text: '', ...one })),
    ]
    expect(listings.map(documentOf)).toEqual(expected.map(({ text, ...rest }) => ({ text, ...rest })))
  })
})

function waitingOf({
  kind,
  active,
  store,
}: {
  kind: 'voice' | 'fax' | 'email' | 'other'
  active: boolean
  store: boolean
}) {
  return { kind, active, store }
}

/** Octets of a string that a line of Wireshark's listing has room for: it cuts them off at 240. */
const LONGEST_SHOWN = 150

/** How long an element's data is, the fields say as well. */
function withoutOctets({ 'gsm_sms.dis_field_ud_iei.length': _, ...element }: Record<string, unknown>) {
  return element
}

/** What a listing of tokens says of the document: `  href='http://'`, then `'strings'` of its value or of the text. */
function documentOf(rows: TokenRow[]): Record<string, string> {
  const document: Record<string, string> = { text: '' }
  let member = 'text'
  for (const { token, rendering } of rows) {
    const shown = rendering.trim()
    if (token.startsWith('Known Tag')) document.name = shown.replace(/[</> ]/g, '').replace(/^si$/, 'si')
    else if (token.startsWith('Known attrStart')) {
      const [, name, , value = ''] = /^([\w-]+)=('(.*)')?$/.exec(shown)!
      member = name === 'si-id' ? 'id' : name === 'si-expires' ? 'expires' : name!
      document[member] = value
    } else if (token.startsWith('OPAQUE')) document[member] += shown.replace('%DateTime: ', '')
    else if (token.startsWith('STR_I') || token.startsWith('Known attrValue')) document[member] += shown.slice(1, -1)
    else if (token === 'END (attribute list)') member = 'text'
  }
  return document
}
