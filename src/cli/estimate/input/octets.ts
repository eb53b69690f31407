import { CHARSETS } from '../../../charsets'
import { Failure } from '../../failure'
import { detectForeignFile } from './foreign-file'
import { beginsWithArray, splitArray } from './json-array'
import { peek } from './peek'

const UTF16 = ['utf-16le', 'utf-16be'] as const

/** How many octets are looked at to find a file's charset and line ends. */
const FIRST = 1 << 16

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/** Chooses the charset of the octets that `readFileOctets` returns for a file in charset `asked`. */
export function chooseCharset(asked: string): string {
  return isRead(asked) ? asked : 'utf-8'
}

/** The octets of a file, whose lines end in line feeds. */
export interface LineOctets {
  octets: AsyncIterable<Uint8Array>
  /** Whether the line feeds replace carriage returns: see `restoreReturns`. */
  hadReturns: boolean
}

/**
 * Reads the octets of a file, in a charset with one octet for a line feed. A lone surrogate becomes U+FFFD, which has the
 * same length. If the start of the file has CR but no LF, its lines end in CR, and each CR becomes LF.
 *
 * @throws {Failure} a file that is not text; UTF-16 without --charset, because nearly all of it would be well-formed
 * UTF-8 too
 */
export async function readFileOctets(
  name: string,
  stream: AsyncIterable<Uint8Array>,
  charset: string,
  mayBeArray: boolean,
): Promise<LineOctets> {
  const { first, whole, close } = await peek(stream, FIRST)
  const foreign = detectForeignFile(first) ?? detectOther(first, charset)
  if (foreign !== undefined) {
    await close()
    throw new Failure(`${name}: ${foreign}`)
  }
  const decodedText = await peek(isRead(charset) ? whole : decodeChunks(whole, charset), FIRST)
  const isArray = mayBeArray && beginsWithArray(decodedText.first)
  const text = isArray ? await peek(splitArray(name, decodedText.whole), FIRST) : decodedText
  const hadReturns = endsInReturns(text.first, text.isAll)
  return { octets: hadReturns ? replaceReturns(text.whole) : text.whole, hadReturns }
}

/** Describes a file in UTF-16 of another form than the one asked for. */
function detectOther(first: Buffer, charset: string): string | undefined {
  const found = detectUtf16(first, charset)
  return found === undefined || found === charset ? undefined : `is ${found}; see --charset ${found}`
}

/**
 * Whether octets are read without decoding. In other charsets a line feed may have two octets, or its octet may be part
 * of another character: these are made UTF-8 first.
 */
function isRead(charset: string): boolean {
  return (CHARSETS as readonly string[]).includes(charset)
}

function isUtf16(charset: string): boolean {
  return (UTF16 as readonly string[]).includes(charset)
}

/**
 * Finds UTF-16 by a file's first octets: its byte order mark (in an old charset these are letters), or the places of
 * its NULs.
 */
export function detectUtf16(first: Buffer, charset: string): string | undefined {
  if (charset === 'utf-8' || isUtf16(charset)) {
    if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le'
    if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be'
  }
  return UTF16.find((_, parity) => hasHighNuls(first, 1 - parity))
}

/**
 * Whether NULs are at octets of one parity only, and at least one in sixteen characters has one. Spaces and digits have
 * one in any script. A line feed, if there is one, must be two octets.
 */
function hasHighNuls(first: Buffer, parity: number): boolean {
  let nuls = 0
  let hasFeed = false
  // Not octet by octet: nearly all files have no NUL.
  for (let at = first.indexOf(0); at >= 0; at = first.indexOf(0, at + 1)) {
    if (at % 2 !== parity) return false
    nuls++
    hasFeed ||= first[at + 1 - 2 * parity] === LINE_FEED
  }
  return nuls > 0 && nuls >= first.length / 32 && (hasFeed || !first.includes(LINE_FEED))
}

/** Decodes chunks to UTF-8. The byte order mark is kept: the reader recognises it. */
async function* decodeChunks(chunks: AsyncIterable<Uint8Array>, charset: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(charset, { ignoreBOM: true })
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}

function endsInReturns(first: Buffer, isAll: boolean): boolean {
  const end = first.indexOf(CARRIAGE_RETURN)
  return end >= 0 && !first.includes(LINE_FEED) && (isAll || end < first.length - 1)
}

/** Replaces carriage returns with line feeds. CR LF is not changed. */
async function* replaceReturns(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const octets = Buffer.concat([held, chunk])
    const end = octets.at(-1) === CARRIAGE_RETURN ? octets.length - 1 : octets.length
    for (let at = octets.indexOf(CARRIAGE_RETURN); at >= 0 && at < end; at = octets.indexOf(CARRIAGE_RETURN, at + 1)) {
      if (octets[at + 1] !== LINE_FEED) octets[at] = LINE_FEED
    }
    yield octets.subarray(0, end)
    held = octets.subarray(end)
  }
  if (held.length > 0) yield Buffer.of(LINE_FEED)
}

/** Changes line feeds back to returns, in whole rows. CR LF is not changed, as in `replaceReturns`. */
export function restoreReturns(rows: Uint8Array): void {
  // It starts at the end, so that the octet before a line feed is not yet changed.
  for (let at = rows.length - 1; at >= 0; at--) {
    if (rows[at] === LINE_FEED && rows[at - 1] !== CARRIAGE_RETURN) rows[at] = CARRIAGE_RETURN
  }
}
