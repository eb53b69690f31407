// Reads the bodies of answers, which forms.ts writes.
import { omitUndefined } from '../../arguments'
import type { AnswerPhone } from './answer'
import { parseExactly } from './exact-json'
import { parseXml, type XmlElement } from './xml'

/** What a body says: the code of an error, or n and the rest. */
export interface ReadBody {
  readonly fmt: 0 | 1 | 2 | 3
  readonly code?: number | undefined
  readonly words?: string | undefined
  readonly id?: string | undefined
  readonly n?: number | undefined
  readonly cost?: string | undefined
  readonly balance?: string | undefined
  readonly phones?: AnswerPhone[] | undefined
}

/** Reads a body, or says why it is not an answer. */
export function readBody(body: string, asked: number | undefined): ReadBody | string {
  if (body === '') return 'is empty'
  if (body.startsWith('{') || body.startsWith('[')) return readJson(body)
  if (/^<(?:\?xml|result)\b/.test(body)) return readXml(body)
  if (body.startsWith('<')) return 'is a page of HTML, or another document'
  if (/^ERROR\b/.test(body)) return readError(body)
  const [first = '', ...rows] = body.split(/\r?\n/)
  return readWords(first, rows) ?? readNumbers(first, rows, asked) ?? 'is no answer of the service'
}

function readError(body: string): ReadBody | string {
  const found = /^ERROR = (\d{1,9})(?: \((.*?)\))?(?:, ID - ([A-Za-z0-9._-]{1,40})\)?)?$/.exec(body)
  if (!found) return 'begins as an error, and is cut short'
  return { fmt: 0, code: Number(found[1]), words: found[2], id: found[3] }
}

function readWords(first: string, rows: readonly string[]): ReadBody | string | undefined {
  const sent =
    /^OK - (\d{1,15}) SMS, ID - ([A-Za-z0-9._-]{1,40})(?:, COST - (-?\d+(?:\.\d+)?))?(?:, BALANCE - (-?\d+(?:\.\d+)?))?$/.exec(
      first,
    )
  const cost = sent ? null : /^(-?\d+(?:\.\d+)?) \((\d{1,15}) SMS\)$/.exec(first)
  if (!sent && !cost)
    return /^OK\b/.test(first) ? 'begins as an answer, and is cut short or of another form' : undefined
  const phones = readPhoneRows(rows, parseWordsRow)
  if (typeof phones === 'string') return phones
  if (sent) return { fmt: 0, n: Number(sent[1]), id: sent[2], cost: sent[3], balance: sent[4], phones }
  return { fmt: 0, cost: cost![1], n: Number(cost![2]), phones }
}

function readNumbers(first: string, rows: readonly string[], asked: number | undefined): ReadBody | string | undefined {
  const fields = first.split(',')
  const [one = '', two = '', three, four] = fields
  if (fields.length < 2 || fields.length > 4 || !/^[A-Za-z0-9._-]{1,40}$/.test(one)) return undefined
  if (fields.length === 2 && /^-\d{1,9}$/.test(two)) {
    return { fmt: 1, code: -Number(two), id: one === '0' ? undefined : one }
  }
  if (!/^\d{1,15}$/.test(two)) return undefined
  const isCost = fields.length === 2 && isSum(one) && (asked === undefined ? one.includes('.') : asked === 1)
  if (asked === 1 && !isCost) return 'has no cost and number of parts, which cost=1 asks for'
  for (const sum of [three, four])
    if (sum !== undefined && !isSum(sum)) return `has a sum that is no decimal number: ${sum.slice(0, 40)}`
  const phones = readPhoneRows(rows, parseNumbersRow)
  if (typeof phones === 'string') return phones
  return isCost
    ? { fmt: 1, cost: one, n: Number(two), phones }
    : { fmt: 1, id: one, n: Number(two), cost: three, balance: four, phones }
}

function isSum(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text)
}

/** Returns undefined if there is no row. */
function readPhoneRows(
  rows: readonly string[],
  read: (row: string) => AnswerPhone | undefined,
): AnswerPhone[] | string | undefined {
  if (rows.length === 0) return undefined
  const phones: AnswerPhone[] = []
  for (const [index, row] of rows.entries()) {
    const phone = read(row)
    if (phone === undefined) return `has a malformed row in line ${index + 2}: ${row.slice(0, 40)}`
    phones.push(phone)
  }
  return phones
}

