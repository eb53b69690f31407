import { isNumeric } from '../identifier'
import { findServiceError } from '../service-errors'

/** A row of op=1 or err=1. Rows are in the order of `phones`, line by line. */
export interface AnswerRow {
  readonly phone: string
  /** Country and operator, which only the service knows. */
  readonly mccmnc: string
  readonly cost: string
  readonly status: string
  /** The code of the error of a wrong number. */
  readonly error?: string
}

/** What an answer says: an error, or a number of parts and what else the request asked for. */
export type AnswerBody =
  | { readonly error: number; readonly id?: string | undefined }
  | {
      readonly n: number
      readonly id?: string | undefined
      readonly cost?: string | undefined
      readonly balance?: string | undefined
      readonly rows?: readonly AnswerRow[] | undefined
    }

type SentBody = Exclude<AnswerBody, { readonly error: number }>

/**
 * The writers of an answer, one for each format. The API page has the layouts of `error`. Rows without a public layout
 * are ours.
 */
interface AnswerWriter {
  answer(body: SentBody): string
  error(code: number, words: string, id: string | undefined): string
}

const WRITERS: Readonly<Record<0 | 1 | 2 | 3, AnswerWriter>> = {
  0: {
    answer: ({ n, id, cost, balance, rows = [] }) =>
      [writeFirstLine(n, id, cost, balance), ...rows.map(writeWords)].join('\n'),
    error: (code, words, id) => `ERROR = ${code} (${words})${id === undefined ? '' : `, ID - ${id}`}`,
  },
  1: {
    answer: ({ n, id, cost, balance, rows = [] }) => {
      const first = id === undefined ? [cost, n] : [id, n, cost, balance]
      return [joinFields(first), ...rows.map(writeNumbers)].join('\n')
    },
    error: (code, _words, id = '0') => `${id},-${code}`,
  },
  2: {
    answer: ({ n, id, cost, balance, rows }) =>
      writeDocument(
        writeElement('id', id) +
          (id === undefined
            ? writeElement('cost', cost) + writeElement('cnt', `${n}`)
            : writeElement('cnt', `${n}`) + writeElement('cost', cost)) +
          writeElement('balance', balance) +
          (rows ? writeXmlRows(rows) : ''),
      ),
    error: (code, words, id) =>
      writeDocument(writeElement('error', words) + writeElement('error_code', `${code}`) + writeElement('id', id)),
  },
  3: {
    answer: ({ n, id, cost, balance, rows: phones }) =>
      JSON.stringify(id === undefined ? { cost, cnt: n, phones } : { id: writeId(id), cnt: n, cost, balance, phones }),
    error: (code, error, id) => JSON.stringify({ error, error_code: code, id: writeId(id) }),
  },
}

/** Writes an answer in one of the four formats. */
export function writeAnswer(body: AnswerBody, fmt: 0 | 1 | 2 | 3): string {
  if (!isError(body)) return WRITERS[fmt].answer(body)
  const { answer = 'error', hasId = false } = findServiceError(body.error) ?? {}
  return WRITERS[fmt].error(body.error, answer, hasId ? body.id : undefined)
}

function isError(body: AnswerBody): body is Exclude<AnswerBody, SentBody> {
  return Object.hasOwn(body, 'error')
}

function writeFirstLine(
  n: number,
  id: string | undefined,
  cost: string | undefined,
  balance: string | undefined,
): string {
  if (id === undefined) return `${replaceUnshown(cost ?? '')} (${n} SMS)`
  const price = cost === undefined ? '' : `, COST - ${replaceUnshown(cost)}`
  return `OK - ${n} SMS, ID - ${id}${price}${balance === undefined ? '' : `, BALANCE - ${balance}`}`
}

/** An identifier that is a number is a number in JSON too. */
function writeId(id: string | undefined): string | number | undefined {
  return id !== undefined && isNumeric(id) ? Number(id) : id
}

/**
 * Control characters, U+2028 and U+2029 end lines. XML allows none of them, and neither surrogates, U+FFFE and U+FFFF
 * [XML 1.0, 2.2].
 */
const UNSHOWN = /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\uFFFE\uFFFF]/gu

/** Any text, in one line. */
function replaceUnshown(text: string): string {
  return text.replace(UNSHOWN, '\uFFFD')
}

function writeWords({ phone, cost, error }: AnswerRow): string {
  const words = [replaceUnshown(cost), error === undefined ? '' : `error ${error}`].filter((word) => word !== '')
  return `${replaceUnshown(phone)}: ${words.join(', ')}`
}

/** A phone without commas: a comma separates phones. */
function writeNumbers({ phone, mccmnc, cost, status, error }: AnswerRow): string {
  return joinFields([replaceUnshown(phone), mccmnc, replaceUnshown(cost), status, error])
}

function joinFields(values: readonly (string | number | undefined)[]): string {
  return values.filter((value) => value !== undefined).join(',')
}

function writeDocument(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><result>${content}</result>`
}

function writeElement(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${escapeXml(text)}</${name}>`
}

function writeXmlRows(rows: readonly AnswerRow[]): string {
  const elements = rows.map(({ phone, ...attributes }) => {
    const list = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    return `<phone${list.join('')}>${escapeXml(phone)}</phone>`
  })
  return `<phones>${elements.join('')}</phones>`
}

function escapeXml(text: string): string {
  return replaceUnshown(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
