// WAP-167, WAP-168, WAP-230, the push family: Service Indication, Service Loading, and the PDU around them.
import { MOST_SEGMENTS, UNPACKED } from '../../assembly/abi'
import {
  APPLICATION_ID,
  APPLICATION_ID_TEXT,
  CHARSET,
  CONTENT_TYPE,
  CONTENT_TYPE_TEXT,
  DOCUMENT_CHARSET,
  REASON,
  REASON_AT,
  TRANSACTION_ID,
  UTF_8,
} from '../../assembly/wap/abi'
import { decodeUnits } from '../octets'
import { pushBinary as binary, instantiatePush as instantiate } from './binaries'
import { type Constant, type Core, type Family, startFamily } from './start'
import { type CoreViews, copyIn, createViews } from './window'

export {
  SI_ACTION,
  SI_CLASS,
  SI_CREATED,
  SI_EXPIRES,
  SI_HREF,
  SI_ID,
  SI_TEXT,
  SI_TEXT_OF_ITEM,
  SL_ACTION,
  SL_HREF,
  TRUNCATED,
  UTF_8,
} from '../../assembly/wap/abi'

/** The exports of assembly/families/push.ts; assembly/README.md says more. */
interface PushCore extends Core {
  /** Address of the fields of a document that was read. */
  readonly CUTS: Constant
  /** Address of the document or PDU. */
  readonly OCTETS: Constant
  /** Writes a document of the strings in the text window, of these lengths (those of items are in CUTS), to OCTETS. Returns its octets, or -1. */
  writeServiceIndication(
    href: number,
    id: number,
    created: number,
    expires: number,
    text: number,
    action: number,
    compact: number,
    items: number,
  ): number
  /** Reads the document in OCTETS. Returns the number of its fields, or -1. */
  readServiceIndication(length: number, charset: number): number
  /** The same for Service Loading. */
  writeServiceLoading(href: number, action: number, compact: number): number
  /** The same for Service Loading. */
  readServiceLoading(length: number, charset: number): number
  /** Writes the head of a Push PDU to OCTETS. Returns its octets. */
  writePush(
    transactionId: number,
    contentType: number,
    name: number,
    charset: number,
    applicationId: number,
    applicationName: number,
  ): number
  /** Reads the header fields in OCTETS, four numbers each to CUTS. Returns how many, or -1. */
  readFields(length: number): number
  /** Reads the head of the Push PDU in OCTETS to RESULT. Returns where its body begins, or -1. */
  readPush(length: number): number
}

interface PushEngine extends CoreViews<PushCore> {
  /** The fields of a document that was read, four numbers each. */
  readonly fields: Uint16Array
  readonly octets: Uint8Array
}

const FAMILY: Family<PushCore, PushEngine> = { binary, instantiate, createEngine, passesSelfTest, engine: undefined }

/** The strings of a Service Indication; `created` and `expires` are `YYYY-MM-DDThh:mm:ssZ`. */
export interface IndicationStrings {
  readonly href: string | undefined
  readonly id: string | undefined
  readonly created: string | undefined
  readonly expires: string | undefined
  readonly text: string
  readonly items: readonly ItemStrings[]
}

/** An item of info; without a class it is empty. */
export interface ItemStrings {
  readonly class: string
  readonly text: string
}

/** Octets that the core refuses: the number of the reason, and the offset of the octet. */
export interface Refused {
  readonly reason: number
  readonly offset: number
}

/** Whether the core has refused what it was to read. */
export function isRefused(read: object): read is Refused {
  return Object.hasOwn(read, 'reason')
}

/** A document that was read. */
export interface Document {
  /** MIBEnum of its charset. */
  readonly charset: number
  readonly fields: readonly Field[]
}

/**
 * A field of a document: its kind, its characters as the core leaves them (see charsets.ts), and its offset in the
 * document.
 */
export interface Field {
  readonly kind: number
  readonly units: string
  readonly offset: number
}

/** The head of a Push PDU (WAP-230 8.2.4.1). */
export interface PushHead {
  /** Offset of the body. */
  readonly body: number
  readonly transactionId: number
  readonly contentType: number | string
  readonly charset: number | undefined
  readonly applicationId: number | string | undefined
}

/** A Service Indication in WBXML; undefined where it is longer than any message. `action` is a token, or 0 for none. */
export function writeIndication(
  { href, id, created, expires, text, items }: IndicationStrings,
  action: number,
  compact: boolean,
): Uint8Array | undefined {
  const engine = startFamily(FAMILY)
  const strings = [href, id, created, expires, text]
  const ofItems = items.flatMap((item) => [item.class, item.text])
  // An item takes at least one octet.
  if (items.length > MOST_OCTETS || !copyStrings(engine, [...strings, ...ofItems])) return undefined
  engine.fields.set(ofItems.map(({ length }) => length))
  const [a, b, c, d, e] = strings.map((string) => string?.length ?? -1) as [number, number, number, number, number]
  return takeWritten(engine, engine.core.writeServiceIndication(a, b, c, d, e, action, compact ? 1 : 0, items.length))
}

/** The same for a Service Loading. */
export function writeLoading(href: string, action: number, compact: boolean): Uint8Array | undefined {
  const engine = startFamily(FAMILY)
  if (!copyStrings(engine, [href])) return undefined
  return takeWritten(engine, engine.core.writeServiceLoading(href.length, action, compact ? 1 : 0))
}

