import { SeptetError } from 'septet'
import { isArray, requireBoolean, requireMembers } from '../../arguments'
import { Notices } from '../notices'
import { readOptions } from '../options'
import { type ListForm, type ListMessage, writeList } from './forms'
import { readList } from './list'

/** How a list is written. */
export interface ListOptions {
  /**
   * Whether the request has `nl=1`, so that a text may have line feeds. Default `false`: a line feed is written `\n`.
   */
  nl?: boolean
}

/**
 * Reads the parameter `list`, in any of its forms.
 *
 * @param list its string, an object of texts by phones, or an array of lines, pairs or messages
 * @param options `nl`
 * @returns its messages, in their order, with their texts as sent
 * @throws {SeptetError} 'malformed': a line without a colon or semicolon, with its number; 'invalid-type', 'unknown-option'
 * @example
 * parseList('ivan,3|79161234567:Hi\\nyou')
 * // [{ phones: '79161234567', mes: 'Hi\nyou', sender: 'ivan', tz: '3' }]
 */
export function parseList(list: string | ListForm, options: ListOptions = {}): ListMessage[] {
  const isMultiline = requireMultiline(options)
  const text = typeof list === 'string' ? list : writeList('list', list, isMultiline)
  return [...readList(text, isMultiline, readOptions(), new Notices())].map(
    ({ line, phones, text: mes, sender, tz, isMalformed }) => {
      if (isMalformed) {
        throw new SeptetError(
          'malformed',
          'list',
          mes,
          `has no colon or semicolon between phones and text, in line ${line}`,
        )
      }
      return { phones, mes, ...(sender === undefined ? {} : { sender }), ...(tz === undefined ? {} : { tz }) }
    },
  )
}

/**
 * Writes the parameter `list`. `parseList` reads the same messages from it.
 *
 * @param list an object of texts by phones, or an array of lines, pairs or messages
 * @param options `nl`
 * @returns the string of the parameter
 * @throws {SeptetError} 'invalid-value': what a list cannot carry, such as a text with a backslash and n, phones with a
 * colon, a sender with a comma; 'invalid-type', 'unknown-option'
 * @example
 * formatList([{ phones: '79161234567', mes: 'Hi\nyou', sender: 'ivan' }]) // 'ivan|79161234567:Hi\\nyou'
 */
export function formatList(list: ListForm, options: ListOptions = {}): string {
  const isMultiline = requireMultiline(options)
  const text = writeList('list', list, isMultiline)
  const read = parseList(text, options)
  const entries = isArray(list) ? list : Object.entries(list)
  for (const [index, entry] of entries.entries()) {
    const message = read[index]
    if (message && (typeof entry === 'string' || isAsGiven(entry, message))) continue
    throw createLossError(isArray(list) ? `list[${index}]` : `list['${Object.keys(list)[index]}']`, entry)
  }
  if (read.length !== entries.length) throw createLossError('list', list)
  return text
}

function isAsGiven(entry: unknown, { phones, mes, sender, tz }: ListMessage): boolean {
  if (isArray(entry)) {
    // Here the phones and what may come before them are one string.
    const zone = tz === undefined ? '' : `,${tz}`
    const front = sender === undefined ? '' : `${sender}${zone}|`
    return `${front}${phones}` === `${entry[0]}` && mes === `${entry[1]}`
  }
  const [given, text, name, zone] = readFields(entry as ListMessage)
  const hasFront = name !== undefined || zone !== undefined
  return phones === given && mes === text && sender === (hasFront ? (name ?? '') : undefined) && tz === zone
}

function readFields({
  phones,
  mes,
  sender,
  tz,
}: ListMessage): [string, string, string | undefined, string | undefined] {
  const zone = tz === undefined ? undefined : `${tz}`
  return [isArray(phones) ? phones.join(',') : `${phones}`, `${mes}`, sender, zone]
}

function createLossError(argument: string, value: unknown): SeptetError {
  return new SeptetError('invalid-value', argument, value, 'would be read as something else: a list cannot carry it')
}

function requireMultiline(options: unknown): boolean {
  const { nl } = requireMembers('options', options, ['nl'])
  return nl === undefined ? false : requireBoolean('options.nl', nl)
}
