import { count, transliterate } from 'septet'
import { toAmount, toRange } from '../../pricing/amount'
import { pluralize } from '../../words'
import type { Content, Wishes } from '../content'
import { Notices } from '../notices'
import type { PreviewPlan } from '../options'
import type { RequestPlace } from '../request-error'
import { shortenLinks } from './links'
import { chooseTextOptions, countAsSent, formatParts, isAlike, isEven, SCHEMES, type TextAsSent } from './text-as-sent'

/**
 * How far the length of a transliterated text may be from ours. The service's table is not public. Public tables
 * make Russian 3 to 10 % longer, ours 6.5.
 */
const SHORTER = 1.03 / 1.065
const LONGER = 1.1 / 1.065

/** A text to be counted, and everything that its warnings need. */
interface TextTask {
  /** The text with shortened links. */
  readonly text: string
  readonly wishes: Wishes
  readonly plan: PreviewPlan
  /** The text as given. */
  readonly place: RequestPlace & { readonly value: string }
  readonly notices: Notices
}

/** Counts a text: shortens links, transliterates, finds the encoding, cuts by `maxsms`. */
export function countText(
  text: string,
  argument: string,
  wishes: Wishes,
  plan: PreviewPlan,
  notices: Notices,
): Content {
  const task: TextTask = { text, wishes, plan, place: { argument, value: text }, notices }
  warnOfEncoding(task)
  const shortened = wishes.tinyurl ? shortenLinks(text, argument, plan, notices) : undefined
  if (!shortened) return countSent(task)
  const { min, max } = toRange(shortened.length)
  const longest = countSent({ ...task, text: shortened.textFor(max) })
  if (min === max) return longest
  const shortest = countSent({ ...task, text: shortened.textFor(min), notices: new Notices() })
  return { ...longest, parts: toAmount({ min: toRange(shortest.parts).min, max: toRange(longest.parts).max }) }
}

/** The text is counted first, because each warning compares the result with that of another choice. */
function countSent(task: TextTask): Content {
  const { text, wishes, plan, place, notices } = task
  const sent = countAsSent(text, wishes, plan)
  warnOfAlphabet(sent, task)
  warnOfLineEnds(sent, task)
  warnOfTypography(sent, task)
  warnOfTable(sent, task)
  warnOfExtension(sent, task)
  const { segments, encoding, dropped } = sent
  if (dropped > 0) notices.warn('cut', place, () => `maxsms cuts off the last ${pluralize(dropped, 'character')}`)
  return { parts: segments, encoding, text: sent.text, ...(dropped > 0 ? { dropped } : {}) }
}

/** A public client encodes a text twice where translit=1, so the percent signs are sent. */
function warnOfEncoding({ text, place, notices }: TextTask): void {
  const found = /(?:%[\da-f]{2}){2,}/i.exec(text)
  if (!found) return
  notices.warn('double-encoding', { ...place, value: found[0], offset: found.index }, () => {
    return 'looks percent-encoded, and is sent as it is'
  })
}

/** Some routes drop letters such as è, or send the whole text as UCS-2. */
function warnOfAlphabet(
  { encoding, segments, text }: TextAsSent,
  { wishes: { maxsms }, plan, place, notices }: TextTask,
): void {
  const letter = encoding === 'GSM-7' ? /(?![\0-\x7f])\p{L}/u.exec(text) : null
  if (!letter) return
  notices.warn('gsm7-letters', { ...place, value: letter[0] }, () => {
    const options = { ...plan.text, encoding: 'UCS-2' as const, ...(maxsms === 0 ? {} : { maxSegments: maxsms }) }
    const others = count(text, options).segments
    const cost = others === segments ? '' : `, in ${pluralize(others, 'part')} instead of ${segments}`
    return `${letter[0]} is in GSM-7, and lost on some routes; others send the text as UCS-2${cost}`
  })
}

function warnOfLineEnds(sent: TextAsSent, { text, wishes, plan, place, notices }: TextTask): void {
  if (plan.text.newline !== undefined || !text.includes('\r\n')) return
  const fewer = countAsSent(text, wishes, { ...plan, text: { ...plan.text, newline: 'lf' } })
  if (isAlike(fewer, sent)) return
  notices.warn('cr-lf', { ...place, value: '\r\n', offset: place.value.indexOf('\r\n') }, () => {
    return `CR LF counts two: ${formatParts(sent)}, and ${formatParts(fewer)} with LF alone; see options.newline`
  })
}

/** It is not public whether the service replaces « » — № and similar ones when it transliterates. */
function warnOfTypography(sent: TextAsSent, { text, wishes, plan, place, notices }: TextTask): void {
  const isLeast = sent.segments === 1 && sent.dropped === 0 && !plan.smartEncoding
  if (wishes.translit === 0 || isLeast) return
  const other = countAsSent(text, wishes, { ...plan, smartEncoding: !plan.smartEncoding })
  if (isAlike(sent, other)) return
  notices.warn('typography', place, () => {
    const [done, left] = plan.smartEncoding ? ['replaced', 'left'] : ['left', 'replaced']
    return `with typographic characters ${done} ${formatParts(sent)}, with them ${left} ${formatParts(other)}; see options.smartEncoding`
  })
}

/** Warns if another table than ours could give another number of parts. */
function warnOfTable(
  { encoding, segments, units, perSegment }: TextAsSent,
  { text, wishes, plan, place, notices }: TextTask,
): void {
  const { translit } = wishes
  if (translit === 0 || plan.transliterate.table !== undefined) return
  if (segments === 1 && Math.round(units * LONGER) <= perSegment) return
  const options = { ...chooseTextOptions({ ...wishes, translit: 0 }, plan), encoding }
  const [least, most] = [SHORTER, LONGER].map(
    (factor) => count('a'.repeat(Math.round(units * factor)), options).segments,
  )
  if (least === segments && most === segments) return
  if (transliterate(text, SCHEMES[translit]) === text) return
  notices.warn('transliteration-table', place, () => {
    return `${pluralize(segments, 'part')} by our table; the service's own is not public, and may make it ${least === segments ? most : least}`
  })
}

/** Warns if the other value of `extensionSeptets` gives another result. */
function warnOfExtension(sent: TextAsSent, { text, wishes, plan, place, notices }: TextTask): void {
  const { extensionSeptets } = plan
  if (extensionSeptets === 2 && isEven(sent)) return
  const other = countAsSent(text, wishes, { ...plan, extensionSeptets: extensionSeptets === 2 ? 1 : 2 })
  if (isAlike(sent, other)) return
  notices.warn('extension-characters', place, () => {
    const [take, counts] = extensionSeptets === 2 ? ['two septets', 'one'] : ['one septet', 'two']
    return `characters such as € and [ take ${take}: ${formatParts(sent)}, and ${formatParts(other)} if the service counts ${counts}; see options.extensionSeptets`
  })
}
