// TS 23.038 6.2.3: 16-bit units come high octet first, and without a byte order mark. Some programs send UTF-16 as
// their platform writes it, with a mark, and some of these send the low octet first. The mark says which (RFC 2781
// 3.2).

import { decodeUnits } from '../octets'
import type { Received } from './receive'

const MARK = 0xfeff
/** The mark with its low octet first. No character has this code point. */
const SWAPPED_MARK = 0xfffe

/**
 * Removes the byte order mark from each segment that begins with one. Where the mark says low octet first, it swaps the
 * octets of each unit, in that segment and those after it, up to the next mark. It calls `found` for each mark. The
 * segments must be in order.
 */
export function orderOctets(
  segments: readonly Received[],
  found: (segment: Received, reason: string) => void,
): Received[] {
  let isSwapped = false
  return segments.map((segment) => {
    const { encoding, content } = segment
    if (encoding !== 'UCS-2' || typeof content !== 'string') return segment
    const unit = content.charCodeAt(0)
    const hasMark = unit === MARK || unit === SWAPPED_MARK
    if (hasMark) {
      isSwapped = unit === SWAPPED_MARK
      found(segment, `is a byte order mark: ${isSwapped ? 'low' : 'high'} octet first`)
    }
    if (!hasMark && !isSwapped) return segment
    const text = hasMark ? content.slice(1) : content
    return { ...segment, content: isSwapped ? swapOctets(text, segment) : text }
  })
}

/** Swaps the octets of each unit. Half a unit at the end is U+FFFD already, and stays. */
function swapOctets(text: string, { start, end }: Received): string {
  const units = Uint16Array.from({ length: text.length }, (_, place) => text.charCodeAt(place))
  const whole = (end - start) % 2 === 0 ? units : units.subarray(0, -1)
  for (const [place, unit] of whole.entries()) whole[place] = (unit >> 8) | (unit << 8)
  return decodeUnits(units)
}
