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
  /** As it was written. */
  given: string
  /** As it is sent to: digits after correction, or a group such as `G12`. */
  phone: string
  /**
   * `'invalid'`: possible by its length, and no number of its country; it counts. `'impossible'`: it does not count.
   * `'unchecked'`: an address of a kind that is not previewed, such as that of an e-mail.
   */
  status: 'valid' | 'invalid' | 'impossible' | 'group' | 'unchecked'
  /** Numbers that it means: 1, the size of a group, or 0. */
  size: Amount
  /** Parts of the message to each of them. */
  parts: Amount
  /** Present where the rates know a price. */
  cost?: Price
  /** The service's code in op and err rows: 7, wrong format of the number. */
  error?: 7
}

/** One message and all who get it: `mes` and `phones`, or a line of `list`. */
export interface PreviewLine {
  /** In `list`, from 1. For `mes`, 1. */
  line: number
  /** That of the request, or what a text such as `__HLR__` makes of it. */
  kind: Kind
  /** Parts times recipients. */
  n: Amount
  /** Segments of the message. 1 for hlr and ping. */
  parts: Amount
  cost?: Price
  encoding?: Encoding
  /** The text as it is sent: links shortened (written as x), transliterated, cut. Absent for octets. */
  text?: string
  /** UTF-16 units that maxsms cut off. */
  dropped?: number
  /** What was after LF ~~~ LF: not sent. */
  comment?: string
  /** The line's own sender in `list`. */
  sender?: string
  /** The line's own time zone in `list`, as it is written. */
  tz?: string
  recipients: Recipient[]
  /** Codes of the warnings that this line gave cause to. */
  warnings: WarningCode[]
  /** Codes of the service's errors that this line gave cause to. */
  errors: ServiceCode[]
}

/** What a warning is about, as a stable word. */
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

/** What may surprise the sender. One warning for each code and parameter: the first case of it, and how many there are. */
export interface Warning {
  code: WarningCode
  message: string
  /** The parameter: `mes`, `phones` ... */
  argument: string
  /** What the first case is about. */
  value: unknown
  /** UTF-16 offset in the parameter, or in the line of `list`, after a byte order mark that was ignored; an octet offset where octets were read. */
  offset?: number
  /** The line of `list`, from 1. */
  line?: number
  count: number
}

/** What the request asks the answer to be like. */
export interface AnswerForm {
  fmt: 0 | 1 | 2 | 3
  op: boolean
  err: boolean
  /** What the request asks to be told, where it does: see `format`. */
  cost?: 1 | 2 | 3
  /** That of the request; absent where the service assigns one. */
  id?: string
  /** What the answer says where the request is wrong; absent where it is right. */
  error?: Refusal
}

/** What a request would cost. */
export interface Preview {
  /** That of all lines; where they differ, what the flags ask for. */
  kind: Kind
  /** Parts times recipients, over all lines: what the service counts. */
  n: Amount
  /** Present where all lines agree. */
  parts?: Amount
  /** Present where `rates` were given and know every recipient. */
  cost?: Price
  lines: PreviewLine[]
  warnings: Warning[]
  /**
   * Why the service would refuse the request; empty where it would not. The amounts leave out what is wrong. A clone of the
   * preview has their messages alone, and JSON all but their values; `answer` is whole in either.
   */
  errors: RequestError[]
  answer: AnswerForm
}
