/**
 * The fields of `submit_sm` and `deliver_sm`, receipts and times of SMPP.
 *
 * @module
 */
export {
  createSmppCollector,
  type SmppCollected,
  type SmppCollector,
  type SmppCollectorOptions,
  type SmppPending,
} from './collector'
export type { SmppAlphabet, SmppCharset } from './data-coding'
export { fromSmpp } from './from-smpp'
export type { MessageState } from './message-state'
export {
  formatReceipt,
  parseReceipt,
  type Receipt,
  type ReceiptInput,
  type ReceiptParameters,
  receiptParameters,
} from './receipt'
export type { ReceiptField, ReceiptFields } from './receipt-text'
export {
  formatSmppTime,
  parseSmppTime,
  type SmppAbsoluteTime,
  type SmppRelativeTime,
  type SmppTime,
  type SmppTimeInput,
} from './time'
export { toSmpp } from './to-smpp'
export type {
  FromSmppOptions,
  SmppAgreement,
  SmppCarry,
  SmppContent,
  SmppMessage,
  SmppPdu,
  SmppReading,
  ToSmppOptions,
} from './types'