function copyStrings(engine: PushEngine, strings: readonly (string | undefined)[]): boolean {
  const text = strings.join('')
  if (text.length > engine.WINDOW) return false
  copyIn(engine, text, 0, text.length)
  return true
}

function takeWritten({ octets }: PushEngine, length: number): Uint8Array | undefined {
  return length < 0 ? undefined : octets.slice(0, length)
}

/** Most octets of a document or PDU that can be read. */
export const MOST_OCTETS = MOST_SEGMENTS * UNPACKED

/** Reads a Service Indication of at most MOST_OCTETS; `charset` is that of a document that names none. */
export function readIndication(octets: Uint8Array, charset: number): Document | Refused {
  return readDocument(octets, ({ core }) => core.readServiceIndication(octets.length, charset))
}

/** The same for a Service Loading. */
export function readLoading(octets: Uint8Array, charset: number): Document | Refused {
  return readDocument(octets, ({ core }) => core.readServiceLoading(octets.length, charset))
}

function readDocument(octets: Uint8Array, read: (engine: PushEngine) => number): Document | Refused {
  const engine = startFamily(FAMILY)
  engine.octets.set(octets)
  const count = read(engine)
  if (count < 0) return readRefusal(engine)
  const { fields, text, result } = engine
  return {
    charset: result[DOCUMENT_CHARSET]!,
    fields: Array.from({ length: count }, (_, index) => {
      const at = 4 * index
      const units = decodeUnits(text.subarray(fields[at + 1]!, fields[at + 2]!))
      return { kind: fields[at]!, units, offset: fields[at + 3]! }
    }),
  }
}

function readRefusal({ result }: PushEngine): Refused {
  return { reason: result[REASON]!, offset: result[REASON_AT]! }
}

/** The head of a Push PDU. Numbers have at most three octets. Names are not empty, and have characters up to U+00FF. */
export function writePushHead({
  transactionId,
  contentType,
  charset = -1,
  applicationId = -1,
}: Omit<PushHead, 'body'>): Uint8Array {
  const engine = startFamily(FAMILY)
  const { core, octets } = engine
  const [type, name] = splitNumberOrName(contentType)
  const [application, applicationName] = splitNumberOrName(applicationId)
  copyIn(engine, name + applicationName, 0, name.length + applicationName.length)
  const end = core.writePush(transactionId, type, name.length, charset, application, applicationName.length)
  return octets.slice(0, end)
}

function splitNumberOrName(value: number | string): [number: number, name: string] {
  return typeof value === 'number' ? [value, ''] : [-1, value]
}

/** A header field: its number (80 to FF) or name, and the octets of its value, with and without the length that they may begin with. */
export interface ReadFieldOctets {
  readonly name: number | string
  readonly value: Uint8Array
  readonly content: Uint8Array
}

/** Reads at most MOST_OCTETS as header fields. The values are views of `octets`. */
export function readFieldOctets(octets: Uint8Array): ReadFieldOctets[] | Refused {
  const engine = startFamily(FAMILY)
  engine.octets.set(octets)
  const count = engine.core.readFields(octets.length)
  if (count < 0) return readRefusal(engine)
  return Array.from({ length: count }, (_, index) => {
    const [from, value, content, end] = engine.fields.subarray(4 * index) as unknown as [number, number, number, number]
    const isNumber = octets[from]! >= 0x80
    return {
      name: isNumber ? octets[from]! : decodeUnits(octets.subarray(from, value - 1)),
      value: octets.subarray(value, end),
      content: octets.subarray(content, end),
    }
  })
}

/** Reads the head of a Push PDU of at most MOST_OCTETS. */
export function readPushHead(octets: Uint8Array): PushHead | Refused {
  const engine = startFamily(FAMILY)
  const { core, result, octets: memory } = engine
  memory.set(octets)
  const body = core.readPush(octets.length)
  if (body < 0) return readRefusal(engine)
  const numberOrText = (place: number, textPlace: number): number | string | undefined => {
    if (result[place]! >= 0) return result[place]!
    if (result[textPlace]! < 0) return undefined
    return decodeUnits(octets.subarray(result[textPlace]!, result[textPlace + 1]!))
  }
  return {
    body,
    transactionId: result[TRANSACTION_ID]!,
    contentType: numberOrText(CONTENT_TYPE, CONTENT_TYPE_TEXT)!,
    charset: result[CHARSET]! < 0 ? undefined : result[CHARSET]!,
    applicationId: numberOrText(APPLICATION_ID, APPLICATION_ID_TEXT),
  }
}

function createEngine(core: PushCore): PushEngine {
  const { buffer } = core.memory
  return {
    ...createViews(core),
    fields: new Uint16Array(buffer, core.CUTS.value, 2 * core.WINDOW.value),
    octets: new Uint8Array(buffer, core.OCTETS.value, MOST_OCTETS),
  }
}

/**
 * Some browsers compute wrongly with SIMD. This family does not use it, so it is enough to write a head and read it.
 */
function passesSelfTest({ core }: PushEngine): boolean {
  return core.readPush(core.writePush(1, 0x2e, 0, UTF_8, 0x1234, 0)) === 11
}
