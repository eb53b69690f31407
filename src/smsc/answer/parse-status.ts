import { SeptetError } from 'septet'
import { omitUndefined, requireString } from '../../arguments'
import type { AskedAnswer } from './answer'
import { parseExactly } from './exact-json'
import { parseAnswer, requireAsked } from './parse-answer'
import { isDelivered, isFinalStatus, statuses } from './statuses'
import { parseXml, type XmlElement } from './xml'

/** The state of one message. Members that the answer does not have are absent. */
export interface Status {
  /** The code: see `statuses`. */
  status: number
  /** Its name; absent if the code is newer than the table. */
  name?: string
  final: boolean
  delivered: boolean
  /** The code of the reason: see `statusErrors`. */
  error?: number
  id?: string
  phone?: string
  /** When the state changed, in seconds since 1970. */
  time?: number
  /** The same time as the service writes it, in the time zone of the account: `15.08.2021 20:02:03`. */
  date?: string
  /** All members of the answer, as strings. */
  members: Readonly<Record<string, string>>
}

/**
 * Reads what `status.php` returns, or what the service sends to a status callback (a query with id, phone, status ...).
 *
 * @param body the whole answer, or the body or query of the callback
 * @param asked what the request said; the format is recognised
 * @returns a state for each message, in their order
 * @throws {SeptetError} 'malformed': an error of the service (see `parseAnswer`), or another text; 'invalid-type'
 * @example
 * parseStatus('Status = 1, check_time = 15.08.2021 20:02:03')[0].name // 'delivered'
 * parseStatus('{"status":-1,"last_timestamp":1629046923}')[0].final // false
 * parseStatus('id=12&phone=79161234567&status=20&err=6')[0].error // 6
 */
export function parseStatus(body: string, asked: AskedAnswer = {}): Status[] {
  requireAsked(asked)
  const text = requireString('body', body)
    .replace(/^\uFEFF/, '')
    .trim()
  const found = readRecords(text).map(createStatus)
  if (found.length > 0 && found.every((status) => status !== undefined)) return found as Status[]
  const answer = parseAnswer(text)
  const what =
    answer.type === 'error' ? `is the service's error ${answer.code} (${answer.message})` : 'is no status of a message'
  throw new SeptetError('malformed', 'body', body, what)
}

type Fields = ReadonlyMap<string, string>

function readRecords(text: string): Fields[] {
  if (text.startsWith('{') || text.startsWith('[')) return readJsonRecords(text)
  if (text.startsWith('<')) return readXmlRecords(parseXml(text))
  if (/^[\w.]+=/.test(text) && !text.includes('\n')) return [new Map(new URLSearchParams(text))]
  return text
    .split(/\r?\n/)
    .map((line) => (line.startsWith('Status') ? parseWordsRecord(line) : parseNumbersRecord(line)))
}

function readJsonRecords(text: string): Fields[] {
  try {
    const body = parseExactly(text)
    const rows = Array.isArray(body) ? body : [body]
    return rows.map((row) => new Map(Object.entries(row ?? {}).map(([name, value]) => [name, `${value}`])))
  } catch {
    return []
  }
}

function readXmlRecords(root: XmlElement | undefined): Fields[] {
  if (root === undefined) return []
  const hasStatus = (element: XmlElement) => element.children.some(({ name }) => name === 'status')
  const elements = hasStatus(root) ? [root] : root.children.filter(hasStatus)
  return elements.map(({ children }) => new Map(children.map(({ name, text }) => [name, text.trim()])))
}

/** `Status = 1, check_time = 15.08.2021 20:02:03`: any pairs. No public client reads this form. */
function parseWordsRecord(line: string): Fields {
  const pairs = line.split(/,\s?/).map((pair) => pair.split(/\s?=\s?/, 2))
  return new Map(pairs.map(([name = '', value = '']) => [name.toLowerCase(), value]))
}

/** The fields at the start of every row of fmt=1, and those that follow where several messages were asked for. */
const FIELDS = ['status', 'last_timestamp', 'err']
const FIELDS_OF_SEVERAL = [...FIELDS, 'id', 'phone']

/**
 * Reads `1,1629046923,0`, or `1,1629046923,0,1234,79161234567`, as the service's own libraries do. Answers to HLR
 * requests and to `all=1` have more fields, in layouts that cannot be told apart. Their fields are named by their place
 * (`'4'` is the fourth).
 */
function parseNumbersRecord(line: string): Fields {
  const fields = line.split(',')
  if (fields.length < 2 || /^-\d/.test(fields[1]!)) return new Map()
  const names = fields.length === FIELDS_OF_SEVERAL.length ? FIELDS_OF_SEVERAL : FIELDS
  return new Map(fields.map((field, at) => [names[at] ?? `${at + 1}`, field]))
}

function createStatus(record: Fields): Status | undefined {
  const findFirst = (...names: string[]) =>
    names.map((name) => record.get(name)).find((value) => value !== undefined && value !== '')
  const code = findFirst('status')
  if (code === undefined || !/^-?\d{1,9}$/.test(code) || record.has('error_code')) return undefined
  const status = Number(code)
  const name = statuses[status]?.name
  const [error, id, phone] = [findFirst('err', 'err_code'), findFirst('id'), findFirst('phone')]
  const [time, date] = [findFirst('last_timestamp', 'ts'), findFirst('last_date', 'check_time', 'time')]
  return omitUndefined({
    status,
    name,
    final: isFinalStatus(status),
    delivered: isDelivered(status),
    error: error !== undefined && /^\d{1,9}$/.test(error) ? Number(error) : undefined,
    id,
    phone,
    time: time !== undefined && /^\d{1,15}$/.test(time) ? Number(time) : undefined,
    date,
    members: Object.fromEntries(record),
  })
}
