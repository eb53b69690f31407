import { OctetWriter } from '../octet-writer'
import { BACKSLASH, CLOSE_BRACKET, COMMA, JsonScanner, OPEN_BRACKET, parseString, QUOTE } from './json-scanner'

/** The octets of a row's numbers, few or many. */
const PHONES = 1 << 8

/** Whether a value is a string, a whole number without a sign, null, or an array of these. */
export function isPhoneValue(block: Buffer, begin: number, end: number): boolean {
  if (block[begin] !== OPEN_BRACKET) return isPhone(block, begin, end)
  return everyElement(block, begin, end, (at, after) => isPhone(block, at, after))
}

/**
 * Checks the first octet: of a string, a number or null. In a number, a minus or a point is not decoration, as it is in
 * a string.
 */
function isPhone(block: Buffer, begin: number, end: number): boolean {
  const first = block[begin]!
  if (first === QUOTE || first === 0x6e) return true
  return first >= 0x30 && first <= 0x39 && Number.isInteger(Number(block.toString('latin1', begin, end)))
}

/** Reads the numbers of a value as one field, separated by commas. */
export function readJsonPhones(block: Buffer, begin: number, end: number): string {
  if (block[begin] !== OPEN_BRACKET) return readPhone(block, begin, end)
  const writer = new OctetWriter(new Uint8Array(PHONES))
  everyElement(block, begin, end, (at, after) => {
    writer.text(readPhone(block, at, after))
    writer.ascii(',')
    return true
  })
  return writer.octets.toString('utf8', 0, writer.end)
}

/**
 * A number with many digits would be rounded, so its digits are copied. A number in another notation is read by
 * JavaScript.
 */
function readPhone(block: Buffer, begin: number, end: number): string {
  if (block[begin] === QUOTE) return parseString(block, begin, end, hasBackslash(block, begin, end))
  const written = block.toString('latin1', begin, end)
  return written === 'null' ? '' : /^\d+$/.test(written) ? written : String(Number(written))
}

/** Whether a string has a backslash. It is a loop, because Buffer's own search takes longer for such short strings. */
function hasBackslash(block: Buffer, begin: number, end: number): boolean {
  for (let at = begin; at < end; at++) if (block[at] === BACKSLASH) return true
  return false
}

/** Whether all elements of an array are such values. */
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
