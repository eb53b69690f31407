import { SeptetError } from 'septet'
import { type Members, requireMembers, requireOneOf, requireString } from '../../arguments'
import { CHARSETS, type Charset } from '../../charsets'
import { encodeLatin1 } from '../message/octets'
import { encodeText } from './encode-charset'
import { requireRequest, viewOctets } from './forms'
import { isOctets, readTexts } from './parameter-texts'
import { readText } from './parameter-values'
import { type BuiltRequest, NAMES, type SmscParameters } from './request'

/** Where a request goes, and how. */
export interface BuildOptions {
  /** `'send.php'` takes forms, `'rest'` takes JSON. Default `'send.php'`. */
  entry?: 'send.php' | 'rest'
  /** Default `'POST'`. A GET puts the password into an address, and proxies and logs keep addresses. */
  method?: 'GET' | 'POST'
  /** Default: the `charset` of the parameters, or `'utf-8'`. */
  charset?: Charset
  /** Default `'smsc.ru'`. */
  host?: string
}

/** The most characters of an address. Beyond it, the service's own libraries use a POST. */
const LONGEST_ADDRESS = 2000

const UNKNOWN_HOST = 'must be a host such as smsc.kz, or a host and a port'

/**
 * Builds a request to the service. All texts are escaped in the charset, `+` too. Octets of `bin=1` stay octets.
 * A `list` may have any of its forms. Files are not included: they need another kind of form.
 *
 * @param parameters those of `send.php`, with `login` and `psw`, or `apikey`
 * @param options `entry`, `method`, `charset`, `host`
 * @returns what `fetch` needs; `preview` takes it too
 * @throws {SeptetError} 'unencodable': a text with characters outside the charset, with their code points;
 * 'invalid-value': a GET of more than 2,000 characters; 'conflicting-options': a GET to `rest`, or two charsets;
 * 'unsupported': octets of `bin=1` to `rest`; 'invalid-type', 'invalid-value', 'unknown-option': an argument
 * @example
 * buildRequest({ phones: '+79161234567', mes: 'Да', charset: 'windows-1251' }).body
 * // 'phones=%2B79161234567&mes=%C4%E0&charset=windows-1251'
 */
export function buildRequest(parameters: SmscParameters, options: BuildOptions = {}): BuiltRequest {
  const { entry, method, charset: asked, host } = requireOptions(options)
  const members = requireRequest(parameters, NAMES)
  const charset = chooseCharset(members, entry, asked)
  if (entry === 'rest') return buildRestRequest(members, method, host)
  const query = writeQuery({ ...members, charset }, charset)
  const url = `https://${host}/sys/send.php`
  if (method === 'POST') {
    return { method, url, headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: query }
  }
  const address = `${url}?${query}`
  if (address.length <= LONGEST_ADDRESS) return { method, url: address, headers: {} }
  const message = `makes an address of ${address.length} characters, and ${LONGEST_ADDRESS} is the most; use 'POST'`
  throw new SeptetError('invalid-value', 'options.method', method, message)
}

function requireOptions(options: unknown): Required<Omit<BuildOptions, 'charset'>> & { charset: Charset | undefined } {
  const { entry, method, charset, host } = requireMembers('options', options, ['entry', 'method', 'charset', 'host'])
  const name = requireString('options.host', host ?? 'smsc.ru')
  if (!/^[a-z\d](?:[a-z\d.-]{0,252})(?::\d{1,5})?$/i.test(name)) {
    throw new SeptetError('invalid-value', 'options.host', host, UNKNOWN_HOST)
  }
  return {
    entry: requireOneOf('options.entry', entry ?? 'send.php', ['send.php', 'rest'] as const),
    method: requireOneOf('options.method', method ?? 'POST', ['GET', 'POST'] as const),
    charset: charset === undefined ? undefined : requireOneOf('options.charset', charset, CHARSETS),
    host: name,
  }
}

/** JSON is always UTF-8. */
function chooseCharset(members: Members, entry: 'send.php' | 'rest', asked: Charset | undefined): Charset {
  const written = members.charset ?? ''
  const named =
    written === ''
      ? undefined
      : requireOneOf('request.charset', readText('charset', written, false).trim().toLowerCase() as Charset, CHARSETS)
  const charset = asked ?? named ?? 'utf-8'
  const isContradicted = (named ?? charset) !== charset || (entry === 'rest' && charset !== 'utf-8')
  if (!isContradicted) return charset
  const message = entry === 'rest' ? 'JSON is utf-8' : `the parameters say ${named}`
  throw new SeptetError('conflicting-options', asked ? 'options.charset' : 'request.charset', charset, message)
}

function buildRestRequest(members: Members, method: 'GET' | 'POST', host: string): BuiltRequest {
  if (method === 'GET') {
    throw new SeptetError(
      'conflicting-options',
      'options.method',
      method,
      "the entry 'rest' needs a POST, because it takes a body",
    )
  }
  if (isOctets(members)) {
    throw new SeptetError(
      'unsupported',
      'request.bin',
      members.bin,
      "bin=1 is octets, which JSON cannot carry; use bin=2, or 'send.php'",
    )
  }
  const texts = readTexts(members).filter(([name]) => name !== 'charset')
  for (const [name, text] of texts) encodeText(`request.${name}`, text, 'utf-8')
  const body = JSON.stringify(Object.fromEntries(texts))
  return { method, url: `https://${host}/rest/send/`, headers: { 'Content-Type': 'application/json' }, body }
}

function writeQuery(members: Members, charset: Charset): string {
  const areOctets = isOctets(members)
  const octets = areOctets ? viewOctets('request.mes', members.mes) : undefined
  const texts = readTexts(octets ? { ...members, mes: '' } : members)
  const pairs = texts.map(([name, text]) => {
    if (name === 'mes' && octets) return `mes=${escapeOctets(octets)}`
    const isRaw = areOctets && (name === 'mes' || name === 'list')
    return `${escapeOctets(encodeText('request', name, 'utf-8'))}=${escapeOctets(isRaw ? encodeLatin1(`request.${name}`, text) : encodeText(`request.${name}`, text, charset))}`
  })
  return pairs.join('&')
}

/** The characters that every query leaves as they are [RFC 3986 2.3]. */
const UNRESERVED = /[A-Za-z0-9._~-]/

function escapeOctets(octets: Uint8Array): string {
  let text = ''
  for (const octet of octets) text += ESCAPED[octet] ?? escapeOctet(octet)
  return text
}

const ESCAPED: string[] = []

function escapeOctet(octet: number): string {
  const character = String.fromCharCode(octet)
  const written = UNRESERVED.test(character) ? character : `%${octet.toString(16).toUpperCase().padStart(2, '0')}`
  ESCAPED[octet] = written
  return written
}
