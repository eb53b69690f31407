// WAP-251, WAP-235: the short messages of a push, as its content and its headers.
import { omitUndefined } from '../arguments'
import { isRefused } from '../core/push'
import { readPushHead } from '../core/push-pdu'
import { UTF_8 } from '../core/wbxml'
import { locateErrors, SeptetError } from '../errors'
import { read } from '../message/read'
import { checkOptions } from '../text/options'
import type { ReadableMessage } from '../types'
import { beginsNotification, decodeNotification } from './mms'
import { PUSH_PORT, requirePort } from './ports'
import { decodeIndication } from './service-indication'
import { decodeLoading } from './service-loading'
import { MMS, type PushHeaders, SIC, SLC, type WapPush } from './wap-push'
import { createRefusal } from './wbxml'

/** How a push is read. */
export interface WapPushReadOptions {
  /** The port that the push must have. Default 2948, the push agent of a phone. */
  port?: number
}

/** Names of content types. */
const NAMES: Readonly<Record<string, number>> = {
  'application/vnd.wap.sic': SIC,
  'application/vnd.wap.slc': SLC,
  'application/vnd.wap.mms-message': MMS,
}

/**
 * Reads a WAP push of any gateway, with any headers, and its segments in any order. `encodeWapPush` can write what is
 * returned again, except a multimedia notification.
 *
 * @param messages the segments, in any order
 * @param options the port that the push must have
 * @returns the content and what the headers say
 * @throws {SeptetError} what `read` throws; 'invalid-value': not 8-bit data, or another port; 'truncated', 'malformed':
 * the PDU or the document, with the offset in the data of all segments; 'unsupported': the charset
 * @see WAP-230 8.2.4.1, WAP-251
 * @example
 * decodeWapPush(encodeWapPush({ href: 'http://wap.ru/', text: 'wap.ru' }))
 * // { type: 'si', transactionId: 0, charset: 106, href: 'http://wap.ru/', text: 'wap.ru' }
 */
export function decodeWapPush(
  messages: ReadableMessage | readonly ReadableMessage[],
  options?: WapPushReadOptions,
): WapPush {
  const { port = PUSH_PORT } = checkOptions(options, { port: requirePort }) as WapPushReadOptions
  const { data, elements } = read(messages)
  const argument = Array.isArray(messages) ? 'messages' : 'message'
  const isPush = elements.some((element) => element.type === 'ports' && element.destination === port)
  if (data === undefined || !isPush) {
    const message = data === undefined ? 'is text, and no push' : `is not for port ${port}`
    throw new SeptetError('invalid-value', argument, messages, message)
  }
  const { body, contentType, headers } = readPdu(argument, data)
  // Parameters may follow a name.
  const code = typeof contentType === 'string' ? NAMES[contentType.split(';', 1)[0]!.trim().toLowerCase()] : contentType
  const content = data.slice(body)
  // 0 means any charset.
  const charset = headers.charset || UTF_8
  const isNotification = code === MMS && beginsNotification(content)
  if (code !== SIC && code !== SLC && !isNotification)
    return { type: 'unknown', ...headers, contentType, body: content }
  return locateErrors(
    argument,
    data,
    (offset) => body + offset,
    () => {
      if (code === SIC) return { type: 'si', ...headers, ...decodeIndication(argument, content, charset) }
      if (code === SLC) return { type: 'sl', ...headers, ...decodeLoading(argument, content, charset) }
      return { type: 'mms-notification', ...headers, notification: decodeNotification(argument, content) }
    },
  )
}

/** Reads the head of the PDU, and the members of `WapPush` that it gives. */
function readPdu(
  argument: string,
  data: Uint8Array,
): { body: number; contentType: number | string; headers: PushHeaders } {
  const head = readPushHead(data)
  if (isRefused(head)) throw createRefusal(argument, data, head)
  const { body, contentType, transactionId, charset, applicationId } = head
  return {
    body,
    contentType,
    headers: omitUndefined({ transactionId, charset, applicationId }),
  }
}
