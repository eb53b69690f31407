import { requireMembers, requireOneOf, requireString } from '../arguments'
import { isHigh, isLow } from '../core/surrogates'

/** What `countRcs` takes. */
export interface RcsOptions {
  /** Whose rules of billing apply: those of carriers in the United States, or of all others. */
  market: 'us' | 'other'
}

/** What a text costs as an RCS message. */
export interface RcsCount {
  /** `'rich'`: billed by segments, in the United States. Elsewhere `'basic'` up to 160 octets, and `'single'` above. */
  type: 'rich' | 'basic' | 'single'
  /** Octets of the text in UTF-8. */
  octets: number
  /** Segments that are billed, at least 1. A `'basic'` or a `'single'` message is 1, and has a price of its own. */
  segments: number
}

/** Octets of a segment, and of a basic message. */
const SEGMENT = 160

/**
 * Counts what a text without media, cards or actions costs as an RCS message. Carriers set the prices.
 *
 * @param text any text; a lone surrogate is sent as U+FFFD, three octets
 * @param options `market` has no default
 * @returns the class that is billed, the octets of the text, and the segments
 * @throws {SeptetError} 'invalid-type', 'invalid-value', 'unknown-option'
 * @see developers.google.com/business-communications/rcs-business-messaging/carriers/billing/us-billing-model: in the United
 * States each 160 octets or part of them is a segment; infobip.com/docs/rcs/billing-types and Vonage's: elsewhere up to 160
 * octets is Basic, above is Single
 * @example
 * countRcs('Привет'.repeat(20), { market: 'us' }) // { type: 'rich', octets: 240, segments: 2 }
 * countRcs('Привет'.repeat(20), { market: 'other' }) // { type: 'single', octets: 240, segments: 1 }
 */
export function countRcs(text: string, options: RcsOptions): RcsCount {
  requireString('text', text)
  const { market } = requireMembers('options', options, ['market'])
  const octets = countUtf8Octets(text)
  if (requireOneOf('options.market', market, ['us', 'other'] as const) === 'us') {
    return { type: 'rich', octets, segments: Math.max(1, Math.ceil(octets / SEGMENT)) }
  }
  return { type: octets <= SEGMENT ? 'basic' : 'single', octets, segments: 1 }
}

/** Octets of a text in UTF-8, a lone surrogate as U+FFFD. */
function countUtf8Octets(text: string): number {
  let octets = text.length
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset)
    if (unit < 0x80) continue
    octets += unit < 0x800 ? 1 : 2
    // Four octets for the two units of a pair.
    if (isHigh(unit) && isLow(text.charCodeAt(offset + 1))) offset++
  }
  return octets
}
