import { encodeBinary, encodeWapPush, parseBinary, parsePush, SeptetError, type ShortMessage } from 'septet'
import { formatCodePoint, pluralize } from '../../words'
import type { Content, Wishes } from '../content'
import type { Notices } from '../notices'
import type { PreviewPlan } from '../options'
import type { RequestPlace } from '../request-error'

/**
 * Counts `bin`: 1 is octets, 2 is hexadecimal digits. A header begins with its length; pid and dcs follow after LF ~~~
 * LF.
 */
export function countBinary(
  mes: string,
  bin: 1 | 2,
  argument: string,
  wishes: Wishes,
  plan: PreviewPlan,
  notices: Notices,
): Content {
  return countMessage({ argument, value: mes }, wishes, plan, notices, () => {
    const message = bin === 1 ? parseBinary(encodeLatin1('mes', mes), 'raw') : parseBinary(mes, 'hex')
    return (referenceBits) => encodeBinary(message, { referenceBits })
  })
}

/**
 * Counts `push`: a link, LF, its title. The service's own samples have the compact form: 25 octets besides link and
 * title.
 */
export function countPush(
  text: string,
  argument: string,
  wishes: Wishes,
  plan: PreviewPlan,
  notices: Notices,
): Content {
  const place = { argument, value: text }
  return countMessage(place, wishes, plan, notices, () => {
    const push = parsePush(text)
    const { referenceBits = 8 } = plan.text
    const countParts = (href: string) => encodeWapPush({ ...push, href }, { compact: true, referenceBits }).length
    warnOfForm(push.href, countParts, place, notices)
    return (referenceBits) => encodeWapPush(push, { compact: true, referenceBits })
  })
}

/** The service's samples have no tokens for `http://www.` and `https://www.`, which would save four octets. */
function warnOfForm(href: string, countParts: (href: string) => number, place: RequestPlace, notices: Notices): void {
  const shorter = href.replace(/^(https?:\/\/)www\./, '$1')
  if (shorter === href) return
  const [parts, fewer] = [countParts(href), countParts(shorter)]
  if (fewer === parts) return
  notices.warn(
    'push-form',
    place,
    () => `${pluralize(parts, 'part')}, and ${fewer} where www. has a token with its scheme`,
  )
}

/**
 * Counts a message of octets. What the library refuses is the service's error 1. Octets cannot be cut: a part of them is not
 * a message.
 */
function countMessage(
  place: RequestPlace,
  { maxsms }: Wishes,
  { text: { referenceBits = 8 } }: PreviewPlan,
  notices: Notices,
  read: () => (referenceBits: 8 | 16) => ShortMessage[],
): Content {
  try {
    const encode = read()
    const parts = encode(referenceBits).length
    const otherBits = referenceBits === 8 ? 16 : 8
    const others = parts === 1 ? 1 : encode(otherBits).length
    // For texts the API page says 153 and 67, which only references of 8 bits leave. For octets it says nothing.
    if (others !== parts) {
      notices.warn('reference-bits', place, () => {
        return `${pluralize(parts, 'part')}, and ${others} with references of ${otherBits} bits; see options.referenceBits`
      })
    }
    if (maxsms > 0 && parts > maxsms) {
      notices.warn(
        'cannot-cut',
        place,
        () => `octets cannot be cut to ${pluralize(maxsms, 'part')}; ${parts} are counted`,
      )
    }
    return { parts, encoding: '8-bit' }
  } catch (error) {
    if (!(error instanceof SeptetError)) throw error
    const { code, offset, reason } = error
    // The message has values and offsets. The code is the same for equal faults.
    notices.fail(1, code, { ...place, ...(offset === undefined ? {} : { offset }) }, reason, 'octets')
    return { parts: 0, encoding: '8-bit' }
  }
}

/** Returns one octet for each character. @throws {SeptetError} 'invalid-value': a character beyond U+00FF */
export function encodeLatin1(argument: string, mes: string): Uint8Array {
  const offset = mes.search(/[^\0-\xff]/)
  if (offset < 0) return Uint8Array.from(mes, (character) => character.charCodeAt(0))
  const message = `bin=1 is octets, and ${formatCodePoint(mes.codePointAt(offset)!)} is not an octet`
  throw new SeptetError('invalid-value', argument, mes, message, offset)
}
