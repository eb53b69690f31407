import type { Amount } from '../../pricing/amount'
import { pluralize } from '../../words'
import type { Content } from '../content'
import { Notices } from '../notices'

/** The byte order mark of a file. The author of the text did not write it. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** What a text is counted as. */
type CountContent = (text: string, notices: Notices) => Content

/**
 * A byte order mark at the start of a text is sent, and makes the text UCS-2. Whether the service removes it is not
 * public.
 */
export function countWithByteOrderMark(text: string, argument: string, notices: Notices, count: CountContent): Content {
  const content = count(text, notices)
  if (!text.startsWith(BYTE_ORDER_MARK)) return content
  notices.warn('byte-order-mark', { argument, value: BYTE_ORDER_MARK, offset: 0 }, () => {
    const bare = count(text.slice(BYTE_ORDER_MARK.length), new Notices())
    return `begins the text and is sent: ${formatParts(content.parts)} with it, and ${formatParts(bare.parts)} without`
  })
  return content
}

function formatParts(parts: Amount): string {
  return typeof parts === 'number' ? pluralize(parts, 'part') : `${parts.min} to ${parts.max} parts`
}
