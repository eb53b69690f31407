import { SeptetError } from 'septet'
import { describe, type Members, nameTypedArray } from '../../arguments'
import { decodeUnits } from '../../octets'
import type { Notices } from '../notices'
import type { PreviewPlan } from '../options'
import { decodeOctets } from './decode-charset'
import { HEAD, isJson, isMultipart, listSearchPairs, requireRequest, viewOctets } from './forms'
import { readPairValues, readTextValues, type Values } from './parameter-values'
import { readQueryPairs, splitAddress } from './query'
import { NAMES, type SmscRequest } from './request'

/** A request that was read. */
export interface ReadRequest {
  readonly values: Values
  /** The format of the answer if the request names none: the entry for JSON answers in JSON. */
  readonly fmt: 0 | 3
}

/** @throws {SeptetError} 'invalid-type': not a request; 'malformed': not JSON; 'unsupported': a form with files */
export function readRequest(request: SmscRequest, plan: PreviewPlan, notices: Notices): ReadRequest {
  if (typeof request === 'string') return readWritten(request, false, plan, notices)
  const octets = viewOctets('request', request)
  if (octets) return readOctets(octets, plan, notices)
  const pairs = typeof request === 'object' && request !== null ? listSearchPairs(request) : undefined
  if (pairs) return readSearchPairs(pairs, plan, notices)
  const members = requireRequest(request, [...NAMES, ...BUILT])
  if (typeof members.url === 'string' && typeof members.method === 'string') return readBuilt(members, plan, notices)
  return { values: readTextValues(Object.entries(members), plan.defaultCharset, notices), fmt: 0 }
}

/** The members of what `buildRequest` returns. */
const BUILT = ['method', 'url', 'headers', 'body']

/** A built request: its body, or the query of its address. */
function readBuilt({ url, body }: Members, plan: PreviewPlan, notices: Notices): ReadRequest {
  const content = body ?? url
  // An object as body could be this request again, without end.
  if (
    typeof content === 'object' &&
    nameTypedArray(content) === undefined &&
    listSearchPairs(content as object) === undefined
  ) {
    const message = `must be a string, a Uint8Array or URLSearchParams, got ${describe(content)}`
    throw new SeptetError('invalid-type', 'request.body', content, message)
  }
  const { fmt, values } = readRequest(content as SmscRequest, plan, notices)
  return { values, fmt: fmt === 3 || isRest(splitAddress(url as string).path) ? 3 : 0 }
}

function isRest(path: string): boolean {
  return /\/rest\/send\/?$/i.test(path)
}

/** White space of JSON: space, tab, line feed, carriage return. */
const JSON_SPACE = [0x20, 0x09, 0x0a, 0x0d]

function readOctets(octets: Uint8Array, plan: PreviewPlan, notices: Notices): ReadRequest {
  let start = octets[0] === 0xef ? 3 : 0
  while (JSON_SPACE.includes(octets[start]!)) start++
  if (isJson(decodeUnits(octets.subarray(start, start + 1))))
    return readJson(decodeOctets(octets, 'utf-8', 'request', notices), notices)
  return readWritten(decodeUnits(octets), true, plan, notices)
}

function readWritten(written: string, areOctets: boolean, plan: PreviewPlan, notices: Notices): ReadRequest {
  if (!areOctets && isJson(written)) return readJson(written, notices)
  if (isMultipart(written.slice(0, HEAD))) {
    const message =
      'is multipart/form-data, which is not read; give an object of its fields, or new URLSearchParams of them'
    throw new SeptetError('unsupported', 'request', written, message)
  }
  const { path, query } = splitAddress(written)
  const values = readPairValues(readQueryPairs(query, areOctets, notices), plan.defaultCharset, notices)
  return { values, fmt: isRest(path) ? 3 : 0 }
}

function readJson(written: string, notices: Notices): ReadRequest {
  const body = parseJson(written)
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    return { values: readTextValues(Object.entries(body), 'utf-8', notices), fmt: 3 }
  }
  throw new SeptetError('invalid-type', 'request', written, `must be one JSON object, got ${describe(body)}`)
}

function parseJson(written: string): unknown {
  try {
    return JSON.parse(written.replace(/^\uFEFF/, ''))
  } catch (error) {
    // The runtime's message may quote the body, which has a password.
    const { message } = error as Error
    const words = message.split('"', 1)[0]!.replace(/,? ?(?:\.{3})?$/, '')
    const offset = /position (\d+)/.exec(message)?.[1]
    const at = offset === undefined ? undefined : Number(offset)
    throw new SeptetError('malformed', 'request', written, `is no JSON${words === '' ? '' : `: ${words}`}`, at)
  }
}

/**
 * URLSearchParams have already decoded their octets as UTF-8, so others are lost.
 * @throws {SeptetError} 'unsupported'
 */
function readSearchPairs(
  pairs: readonly (readonly [string, string])[],
  plan: PreviewPlan,
  notices: Notices,
): ReadRequest {
  const bin = pairs.find(([name]) => name === 'bin')?.[1]
  if (bin?.trim() !== '1') return { values: readTextValues(pairs, plan.defaultCharset, notices), fmt: 0 }
  const message = 'bin=1 is octets, and URLSearchParams have read them as UTF-8; give the query string, or bin=2'
  throw new SeptetError('unsupported', 'request.bin', '1', message)
}
