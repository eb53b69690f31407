import { decodeHeader } from 'septet'
import { latin1Octets } from './octets'

/** Octets as they are written, and what follows them. */
export interface SplitOctets {
  /** The octets alone: their header and data. */
  readonly octets: string
  /** The octets with a suffix that sets pid and dcs, where there is one. */
  readonly message: string
  readonly comment: string | undefined
}

/** Digits have a separator nowhere else. */
const BESIDE_DIGITS = /\r?\n~~~\r?\n/g
/** A CR before a separator is an octet, unless the separator has CR LF inside too. */
const BESIDE_OCTETS = /\r\n~~~\r\n|\n~~~\r?\n/g
/** What no comment has: control characters except tab, LF and CR. */
const CONTROL = /[^\t\n\r -~\xa0-\uffff]/
const SUFFIX = /^[ \t]*(?:pid|dcs)[ \t]*:/i

/**
 * A comment after octets, as after any text: not sent, and not counted. The same separator begins the suffix with pid and
 * dcs, which a comment may follow. Octets as they are (`bin=1`) may hold a separator by chance: one in a header that can be read
 * is none, nor is one that octets follow which are no text.
 */
export function splitOctets(mes: string, bin: 1 | 2): SplitOctets {
  const found = separatorIn(mes, bin)
  if (!found) return { octets: mes, message: mes, comment: undefined }
  const octets = mes.slice(0, found.index)
  const end = found.index + found[0].length
  const rest = mes.slice(end)
  if (!SUFFIX.test(rest)) return { octets, message: octets, comment: rest }
  const next = /\r?\n~~~\r?\n/.exec(rest)
  if (!next) return { octets, message: mes, comment: undefined }
  return { octets, message: mes.slice(0, end + next.index), comment: rest.slice(next.index + next[0].length) }
}

function separatorIn(mes: string, bin: 1 | 2): RegExpExecArray | undefined {
  const isText = bin === 2 ? -1 : lastControl(mes)
  const header = bin === 2 ? 0 : endOfHeader(mes)
  for (const found of mes.matchAll(bin === 2 ? BESIDE_DIGITS : BESIDE_OCTETS)) {
    if (found.index >= header && found.index + found[0].length > isText) return found
  }
  return undefined
}

/** Where the header ends, its length octet first; after that octet, if there is no such header. */
function endOfHeader(mes: string): number {
  const end = 1 + mes.charCodeAt(0)
  try {
    decodeHeader(latin1Octets('mes', mes.slice(0, end)))
    return end
  } catch {
    return 1
  }
}

function lastControl(mes: string): number {
  let at = mes.length - 1
  while (at >= 0 && !CONTROL.test(mes[at]!)) at--
  return at
}