/** `79161234567: 1.40, error 7` */
function parseWordsRow(row: string): AnswerPhone | undefined {
  const at = row.lastIndexOf(':')
  const words = row.slice(at + 1).trim()
  const found = /^(-?\d+(?:\.\d+)?)?(?:, )?(?:error (\d{1,9}))?$/.exec(words)
  if (at < 0 || !found) return undefined
  return createPhone(row.slice(0, at), undefined, found[1], undefined, found[2])
}

/** `79161234567,25001,1.40,0`; for a wrong number, its code follows. */
function parseNumbersRow(row: string): AnswerPhone | undefined {
  const fields = row.split(',')
  if (fields.length < 4 || fields.length > 5) return undefined
  const [phone = '', mccmnc, cost, status, error] = fields
  return createPhone(phone, mccmnc, cost, status, error)
}

/** An empty field is left out. */
function createPhone(
  phone: string,
  mccmnc: string | undefined,
  cost: string | undefined,
  status: string | undefined,
  error: string | undefined,
): AnswerPhone | undefined {
  const [statusCode, errorCode] = [readCode(status), readCode(error)]
  if ((cost && !isSum(cost)) || Number.isNaN(statusCode) || Number.isNaN(errorCode)) return undefined
  return omitUndefined({
    phone,
    mccmnc: mccmnc || undefined,
    cost: cost || undefined,
    status: statusCode,
    error: errorCode,
  })
}

/** Returns NaN if it is not a code. */
function readCode(text: string | undefined): number | undefined {
  if (!text) return undefined
  return /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN
}

function readJson(body: string): ReadBody | string {
  let answer: unknown
  try {
    answer = parseExactly(body)
  } catch {
    return 'is no JSON, or is cut short'
  }
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return 'is JSON, but not an object'
  const { phones, ...members } = Object.assign(Object.create(null), answer) as Record<string, unknown>
  const texts = new Map(Object.entries(members).map(([name, value]) => [name, readScalar(value)]))
  const rows = phones === undefined || phones === null ? undefined : readJsonRows(phones)
  return typeof rows === 'string' ? rows : readFields(3, (name) => texts.get(name), rows)
}

function readScalar(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : undefined
}

function readJsonRows(phones: unknown): AnswerPhone[] | string {
  if (!Array.isArray(phones)) return 'has phones that are no array'
  return readRows(phones.map((row) => (name) => (Object.hasOwn(row ?? {}, name) ? readScalar(row[name]) : undefined)))
}

function readXml(body: string): ReadBody | string {
  const root = parseXml(body)
  if (root === undefined) return 'is no well-formed XML, or is cut short'
  const rows = root.children
    .find(({ name }) => name === 'phones')
    ?.children.map((row) => (name: string) => readXmlField(row, name))
  const phones = rows && readRows(rows)
  return typeof phones === 'string' ? phones : readFields(2, (name) => readChild(root, name), phones)
}

function readChild({ children }: XmlElement, asked: string): string | undefined {
  return children.find(({ name }) => name === asked)?.text.trim()
}

/** The phone as an attribute, as an element, or as the text. */
function readXmlField(row: XmlElement, name: string): string | undefined {
  return row.attributes.get(name) ?? readChild(row, name) ?? (name === 'phone' ? row.text : undefined)
}

function readRows(rows: readonly ((name: string) => string | undefined)[]): AnswerPhone[] | string {
  const phones: AnswerPhone[] = []
  for (const [index, field] of rows.entries()) {
    const row = createPhone(field('phone') ?? '', field('mccmnc'), field('cost'), field('status'), field('error'))
    if (row === undefined) return `has a malformed row, number ${index + 1}`
    phones.push(row)
  }
  return phones
}

function readFields(
  fmt: 2 | 3,
  field: (name: string) => string | undefined,
  phones: AnswerPhone[] | undefined,
): ReadBody | string {
  const [id, cost, balance, words] = ['id', 'cost', 'balance', 'error'].map(field)
  const code = readCode(field('error_code'))
  if (Number.isNaN(code)) return 'has an error_code that is not a number'
  if (code !== undefined) return { fmt, code, words, id: id || undefined }
  for (const sum of [cost, balance]) {
    if (sum !== undefined && !isSum(sum)) return `has a sum that is no decimal number: ${sum.slice(0, 40)}`
  }
  const n = field('cnt') ?? ''
  if (!/^\d{1,15}$/.test(n)) return 'has neither an error_code nor a cnt'
  if (id === undefined && cost === undefined) return 'has neither an id nor a cost'
  return { fmt, id, n: Number(n), cost, balance, phones }
}
