// TS 23.040 9.2.2.2: the SUBMITs of a text, or of messages that are already encoded, ready to type at a modem.
import { count, encode, SeptetError, type ShortMessage, type TextOptions } from 'septet'
import { omitUndefined, requireArray, requireInteger, requireObject, requireString } from '../arguments'
import { TEXT_OPTIONS } from '../option-names'
import type { AddressInput, TimeInput, ValidityInput } from './input-types'
import { encodePdu, type Pdu } from './pdu'

/** The fields of a SUBMIT except its message. */
export interface SubmitFields {
  /** The receiver: a number (`+34600654321`, or `1414` as a person dials it), or an address. */
  to: AddressInput
  /** The service centre. Default: the one that the phone has stored. */
  smsc?: AddressInput
  /**
   * How long the service centre tries: minutes from that time on (5 to 635,040), a Date, or any form of the field.
   * Default: the centre decides.
   */
  validity?: number | TimeInput | ValidityInput
  /** Asks for a status report of each segment. Default `false`. */
  statusReport?: boolean
  /**
   * Asks the centre to refuse the message if it still has one with this reference for this number. Default `false`.
   */
  rejectDuplicates?: boolean
  /** Asks that a reply goes through the same centre. Default `false`. */
  replyPath?: boolean
  /**
   * TP-MR of the first segment, 0 to 255. Each later segment has one more; 0 follows 255. Default 0. A phone sets its
   * own.
   */
  messageReference?: number
}

/** The fields of a SUBMIT, and every option of `encode`. */
export interface SubmitOptions extends SubmitFields, TextOptions {}

/**
 * Encodes a text, or messages of `encode`, `encodeBinary`, `encodeWapPush` and `formatText`, as SMS-SUBMITs: one for
 * each segment, in order.
 *
 * To send one: `AT+CMGF=0`, then `AT+CMGS=<length>` CR, and after the prompt `hex` and Ctrl-Z.
 *
 * @param content the text, or the messages; GSM-7 messages that are not packed are packed
 * @param options the receiver and the other fields; for a text also the options of `encode`
 * @returns for each segment its octets, the digits to type, and the length for `AT+CMGS=`
 * @throws {SeptetError} what `encode` throws; 'invalid-value': no message, an option of `encode` with messages, or a
 * number that is no address; 'invalid-type', 'unknown-option'
 * @see 3GPP TS 23.040 9.2.2.2, TS 27.005 4.3
 * @example
 * const [pdu] = encodeSubmit('hellohello', { to: '+34600654321', validity: 5760 })
 * pdu.length // 23
 * pdu.hex // '0011000B914306604523F10000AA0AE8329BFD4697D9EC37'
 */
export function encodeSubmit(content: string, options: SubmitOptions): Pdu[]
export function encodeSubmit(content: readonly ShortMessage[], options: SubmitFields): Pdu[]
export function encodeSubmit(content: string | readonly ShortMessage[], options: SubmitOptions): Pdu[] {
  const {
    to,
    smsc,
    validity,
    statusReport,
    rejectDuplicates,
    replyPath,
    messageReference = 0,
    ...textOptions
  } = requireObject('options', options, [...SUBMIT_FIELDS, ...TEXT_OPTIONS]) as unknown as SubmitOptions
  requireNumber(to)
  const first = requireInteger('options.messageReference', messageReference, 0, 0xff)
  const fields = {
    type: 'submit' as const,
    destination: to,
    ...omitUndefined({ smsc, statusReport, rejectDuplicates, replyPath }),
    ...(validity === undefined ? {} : { validity: convertValidity(validity) }),
  }
  const isText = typeof content === 'string'
  return encodeContent(content, textOptions).map((message, index) =>
    nameOptions(isText ? 'content' : `content[${index}]`, () =>
      encodePdu({ ...fields, messageReference: (first + index) & 0xff, ...message } as never),
    ),
  )
}

const SUBMIT_FIELDS = [
  'to',
  'smsc',
  'validity',
  'statusReport',
  'rejectDuplicates',
  'replyPath',
  'messageReference',
] as const satisfies readonly (keyof SubmitFields)[]

/** The format allows an address without digits, but a message to none can only be a mistake. @throws {SeptetError} 'invalid-value' */
function requireNumber(to: unknown): void {
  if (to === '' || to === '+') throw new SeptetError('invalid-value', 'options.to', to, 'has no digit')
}

/** A number is minutes, and a time is the absolute form. Any other form is kept. */
function convertValidity(validity: unknown): unknown {
  if (typeof validity === 'number') return { format: 'relative', minutes: validity }
  const isTime = validity instanceof Date || (typeof validity === 'object' && validity !== null && 'local' in validity)
  return isTime ? { format: 'absolute', time: validity } : validity
}

const MESSAGE_MEMBERS = ['userData', 'userDataLength', 'hasHeader', 'dataCoding', 'protocolId', 'packed'] as const

function encodeContent(content: unknown, options: TextOptions): readonly Partial<ShortMessage>[] {
  if (!Array.isArray(content)) return encode(requireString('content', content), forcePacked(options))
  const [name] = Object.entries(options).find(([, value]) => value !== undefined) ?? []
  if (name !== undefined) {
    // This throws first if the option does not exist or has a wrong value.
    count('', options)
    const value = options[name as keyof TextOptions]
    throw new SeptetError(
      'invalid-value',
      `options.${name}`,
      value,
      'is for a text, and the message is already encoded',
    )
  }
  if (content.length === 0) throw new SeptetError('invalid-value', 'content', content, 'must have at least one message')
  return Array.from(requireArray('content', content), (message, index) => {
    const members = requireObject(`content[${index}]`, message, MESSAGE_MEMBERS) as Partial<ShortMessage>
    return Object.fromEntries(MESSAGE_MEMBERS.map((name) => [name, members[name]]))
  })
}

/** A SUBMIT is always packed, so the default reference is calculated from packed octets too. */
function forcePacked(options: TextOptions): TextOptions {
  return options.packed === false ? { ...options, packed: true } : options
}

/** The option that sets a member of the TPDU, where their names differ. */
const OPTIONS: Readonly<Record<string, string>> = { destination: 'to' }

/** Runs `work`. An error that it throws names the option, not the member of the TPDU that it sets. */
function nameOptions<Result>(content: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof SeptetError)) throw error
    const path = error.argument.replace(/^tpdu\.(\w+)/, (_, member: string) => {
      const isMessage = (MESSAGE_MEMBERS as readonly string[]).includes(member)
      return isMessage ? `${content}.${member}` : `options.${OPTIONS[member] ?? member}`
    })
    throw new SeptetError(error.code, path, error.value, error.reason, error.offset)
  }
}
