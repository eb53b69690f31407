// TS 23.040 9.2.3.24.1 to .16: the fields of an information element in words. The core has them as numbers.

import {
  copyMembers,
  describe,
  type Members,
  requireInteger,
  requireMembers,
  requireObject,
  requireOctets,
  requireOneOf,
  requireString,
} from '../arguments'
import { readElement, writeElement } from '../core/header'
import * as ID from '../core/identifiers'
import { SeptetError } from '../errors'
import type { InformationElement } from '../types/information-elements'
import { readAddress, writeAddress } from './address'
import {
  readSmscControl,
  readSpecialMessage,
  SMSC_CONTROL_MEMBERS,
  SPECIAL_MESSAGE_MEMBERS,
  writeSmscControl,
  writeSpecialMessage,
} from './bit-elements'
import { FORMATTED_MEMBERS, readFormat, writeFormat } from './text-format'

type Type = InformationElement['type']

/** An element that is being written: its identifier, and its data as the core's fields, as octets, or as both. */
interface Parts {
  readonly id: number
  readonly fields?: readonly number[]
  readonly data?: ArrayLike<number>
}

const MOST_DATA = 255

/**
 * The type and the members of an element whose data is numbers, in their order. The dots of a picture come after its
 * number.
 */
interface Shape {
  readonly id: number
  readonly type: Type
  /** The width, where two elements have the same type. */
  readonly bits?: 8 | 16
  /** Members of one octet each. */
  readonly octets?: readonly string[]
  /** Members of two octets each. They come before those of one octet. */
  readonly words?: readonly string[]
  /** Octets of the member `data`. */
  readonly data?: number
}

const SHAPES: readonly Shape[] = [
  { id: ID.CONCAT_8, type: 'concat', bits: 8, octets: ['reference', 'total', 'sequence'] },
  { id: ID.CONCAT_16, type: 'concat', bits: 16, words: ['reference'], octets: ['total', 'sequence'] },
  { id: ID.PORTS_8, type: 'ports', bits: 8, octets: ['destination', 'source'] },
  { id: ID.PORTS_16, type: 'ports', bits: 16, words: ['destination', 'source'] },
  { id: ID.PREDEFINED_SOUND, type: 'predefinedSound', octets: ['position', 'number'] },
  { id: ID.PREDEFINED_ANIMATION, type: 'predefinedAnimation', octets: ['position', 'number'] },
  { id: ID.LARGE_PICTURE, type: 'largePicture', octets: ['position'], data: ID.LARGE_PICTURE_MAP },
  { id: ID.SMALL_PICTURE, type: 'smallPicture', octets: ['position'], data: ID.SMALL_PICTURE_MAP },
  { id: ID.RFC822, type: 'rfc822', octets: ['length'] },
  { id: ID.HYPERLINK, type: 'hyperlink', words: ['position'], octets: ['titleLength', 'urlLength'] },
  { id: ID.SINGLE_SHIFT, type: 'singleShift', octets: ['language'] },
  { id: ID.LOCKING_SHIFT, type: 'lockingShift', octets: ['language'] },
]

/** Every member that some element has. Written out, which is smaller than a list made from SHAPES and WRITERS; a test compares. */
const MEMBERS = [
  'type',
  'bits',
  'reference',
  'total',
  'sequence',
  'destination',
  'source',
  'position',
  'number',
  'length',
  'titleLength',
  'urlLength',
  'language',
  'kind',
  'store',
  'profile',
  'count',
  'start',
  'alignment',
  'size',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'foreground',
  'background',
  'completed',
  'permanentError',
  'temporaryError',
  'stillTrying',
  'cancelRest',
  'includeHeader',
  'address',
  'typeOfAddress',
  'id',
  'data',
]

/** Reads an element. It has its type where the type gives exactly these octets back, otherwise it is unknown. */
export function decodeElement(octets: Uint8Array): InformationElement {
  const typed = readTyped(octets)
  // Its fields are all its octets, so the test below cannot fail. Every segment has one, and the test would be a third
  // of the time to read a segment.
  if (typed?.type === 'concat') return typed
  if (typed !== undefined && isEqual(encodeElement('element', typed), octets)) return typed
  return { type: 'unknown', id: octets[0]!, data: octets.slice(2) }
}

