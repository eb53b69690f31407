import { decodeHeader } from 'septet'
import { encodeLatin1 } from './octets'

/** Octets as given, split from what follows them. */
export interface SplitOctets {
  /** The header and the data. */
  readonly octets: string
  /** The octets, with the suffix that sets pid and dcs, if there is one. */
  readonly message: string
  readonly comment: string | undefined
}

/** The separator after digits. Digits contain none. */
const BESIDE_DIGITS = /\r?\n~~~\r?\n/g
/** The separator after octets. A CR before it is an octet, unless there is a CR inside it too. */
const BESIDE_OCTETS = /\r\n~~~\r\n|\n~~~\r?\n/g
/** Characters that a comment does not have: control characters except tab, LF and CR. */
const CONTROL = /[^\t\n\r -~\xa0-\uffff]/
const SUFFIX = /^[ \t]*(?:pid|dcs)[ \t]*:/i

/**
 * Splits off a comment after octets, which is not sent and not counted. The same separator begins the suffix with pid
 * and dcs, and a comment may follow that. Raw octets (`bin=1`) may contain a separator by chance. So a separator is
 * ignored inside a header that can be read, and before octets that are not text.
 */
export function splitOctets(mes: string, bin: 1 | 2): SplitOctets {
  const found = findSeparator(mes, bin)
  if (!found) return { octets: mes, message: mes, comment: undefined }
  const octets = mes.slice(0, found.index)
  const end = found.index + found[0].length
  const rest = mes.slice(end)
  if (!SUFFIX.test(rest)) return { octets, message: octets, comment: rest }
  const next = /\r?\n~~~\r?\n/.exec(rest)
  if (!next) return { octets, message: mes, comment: undefined }
  return { octets, message: mes.slice(0, end + next.index), comment: rest.slice(next.index + next[0].length) }
}

function findSeparator(mes: string, bin: 1 | 2): RegExpExecArray | undefined {
  const isText = bin === 2 ? -1 : findLastControl(mes)
  const header = bin === 2 ? 0 : findHeaderEnd(mes)
  for (const found of mes.matchAll(bin === 2 ? BESIDE_DIGITS : BESIDE_OCTETS)) {
    if (found.index >= header && found.index + found[0].length > isText) return found
  }
  return undefined
}

/** Finds the end of the header, whose length octet comes first. If the header cannot be read, it is the end of that octet. */
function findHeaderEnd(mes: string): number {
  const end = 1 + mes.charCodeAt(0)
  try {
    decodeHeader(encodeLatin1('mes', mes.slice(0, end)))
    return end
  } catch {
    return 1
  }
}

function findLastControl(mes: string): number {
  let at = mes.length - 1
  while (at >= 0 && !CONTROL.test(mes[at]!)) at--
  return at
}
