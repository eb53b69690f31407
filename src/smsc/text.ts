import { count, type Segmentation, segment, type TextOptions } from 'septet'
import { amountOf, rangeOf } from './amount'
import type { Content, Wishes } from './content'
import { shorten } from './links'
import { Notices } from './notices'
import type { Plan } from './options'
import type { Place } from './request-error'

/** The API's values of `translit`. */
const SCHEMES = { 1: 'translit', 2: 'volapuk' } as const

/**
 * How far the length of a transliterated text may be from ours: the service's table is not public, and those that are
 * make Russian 3 to 10 % longer, ours 6.5.
 */
const SHORTER = 1.03 / 1.065
const LONGER = 1.1 / 1.065

/** Counts a text: links shortened, transliterated, its encoding found, cut by `maxsms`. */
export function countText(text: string, argument: string, wishes: Wishes, plan: Plan, notices: Notices): Content {
  warnOfEncoding(text, argument, notices)
  const shortened = wishes.tinyurl ? shorten(text, argument, plan, notices) : undefined
  if (!shortened) return countSent(text, argument, wishes, plan, notices)
  const { min, max } = rangeOf(shortened.length)
  const longest = countSent(shortened.textFor(max), argument, wishes, plan, notices)
  if (min === max) return longest
  const shortest = countSent(shortened.textFor(min), argument, wishes, plan, new Notices())
  return { ...longest, parts: amountOf({ min: rangeOf(shortest.parts).min, max: rangeOf(longest.parts).max }) }
}

function countSent(text: string, argument: string, wishes: Wishes, plan: Plan, notices: Notices): Content {
  const options = textOptions(wishes, plan)
  const sent = segment(text, options)
  const place = { argument, value: text }
  warnOfAlphabet(sent, wishes, place, notices)
  warnOfLineEnds(text, sent, options, place, notices)
  warnOfTypography(text, sent, wishes, plan, place, notices)
  const isOurTable = wishes.translit !== 0 && plan.transliterate.table === undefined
  if (isOurTable && sent.text !== text) warnOfTable(sent, wishes, plan, place, notices)
  const { encoding } = sent
  const cut = inExtensionSeptets(sent, text, wishes, plan, place, notices)
  const { segments, dropped } = cut
  if (dropped > 0) notices.warn('cut', place, () => `maxsms cuts off the last ${dropped} characters`)
  return { parts: segments, encoding, text: cut.text, ...(dropped > 0 ? { dropped } : {}) }
}

/** Transliteration and look-alikes come before the encoding is found; the cut comes after. */
function textOptions({ translit, maxsms }: Wishes, { text, smartEncoding, transliterate }: Plan): TextOptions {
  return {
    ...text,
    ...(translit === 0 ? {} : { transliterate: { scheme: SCHEMES[translit], ...transliterate } }),
    ...(smartEncoding ? { smartEncoding: 'always' as const } : {}),
    ...(maxsms === 0 ? {} : { maxSegments: maxsms }),
  }
}

interface Cut {
  readonly segments: number
  readonly text: string
  readonly dropped: number
}

/** The cut where an extension character is as many septets as the plan says; a warning where the other number matters. */
function inExtensionSeptets(
  sent: Segmentation,
  text: string,
  wishes: Wishes,
  plan: Plan,
  place: Place,
  notices: Notices,
): Cut {
  if (sent.encoding !== 'GSM-7') return sent
  const whole = wishes.maxsms === 0 ? sent : segment(text, textOptions({ ...wishes, maxsms: 0 }, plan))
  const { length } = whole.text
  if (whole.units === length) return sent
  const even = segment('a'.repeat(length), textOptions({ ...wishes, translit: 0 }, plan))
  const kept = even.text.length
  const asOne: Cut = { segments: even.segments, text: whole.text.slice(0, kept), dropped: length - kept }
  if (asOne.segments !== sent.segments || asOne.dropped !== sent.dropped) {
    notices.warn('extension-characters', place, () => {
      return `characters such as € and [ take two septets: ${sent.segments} parts, and ${asOne.segments} if the service counts one; see options.extensionSeptets`
    })
  }
  return plan.extensionSeptets === 1 ? asOne : sent
}

/** A public client encodes a text twice where translit=1: the percent signs are sent. */
function warnOfEncoding(text: string, argument: string, notices: Notices): void {
  const found = /(?:%[\da-f]{2}){2,}/i.exec(text)
  if (!found) return
  const place = { argument, value: found[0], offset: found.index }
  notices.warn('double-encoding', place, () => 'looks percent-encoded, and is sent as it stands')
}

/** Some routes drop letters such as è, or send the whole text as UCS-2. */
function warnOfAlphabet(
  { encoding, segments, text }: Segmentation,
  { maxsms }: Wishes,
  place: Place,
  notices: Notices,
): void {
  const letter = encoding === 'GSM-7' ? /(?![\0-\x7f])\p{L}/u.exec(text) : null
  if (!letter) return
  const options = { encoding: 'UCS-2' as const, ...(maxsms === 0 ? {} : { maxSegments: maxsms }) }
  notices.warn('gsm7-letters', { ...place, value: letter[0] }, () => {
    return `${letter[0]} is in GSM-7, and lost on some routes; others send the text as UCS-2, in ${count(text, options).segments} parts instead of ${segments}`
  })
}

function warnOfLineEnds(
  text: string,
  { segments }: Segmentation,
  options: TextOptions,
  place: Place,
  notices: Notices,
): void {
  if (options.newline !== undefined || !text.includes('\r\n')) return
  const fewer = count(text, { ...options, newline: 'lf' }).segments
  if (fewer === segments) return
  const offset = text.indexOf('\r\n')
  notices.warn('cr-lf', { ...place, value: '\r\n', offset }, () => {
    return `CR LF counts two: ${segments} parts, and ${fewer} with LF alone; see options.newline`
  })
}

/** Whether the service replaces « » — № and their like when it transliterates is not public. */
function warnOfTypography(
  text: string,
  { segments, dropped }: Segmentation,
  wishes: Wishes,
  plan: Plan,
  place: Place,
  notices: Notices,
): void {
  const isLeast = segments === 1 && dropped === 0 && !plan.smartEncoding
  if (wishes.translit === 0 || isLeast) return
  const other = segment(text, textOptions(wishes, { ...plan, smartEncoding: !plan.smartEncoding }))
  if (other.segments === segments && other.dropped === dropped) return
  notices.warn('typography', place, () => {
    const [done, left] = plan.smartEncoding ? ['replaced', 'left'] : ['left', 'replaced']
    return `with typographic characters ${done} ${segments} parts, with them ${left} ${other.segments}; see options.smartEncoding`
  })
}

/** Whether another table could come to another number of parts. */
function warnOfTable(
  { encoding, segments, units }: Segmentation,
  wishes: Wishes,
  plan: Plan,
  place: Place,
  notices: Notices,
): void {
  const options = { ...textOptions({ ...wishes, translit: 0 }, plan), encoding }
  const [least, most] = [SHORTER, LONGER].map(
    (factor) => count('a'.repeat(Math.round(units * factor)), options).segments,
  )
  if (least === segments && most === segments) return
  notices.warn('transliteration-table', place, () => {
    return `${segments} parts by our table; the service's own is not public, and may make it ${least === segments ? most : least}`
  })
}