/** The octets of an element, its identifier and length first. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function encodeElement(argument: string, element: unknown): Uint8Array {
  const { id, fields, data = [] } = copyMembers(writeParts(argument, requireObject(argument, element, MEMBERS)))
  const head = fields === undefined ? [id, data.length] : writeElement(id, fields)
  const octets = new Uint8Array(head.length + data.length)
  octets.set(head)
  octets.set(data, head.length)
  return octets
}

function writeParts(argument: string, element: Members): Parts {
  const type = requireString(`${argument}.type`, element.type)
  const shapes = SHAPES.filter((shape) => shape.type === type)
  if (shapes.length > 0) return writeShaped(argument, element, shapes)
  if (Object.hasOwn(WRITERS, type)) {
    const { members, write } = WRITERS[type]!
    requireMembers(argument, element, ['type', ...members])
    return write(argument, element)
  }
  const types = new Set([...SHAPES.map((shape) => shape.type), ...Object.keys(WRITERS)])
  const message = `must be one of ${[...types].join(', ')}, got ${describe(type)}`
  throw new SeptetError('invalid-value', `${argument}.type`, type, message)
}

function writeShaped(argument: string, element: Members, shapes: readonly Shape[]): Parts {
  const isOne = shapes.length === 1
  const bits = isOne ? undefined : requireOneOf(`${argument}.bits`, element.bits, [8, 16])
  const { id, words = [], octets = [], data } = copyMembers(shapes.find((shape) => isOne || shape.bits === bits)!)
  const members = ['type', ...words, ...octets, ...(isOne ? [] : ['bits']), ...(data ? ['data'] : [])]
  requireMembers(argument, element, members)
  const requireNumbers = (names: readonly string[], most: number) =>
    names.map((name) => requireInteger(`${argument}.${name}`, element[name], 0, most))
  const fields = [...requireNumbers(words, 0xffff), ...requireNumbers(octets, 0xff)]
  return data ? { id, fields, data: requireSize(`${argument}.data`, element.data, data, data) } : { id, fields }
}

function readTyped(octets: Uint8Array): InformationElement | undefined {
  const id = octets[0]!
  if (id === ID.REPLY_ADDRESS) return readReplyAddress(octets.subarray(2))
  const fields = readElement(octets)
  if (fields.length === 0) return undefined
  const [first = 0, second = 0, third = 0, colors] = fields
  if (id === ID.SPECIAL_MESSAGE) return readSpecialMessage(first, second)
  if (id === ID.SMSC_CONTROL) return readSmscControl(first)
  if (id === ID.TEXT_FORMATTING) {
    const format = readFormat(third, colors)
    return { type: 'textFormatting', start: first, length: second, ...format }
  }
  const shape = SHAPES.find((shape) => shape.id === id)
  return shape && readShaped(shape, fields, octets)
}

function readShaped(shape: Shape, fields: readonly number[], octets: Uint8Array) {
  const { type, bits, words = [], octets: names = [], data } = copyMembers(shape)
  const element: Record<string, unknown> = bits ? { type, bits } : { type }
  let place = 0
  for (const name of words) element[name] = fields[place++]
  for (const name of names) element[name] = fields[place++]
  if (data) element.data = octets.slice(octets.length - data)
  return element as unknown as InformationElement
}

function readReplyAddress(octets: Uint8Array): InformationElement | undefined {
  const address = readAddress(octets)
  return address && { type: 'replyAddress', ...address }
}

/** How an element of another type is written: its members, and the function that writes them. */
interface Writer {
  readonly members: readonly string[]
  write(argument: string, element: Members): Parts
}

const WRITERS: Readonly<Record<string, Writer>> = {
  specialMessage: {
    members: SPECIAL_MESSAGE_MEMBERS,
    write: (argument, element) => ({ id: ID.SPECIAL_MESSAGE, fields: writeSpecialMessage(argument, element) }),
  },
  smscControl: {
    members: SMSC_CONTROL_MEMBERS,
    write: (argument, element) => ({ id: ID.SMSC_CONTROL, fields: [writeSmscControl(argument, element)] }),
  },
  textFormatting: {
    members: FORMATTED_MEMBERS,
    write(argument, element) {
      const start = requireInteger(`${argument}.start`, element.start, 0, 0xff)
      const length = requireInteger(`${argument}.length`, element.length, 0, 0xff)
      return { id: ID.TEXT_FORMATTING, fields: [start, length, ...writeFormat(argument, element)] }
    },
  },
  replyAddress: {
    members: ['address', 'typeOfAddress'],
    write: (argument, element) => ({ id: ID.REPLY_ADDRESS, data: writeAddress(argument, element) }),
  },
  unknown: {
    members: ['id', 'data'],
    write(argument, { id, data }) {
      return {
        id: requireInteger(`${argument}.id`, id, 0, 0xff),
        data: requireSize(`${argument}.data`, data, 0, MOST_DATA),
      }
    },
  },
}

function requireSize(argument: string, value: unknown, least: number, most: number): Uint8Array {
  const data = requireOctets(argument, value)
  if (data.length >= least && data.length <= most) return data
  const message = `must have ${least === most ? most : `at most ${most}`} octets, has ${data.length}`
  throw new SeptetError('invalid-value', argument, value, message)
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((octet, offset) => octet === other[offset])
}
