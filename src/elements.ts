// TS 23.040 9.2.3.24.1 to .16: the fields of an information element in words. The core has them as numbers.
import { readAddress, writeAddress } from './address'
import {
  describe,
  requireInteger,
  requireMembers,
  requireObject,
  requireOctets,
  requireOneOf,
  requireString,
} from './arguments'
import { type Engine, start } from './engine'
import { SeptetError } from './errors'
import { FORMATTED_MEMBERS, readFormat, writeFormat } from './format'
import type { InformationElement } from './information-elements'

type Type = InformationElement['type']
type Values = Readonly<Record<string, unknown>>

/** An element in the making: its identifier, and its data as the core's fields, or as octets, or both. */
interface Parts {
  readonly id: number
  readonly fields?: readonly number[]
  readonly data?: ArrayLike<number>
}

const MOST_DATA = 255

const KINDS = ['voice', 'fax', 'email', 'other'] as const
const CONTROLS = ['completed', 'permanentError', 'temporaryError', 'stillTrying', '', '', 'cancelRest', 'includeHeader']

/** Octet 1 of element 01 (9.2.3.24.2): video is an extended type, 001 in bits 4 to 2, beside 11 in bits 1 and 0. */
const VIDEO = 0x07
const STORE = 0x80
const PROFILE_SHIFT = 5

/** The element of some octets: typed where its type gives exactly these octets back, else unknown. */
export function elementOf(engine: Engine, octets: Uint8Array): InformationElement {
  const typed = read(engine, octets)
  // Its fields are its octets, and every segment has one: to write it again takes a third of the time that a segment is read in.
  if (typed?.type === 'concat') return typed
  if (typed !== undefined && isSame(octetsOf('element', typed), octets)) return typed
  return { type: 'unknown', id: octets[0]!, data: octets.slice(2) }
}

/** The octets of an element, its identifier and length first. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function octetsOf(argument: string, element: unknown): Uint8Array {
  const type = requireString(`${argument}.type`, requireObject(argument, element).type)
  if (!Object.hasOwn(WRITERS, type)) {
    const message = `must be one of ${Object.keys(WRITERS).join(', ')}, got ${describe(type)}`
    throw new SeptetError('invalid-value', `${argument}.type`, type, message)
  }
  const given = requireMembers(argument, element, ['type', ...MEMBERS[type as Type]])
  const { id, fields, data = [] } = WRITERS[type as Type](argument, given)
  const { core, result, header, HEADER } = start()
  fields?.forEach((field, place) => {
    result[place] = field
  })
  const head = fields === undefined ? [id, data.length] : header.slice(0, core.writeElement(id, fields.length, HEADER))
  const octets = new Uint8Array(head.length + data.length)
  octets.set(head)
  octets.set(data, head.length)
  return octets
}

function read({ core, octets: memory, OCTETS, result }: Engine, octets: Uint8Array): InformationElement | undefined {
  const id = octets[0]!
  if (id === 0x22) return replyAddress(octets.subarray(2))
  memory.set(octets)
  const fields = core.readElement(OCTETS)
  if (fields === 0) return undefined
  const [first, second, third] = [result[0]!, result[1]!, result[2]!]
  switch (id) {
    case 0x00:
    case 0x08:
      return { type: 'concat', bits: id === 0x00 ? 8 : 16, reference: first, total: second, sequence: third }
    case 0x01:
      return specialMessage(first, second)
    case 0x04:
    case 0x05:
      return { type: 'ports', bits: id === 0x04 ? 8 : 16, destination: first, source: second }
    case 0x06:
      return smscControl(first)
    case 0x0a:
      return {
        type: 'textFormatting',
        start: first,
        length: second,
        ...readFormat(third, fields === 4 ? result[3] : undefined),
      }
    case 0x0b:
      return { type: 'predefinedSound', position: first, number: second }
    case 0x0d:
      return { type: 'predefinedAnimation', position: first, number: second }
    case 0x10:
    case 0x11:
      return { type: id === 0x10 ? 'largePicture' : 'smallPicture', position: first, data: octets.slice(3) }
    case 0x20:
      return { type: 'rfc822', length: first }
    case 0x21:
      return { type: 'hyperlink', position: first, titleLength: second, urlLength: third }
    case 0x24:
    case 0x25:
      return { type: id === 0x24 ? 'singleShift' : 'lockingShift', language: first }
    default:
      return undefined
  }
}

function replyAddress(octets: Uint8Array): InformationElement | undefined {
  const address = readAddress(octets)
  return address && { type: 'replyAddress', ...address }
}

function specialMessage(octet: number, count: number): InformationElement {
  const extended = octet & 0x1f
  const profile = 1 + ((octet >> PROFILE_SHIFT) & 3)
  return {
    type: 'specialMessage',
    kind: extended === VIDEO ? 'video' : KINDS[octet & 3]!,
    store: octet >= STORE,
    ...(profile === 1 ? {} : { profile: profile as 2 | 3 | 4 }),
    count,
  }
}

function smscControl(octet: number): InformationElement {
  const set = CONTROLS.filter((name, bit) => name !== '' && (octet >> bit) & 1)
  return { type: 'smscControl', ...Object.fromEntries(set.map((name) => [name, true])) }
}

/** By type: the members that there are beside it. */
const MEMBERS: Readonly<Record<Type, readonly string[]>> = {
  concat: ['bits', 'reference', 'total', 'sequence'],
  specialMessage: ['kind', 'store', 'profile', 'count'],
  ports: ['bits', 'destination', 'source'],
  smscControl: CONTROLS,
  textFormatting: FORMATTED_MEMBERS,
  predefinedSound: ['position', 'number'],
  predefinedAnimation: ['position', 'number'],
  largePicture: ['position', 'data'],
  smallPicture: ['position', 'data'],
  rfc822: ['length'],
  hyperlink: ['position', 'titleLength', 'urlLength'],
  replyAddress: ['address', 'typeOfAddress'],
  singleShift: ['language'],
  lockingShift: ['language'],
  unknown: ['id', 'data'],
}

