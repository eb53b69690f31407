import { OctetWriter } from '../octet-writer'
import { BACKSLASH, CLOSE_BRACKET, COMMA, JsonScanner, OPEN_BRACKET, parseString, QUOTE } from './json-scanner'

/** Octets of the numbers of a row, which are few or many. */
const PHONES = 1 << 8

/** Whether a value is a string, a whole number without a sign, null, or an array of such. */
export function isPhoneValue(block: Buffer, begin: number, end: number): boolean {
  if (block[begin] !== OPEN_BRACKET) return isPhone(block, begin, end)
  return everyElement(block, begin, end, (at, after) => isPhone(block, at, after))
}

/** By its first octet: of a string, a number or null. A minus and a point in a number are no decoration, as in a string. */
function isPhone(block: Buffer, begin: number, end: number): boolean {
  const first = block[begin]!
  if (first === QUOTE || first === 0x6e) return true
  return first >= 0x30 && first <= 0x39 && Number.isInteger(Number(block.toString('latin1', begin, end)))
}

/** The numbers of a value as one field, with commas between them. */
export function readPhones(block: Buffer, begin: number, end: number): string {
  if (block[begin] !== OPEN_BRACKET) return readPhone(block, begin, end)
  const writer = new OctetWriter(new Uint8Array(PHONES))
  everyElement(block, begin, end, (at, after) => {
    writer.text(readPhone(block, at, after))
    writer.ascii(',')
    return true
  })
  return writer.octets.toString('utf8', 0, writer.end)
}

/** A number of many digits would be rounded; one that is written in another way is what JavaScript makes of it. */
function readPhone(block: Buffer, begin: number, end: number): string {
  if (block[begin] === QUOTE) return parseString(block, begin, end, hasBackslash(block, begin, end))
  const written = block.toString('latin1', begin, end)
  return written === 'null' ? '' : /^\d+$/.test(written) ? written : String(Number(written))
}

/** A loop: the numbers are shorter than a call of Buffer's takes. */
function hasBackslash(block: Buffer, begin: number, end: number): boolean {
  for (let at = begin; at < end; at++) if (block[at] === BACKSLASH) return true
  return false
}

/** Whether all elements of an array are so. */
function everyElement(
  block: Buffer,
  begin: number,
  end: number,
  isSo: (begin: number, end: number) => boolean,
): boolean {
  const scanner = new JsonScanner(block, begin + 1, end)
  if (scanner.take(CLOSE_BRACKET)) return true
  do {
    scanner.skipBlanks()
    const at = scanner.at
    scanner.skipValue()
    if (!isSo(at, scanner.at)) return false
  } while (scanner.take(COMMA))
  return true
}
