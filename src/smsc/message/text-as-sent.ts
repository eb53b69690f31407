import { type Segmentation, segment, type TextOptions } from 'septet'
import { pluralize } from '../../words'
import type { Wishes } from '../content'
import type { PreviewPlan } from '../options'

/** The API's values of `translit`. */
export const SCHEMES = { 1: 'translit', 2: 'volapuk' } as const

/** A text as it is sent: transliterated, with its encoding, cut by `maxsms`. */
export type TextAsSent = Readonly<
  Pick<Segmentation, 'encoding' | 'units' | 'segments' | 'perSegment' | 'text' | 'dropped'>
>

/** Counts a text as it is sent, with as many septets for an extension character as the plan says. */
export function countAsSent(text: string, wishes: Wishes, plan: PreviewPlan): TextAsSent {
  const sent = segment(text, chooseTextOptions(wishes, plan))
  if (plan.extensionSeptets === 2 || isEven(sent)) return sent
  const whole = wishes.maxsms === 0 ? sent : segment(text, chooseTextOptions({ ...wishes, maxsms: 0 }, plan))
  const { length } = whole.text
  const even = segment('a'.repeat(length), chooseTextOptions({ ...wishes, translit: 0 }, plan))
  const { units, segments, perSegment, dropped } = even
  return { encoding: sent.encoding, units, segments, perSegment, text: whole.text.slice(0, length - dropped), dropped }
}

/** Whether both values of `extensionSeptets` give the same count. */
export function isEven({ encoding, units, text, dropped }: TextAsSent): boolean {
  return encoding !== 'GSM-7' || (dropped === 0 && units === text.length)
}

/** Whether two results are the same for the sender. */
export function isAlike(one: TextAsSent, other: TextAsSent): boolean {
  return one.segments === other.segments && one.dropped === other.dropped
}

/** Writes `2 parts`, or `1 part with 20 characters cut off`. */
export function formatParts({ segments, dropped }: TextAsSent): string {
  const parts = pluralize(segments, 'part')
  return dropped === 0 ? parts : `${parts} with ${pluralize(dropped, 'character')} cut off`
}

/** Returns the options of the library for a text. Their order of work: transliteration and replacements, the encoding, the cut. */
export function chooseTextOptions(
  { translit, maxsms }: Wishes,
  { text, smartEncoding, transliterate }: PreviewPlan,
): TextOptions {
  return {
    ...text,
    ...(translit === 0 ? {} : { transliterate: { scheme: SCHEMES[translit], ...transliterate } }),
    ...(smartEncoding ? { smartEncoding: 'always' as const } : {}),
    ...(maxsms === 0 ? {} : { maxSegments: maxsms }),
  }
}
