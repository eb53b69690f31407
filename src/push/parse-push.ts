// The form in which SMS gateways take a push.
import { requireString } from '../arguments'
import { SeptetError } from '../errors'

/**
 * Reads the form in which SMS gateways take a push: the link, a line feed or CR LF, the title. If the title is empty,
 * the link is used.
 *
 * @param text the link, a line end and the title
 * @returns a Service Indication for `encodeWapPush`
 * @throws {SeptetError} 'invalid-type'; 'malformed': no line feed, or no link before it
 * @example
 * parsePush('http://wap.ru/\nwap.ru') // { type: 'si', href: 'http://wap.ru/', text: 'wap.ru' }
 */
export function parsePush(text: string): { type: 'si'; href: string; text: string } {
  const end = requireString('text', text).indexOf('\n')
  if (end < 0) throw new SeptetError('malformed', 'text', text, 'has no line feed between link and title', text.length)
  const href = text.slice(0, text.endsWith('\r', end) ? end - 1 : end)
  if (href === '') throw new SeptetError('malformed', 'text', text, 'begins with no link', 0)
  return { type: 'si', href, text: text.slice(end + 1) || href }
}
