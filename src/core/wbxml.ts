// WAP-167, WAP-168, WAP-192: Service Indication and Service Loading as documents.
import { DOCUMENT_CHARSET } from '../../assembly/wap/abi'
import { decodeUnits } from '../octets'
import { MOST_OCTETS, type PushEngine, type Refused, readRefusal, startPush } from './push'
import { copyIn } from './window'

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
  UTF_8,
} from '../../assembly/wap/abi'

/** The strings of a Service Indication; `created` and `expires` are `YYYY-MM-DDThh:mm:ssZ`. */
interface IndicationStrings {
  readonly href: string | undefined
  readonly id: string | undefined
  readonly created: string | undefined
  readonly expires: string | undefined
  readonly text: string
  readonly items: readonly ItemStrings[]
}

/** An item of info; without a class it is empty. */
interface ItemStrings {
  readonly class: string
  readonly text: string
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

/** A Service Indication in WBXML; undefined where it is longer than any message. `action` is a token, or 0 for none. */
export function writeIndication(
  { href, id, created, expires, text, items }: IndicationStrings,
  action: number,
  compact: boolean,
): Uint8Array | undefined {
  const engine = startPush()
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
  const engine = startPush()
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

/** Reads a Service Indication of at most MOST_OCTETS; `charset` is that of a document that names none. */
export function readIndication(octets: Uint8Array, charset: number): Document | Refused {
  return readDocument(octets, ({ core }) => core.readServiceIndication(octets.length, charset))
}

/** The same for a Service Loading. */
export function readLoading(octets: Uint8Array, charset: number): Document | Refused {
  return readDocument(octets, ({ core }) => core.readServiceLoading(octets.length, charset))
}

function readDocument(octets: Uint8Array, read: (engine: PushEngine) => number): Document | Refused {
  const engine = startPush()
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
