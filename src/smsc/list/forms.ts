// The forms of `list` that are not a string. The service's own JavaScript client takes an object of texts by phones.
import { SeptetError } from 'septet'
import { describe, isArray, requireMembers, requireObject, requireString } from '../../arguments'

/** One message of a list. */
export interface ListMessage {
  /** Numbers and groups, separated by commas, or an array of them. */
  phones: string | number | readonly (string | number)[]
  mes: string
  sender?: string
  /** Hours from Moscow time. */
  tz?: string | number
}

/** An object of texts by phones, or an array of lines, of pairs, or of messages. */
export type ListForm =
  | Readonly<Record<string, string | number>>
  | readonly (string | readonly [phones: string | number, mes: string | number] | ListMessage)[]

/** What comes before the text of a line, and the text. */
type ListRow = readonly [front: string, text: string]

/**
 * Writes a list in another form as a string, with one row for each message. A line feed in a text is written as `\n`, or
 * with nl=1 as a line feed.
 *
 * @throws {SeptetError} 'invalid-type', 'unknown-option'
 */
export function writeList(argument: string, list: object, isMultiline: boolean): string {
  const rows = isArray(list)
    ? list.map((entry, index) => readRow(`${argument}[${index}]`, entry))
    : Object.entries(requireObject(argument, list)).map(
        ([phones, mes]): ListRow => [phones, requireText(`${argument}['${phones}']`, mes)],
      )
  return rows.map((row) => writeRow(row, isMultiline)).join('\n')
}

function readRow(argument: string, entry: unknown): ListRow | string {
  if (typeof entry === 'string') return entry
  if (isArray(entry)) {
    if (entry.length !== 2) {
      throw new SeptetError(
        'invalid-type',
        argument,
        entry,
        `must be phones and a text, got an array of ${entry.length}`,
      )
    }
    return [requireText(`${argument}[0]`, entry[0]), requireText(`${argument}[1]`, entry[1])]
  }
  const { phones, mes, sender, tz } = requireMembers(argument, entry, ['phones', 'mes', 'sender', 'tz'])
  const zone = tz === undefined ? '' : `,${requireText(`${argument}.tz`, tz)}`
  const name = sender === undefined ? '' : requireString(`${argument}.sender`, sender)
  const front = sender === undefined && tz === undefined ? '' : `${name}${zone}|`
  return [front + joinPhones(`${argument}.phones`, phones), requireText(`${argument}.mes`, mes)]
}

function writeRow(row: ListRow | string, isMultiline: boolean): string {
  const [front, text] = typeof row === 'string' ? [undefined, row] : row
  const line = isMultiline ? text : text.replaceAll('\n', '\\n')
  return front === undefined ? line : `${front}:${line}`
}

/** Joins numbers with commas. @throws {SeptetError} 'invalid-type' */
export function joinPhones(argument: string, phones: unknown): string {
  if (!isArray(phones)) return requireText(argument, phones)
  return phones.map((phone, index) => requireText(`${argument}[${index}]`, phone)).join(',')
}

/** @throws {SeptetError} 'invalid-type' */
function requireText(argument: string, value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return `${value}`
  throw new SeptetError('invalid-type', argument, value, `must be a string or a number, got ${describe(value)}`)
}