/** By type: the checked members, as the core's fields or as octets. */
const WRITERS: Readonly<Record<Type, (argument: string, element: Values) => Parts>> = {
  concat(argument, { bits, reference, total, sequence }) {
    const wide = requireOneOf(`${argument}.bits`, bits, [8, 16] as const) === 16
    const fields = [
      wide ? word(`${argument}.reference`, reference) : octet(`${argument}.reference`, reference),
      octet(`${argument}.total`, total),
      octet(`${argument}.sequence`, sequence),
    ]
    return { id: wide ? 0x08 : 0x00, fields }
  },
  specialMessage(argument, { kind, store, profile, count }) {
    const type = requireOneOf(`${argument}.kind`, kind, [...KINDS, 'video'] as const)
    const kept = requireOneOf(`${argument}.store`, store, [true, false])
    const subscriber = profile === undefined ? 1 : requireInteger(`${argument}.profile`, profile, 1, 4)
    const bits = type === 'video' ? VIDEO : KINDS.indexOf(type)
    const fields = [(kept ? STORE : 0) | ((subscriber - 1) << PROFILE_SHIFT) | bits, octet(`${argument}.count`, count)]
    return { id: 0x01, fields }
  },
  ports(argument, { bits, destination, source }) {
    const wide = requireOneOf(`${argument}.bits`, bits, [8, 16] as const) === 16
    const port = wide ? word : octet
    return {
      id: wide ? 0x05 : 0x04,
      fields: [port(`${argument}.destination`, destination), port(`${argument}.source`, source)],
    }
  },
  smscControl(argument, element) {
    let flags = 0
    for (const [bit, name] of CONTROLS.entries()) {
      if (name && flag(`${argument}.${name}`, element[name])) flags |= 1 << bit
    }
    return { id: 0x06, fields: [flags] }
  },
  textFormatting(argument, element) {
    const start = octet(`${argument}.start`, element.start)
    return { id: 0x0a, fields: [start, octet(`${argument}.length`, element.length), ...writeFormat(argument, element)] }
  },
  predefinedSound: (argument, element) => ({ id: 0x0b, fields: predefined(argument, element) }),
  predefinedAnimation: (argument, element) => ({ id: 0x0d, fields: predefined(argument, element) }),
  largePicture: (argument, element) => ({ id: 0x10, ...picture(argument, element, 128) }),
  smallPicture: (argument, element) => ({ id: 0x11, ...picture(argument, element, 32) }),
  rfc822: (argument, { length }) => ({ id: 0x20, fields: [octet(`${argument}.length`, length)] }),
  hyperlink: (argument, { position, titleLength, urlLength }) => ({
    id: 0x21,
    fields: [
      word(`${argument}.position`, position),
      octet(`${argument}.titleLength`, titleLength),
      octet(`${argument}.urlLength`, urlLength),
    ],
  }),
  replyAddress: (argument, element) => ({ id: 0x22, data: writeAddress(argument, element) }),
  singleShift: (argument, { language }) => ({ id: 0x24, fields: [octet(`${argument}.language`, language)] }),
  lockingShift: (argument, { language }) => ({ id: 0x25, fields: [octet(`${argument}.language`, language)] }),
  unknown(argument, { id, data }) {
    return { id: octet(`${argument}.id`, id), data: sized(`${argument}.data`, data, 0, MOST_DATA) }
  },
}

function predefined(argument: string, { position, number }: Values): number[] {
  return [octet(`${argument}.position`, position), octet(`${argument}.number`, number)]
}

function picture(argument: string, { position, data }: Values, size: number): Omit<Parts, 'id'> {
  return { fields: [octet(`${argument}.position`, position)], data: sized(`${argument}.data`, data, size, size) }
}

function sized(argument: string, value: unknown, least: number, most: number): Uint8Array {
  const data = requireOctets(argument, value)
  if (data.length >= least && data.length <= most) return data
  const message = `must have ${least === most ? most : `at most ${most}`} octets, has ${data.length}`
  throw new SeptetError('invalid-value', argument, value, message)
}

function octet(argument: string, value: unknown): number {
  return requireInteger(argument, value, 0, 0xff)
}

function word(argument: string, value: unknown): number {
  return requireInteger(argument, value, 0, 0xffff)
}

function flag(argument: string, value: unknown): boolean {
  return value !== undefined && requireOneOf(argument, value, [true, false])
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((octet, offset) => octet === other[offset])
}
