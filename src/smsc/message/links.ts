import { LinkifyIt } from 'linkify-it'
import { type Amount, type Range, toAmount, toRange } from '../../pricing/amount'
import type { Notices } from '../notices'
import type { PreviewPlan } from '../options'

/**
 * Lengths of the short links of other gateways (ClickSend 13 and 14, Gupshup 28). The length of this service's links is
 * not public.
 */
const USUAL_LENGTH: Range = { min: 13, max: 28 }

interface Link {
  readonly start: number
  readonly end: number
}

/** A text with shortened links: the range of their length, and the text for any length in it. */
export interface Shortened {
  readonly length: Amount
  /** The text with `x` for each character of a short link. */
  textFor(length: number): string
}

let finder: LinkifyIt | undefined

/** Shortens the links of a text; returns undefined if it has none. */
export function shortenLinks(
  text: string,
  argument: string,
  plan: PreviewPlan,
  notices: Notices,
): Shortened | undefined {
  const links = findLinks(text, argument, plan, notices)
  const [first] = links
  if (first === undefined) return
  if (plan.shortLink === undefined) {
    const place = { argument, value: text.slice(first.start, first.end), offset: first.start }
    const { min, max } = USUAL_LENGTH
    notices.warn(
      'short-link',
      place,
      () => `becomes a short link, taken to have ${min} to ${max} characters; see options.shortLink`,
    )
  }
  return {
    length: toAmount(toRange(plan.shortLink ?? USUAL_LENGTH)),
    textFor: (length) => replaceLinks(text, links, length),
  }
}

function findLinks(text: string, argument: string, { bareLinks }: PreviewPlan, notices: Notices): Link[] {
  finder ??= new LinkifyIt({ fuzzyLink: true, fuzzyEmail: false })
  const links: Link[] = []
  for (const { schema, index, lastIndex, raw } of finder.match(text) ?? []) {
    const isBare = schema === ''
    if (isBare) {
      const place = { argument, value: raw, offset: index }
      notices.warn(
        'bare-link',
        place,
        () => `has no http:// before it, and is ${bareLinks ? '' : 'not '}taken for a link to shorten`,
      )
    }
    if (isBare ? bareLinks : /^https?:$/i.test(schema)) links.push({ start: index, end: lastIndex })
  }
  return links
}

function replaceLinks(text: string, links: readonly Link[], length: number): string {
  const short = 'x'.repeat(length)
  let result = ''
  let from = 0
  for (const { start, end } of links) {
    result += text.slice(from, start) + short
    from = end
  }
  return result + text.slice(from)
}
