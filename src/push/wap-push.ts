// WAP-251, WAP-235: what a WAP push is. WAP-230 8.2.4.1 is its PDU, WAP-259 has its ports.
import type { MmsNotification } from './mms'
import type { ServiceIndication } from './service-indication'
import type { ServiceLoading } from './service-loading'

/** Content that is neither a Service Indication nor a Service Loading. */
export interface PushContent {
  /** Its number in WSP, 0 to 16777215, or its name. */
  contentType: number | string
  body: Uint8Array
}

/** What the headers of a push say. */
export interface PushHeaders {
  transactionId: number
  /** MIBEnum of the charset that the content type declares. A document is always written in UTF-8. */
  charset?: number
  /** X-Wap-Application-Id: its number or its name. */
  applicationId?: number | string
}

/**
 * A push that was read. Content that is not SI, SL or an MMS notification is not decoded. Its type is a number of WSP
 * or a name.
 */
export type WapPush = PushHeaders &
  (
    | ({ type: 'si' } & ServiceIndication)
    | ({ type: 'sl' } & ServiceLoading)
    | { type: 'mms-notification'; notification: MmsNotification }
    | ({ type: 'unknown' } & PushContent)
  )

/** Numbers of content types in WSP. */
export const SIC = 0x2e
export const SLC = 0x30
export const MMS = 0x3e
