// WAP-230 8.2.4.1: the Push PDU of connectionless WSP, and header fields as an MMS PDU has them too.
import {
  APPLICATION_ID,
  APPLICATION_ID_TEXT,
  CHARSET,
  CONTENT_TYPE,
  CONTENT_TYPE_TEXT,
  TRANSACTION_ID,
} from '../../assembly/wap/abi'
import { decodeUnits } from '../octets'
import { type Refused, readRefusal, startPush } from './push'
import { copyIn } from './window'

/** The head of a Push PDU (WAP-230 8.2.4.1). */
export interface PushHead {
  /** Offset of the body. */
  readonly body: number
  readonly transactionId: number
  readonly contentType: number | string
  readonly charset: number | undefined
  readonly applicationId: number | string | undefined
}

/** The head of a Push PDU. Numbers have at most three octets. Names are not empty, and have characters up to U+00FF. */
export function writePushHead({
  transactionId,
  contentType,
  charset = -1,
  applicationId = -1,
}: Omit<PushHead, 'body'>): Uint8Array {
  const engine = startPush()
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
  const engine = startPush()
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
  const engine = startPush()
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
