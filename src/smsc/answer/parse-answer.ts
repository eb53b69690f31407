import { requireMembers, requireOneOf, requireString } from '../../arguments'
import { findServiceError } from '../service-errors'
import type { Answer, AskedAnswer } from './answer'
import { type ReadBody, readBody } from './bodies'

/**
 * Reads the answer of `send.php`. It recognises each of the formats.
 *
 * @param body the whole body of the answer
 * @param asked what the request said. In fmt=1, `cost` decides whether the first integer is an id or a cost; without
 * `cost` it is an id
 * @returns the answer; `type: 'malformed'` for anything else, with the reason
 * @throws {SeptetError} 'invalid-type': the body is not a string; 'invalid-type', 'invalid-value', 'unknown-option':
 * `asked`
 * @example
 * parseAnswer('OK - 2 SMS, ID - 1234') // { type: 'sent', fmt: 0, id: '1234', n: 2 }
 * parseAnswer('{"cost":"1.40","cnt":1}') // { type: 'cost', fmt: 3, cost: '1.40', n: 1 }
 * parseAnswer('<html>').type // 'malformed'
 */
export function parseAnswer(body: string, asked: AskedAnswer = {}): Answer {
  const text = requireString('body', body)
  const { cost } = requireAsked(asked)
  const read = readBody(text.replace(/^\uFEFF/, '').trim(), cost)
  if (typeof read === 'string') return { type: 'malformed', reason: read, body: text }
  return createAnswer(read)
}

export function requireAsked(asked: unknown): { cost: 0 | 1 | 2 | 3 | undefined } {
  const { fmt, cost, op, err } = requireMembers('asked', asked, ['fmt', 'cost', 'op', 'err'])
  if (fmt !== undefined) requireOneOf('asked.fmt', fmt, [0, 1, 2, 3] as const)
  for (const [name, flag] of Object.entries({ op, err })) {
    if (flag !== undefined) requireOneOf(`asked.${name}`, typeof flag === 'boolean' ? Number(flag) : flag, [0, 1])
  }
  return { cost: cost === undefined ? undefined : requireOneOf('asked.cost', cost, [0, 1, 2, 3] as const) }
}

function createAnswer({ fmt, code, words, id, n, cost, balance, phones }: ReadBody): Answer {
  if (code !== undefined) {
    const known = findServiceError(code)
    const message = words ?? known?.answer ?? 'error'
    const named = known === undefined ? {} : { name: known.name }
    return {
      type: 'error',
      fmt,
      code,
      ...named,
      message,
      ...(id === undefined ? {} : { id }),
      retry: known?.retry ?? false,
    }
  }
  const rows = phones === undefined ? {} : { phones }
  const price = cost === undefined ? {} : { cost }
  if (id === undefined) return { type: 'cost', fmt, cost: cost!, n: n!, ...rows }
  return { type: 'sent', fmt, id, n: n!, ...price, ...(balance === undefined ? {} : { balance }), ...rows }
}
