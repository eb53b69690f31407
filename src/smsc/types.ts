import type { Encoding } from 'septet'
import type { Amount } from '../pricing/amount'
import type { Price } from '../pricing/rates'
import type { Refusal, RequestError } from './request-error'
import type { ServiceCode } from './service-errors'

/** What the request asks for. The first six are previewed. */
export type Kind =
  | 'sms'
  | 'flash'
  | 'bin'
  | 'push'
  | 'hlr'
  | 'ping'
  | 'mms'
  | 'mail'
  | 'soc'
  | 'viber'
  | 'whatsapp'
  | 'call'
  | 'tg'
  | 'bot'

/** One entry of `phones`. */
export interface Recipient {
  /** The entry as written. */
  given: string
  /** The number that the message is sent to: digits after correction, or a group such as `G12`. */
  phone: string
  /**
   * `'invalid'`: the length is possible, but its country has no such number; it counts. `'impossible'`: it does not
   * count. `'unchecked'`: an address of a kind that is not previewed, such as e-mail.
   */
  status: 'valid' | 'invalid' | 'impossible' | 'group' | 'unchecked'
  /** How many numbers it means: 1, the size of a group, or 0. */
  size: Amount
  /** Parts of the message to each of these numbers. */
  parts: Amount
  /** Present if the rates have a price. */
  cost?: Price
  /** The service's code in op and err rows: 7, wrong format of the number. */
  error?: 7
}

/** One message and all its recipients: `mes` and `phones`, or a line of `list`. */
export interface PreviewLine {
  /** The number of the line in `list`, from 1. For `mes`, 1. */
  line: number
  /** The kind of the request, or of the text if it has a prefix such as `__HLR__`. */
  kind: Kind
  /** Parts times recipients. */
  n: Amount
  /** Segments of the message. 1 for hlr and ping. */
  parts: Amount
  cost?: Price
  encoding?: Encoding
  /** The text as sent: links shortened (as x), transliterated, cut. Absent for octets. */
  text?: string
  /** UTF-16 units that maxsms cut off. */
  dropped?: number
  /** The text after LF ~~~ LF, which is not sent. */
  comment?: string
  /** The line's own sender in `list`. */
  sender?: string
  /** The line's own time zone in `list`, as written. */
  tz?: string
  recipients: Recipient[]
  /** Codes of the warnings for this line. */
  warnings: WarningCode[]
  /** Codes of the service's errors for this line. */
  errors: ServiceCode[]
}

/** The subject of a warning, as a stable word. */
export type WarningCode =
  | 'ambiguous-line'
  | 'bare-link'
  | 'byte-order-mark'
  | 'cannot-cut'
  | 'cost-mode'
  | 'cr-lf'
  | 'cut'
  | 'double-encoding'
  | 'duplicate-phone'
  | 'empty-phone'
  | 'extension-characters'
  | 'gsm7-letters'
  | 'ignored-parameter'
  | 'impossible-phone'
  | 'invalid-phone'
  | 'joined-lines'
  | 'literal-line-feed'
  | 'literal-separator'
  | 'long-message'
  | 'looks-like-utf-8'
  | 'malformed-line'
  | 'malformed-octets'
  | 'malformed-percent'
  | 'no-rate'
  | 'not-in-charset'
  | 'push-form'
  | 'reference-bits'
  | 'repeated-parameter'
  | 'sender-spaces'
  | 'short-link'
  | 'transliteration-table'
  | 'typography'
  | 'unescaped-characters'
  | 'unknown-charset'
  | 'unknown-group'
  | 'unknown-parameter'

/**
 * What may surprise the sender. There is one warning for each code and parameter, with the first case and the number of
 * cases.
 */
export interface Warning {
  code: WarningCode
  message: string
  /** The parameter: `mes`, `phones` ... */
  argument: string
  /** The value of the first case. */
  value: unknown
  /**
   * UTF-16 offset in the parameter or in the line of `list`, after a byte order mark that was ignored. Where octets
   * were read, an octet offset.
   */
  offset?: number
  /** The number of the line of `list`, from 1. */
  line?: number
  count: number
}

/** The form of the answer that the request asks for. */
export interface AnswerForm {
  fmt: 0 | 1 | 2 | 3
  op: boolean
  err: boolean
  /** What the request asks to be told, if it asks: see `format`. */
  cost?: 1 | 2 | 3
  /** The id in the request; absent if the service assigns one. */
  id?: string
  /** The error that the answer has if the request is wrong; absent if it is right. */
  error?: Refusal
}

/** What a request would cost. */
export interface Preview {
  /** The kind of all lines; if they differ, the kind of the flags. */
  kind: Kind
  /** Parts times recipients, over all lines, which is what the service counts. */
  n: Amount
  /** Present if it is the same in all lines. */
  parts?: Amount
  /** Present if `rates` were given and have every recipient. */
  cost?: Price
  lines: PreviewLine[]
  warnings: Warning[]
  /**
   * Why the service would refuse the request; empty if it would not. The amounts leave out what is wrong. A clone of
   * the preview keeps only their messages, and JSON leaves out only their values. `answer` is complete in both.
   */
  errors: RequestError[]
  answer: AnswerForm
}
