import { type ForeignCharacter, type Inspection, inspect, type Segmentation, segment, type TextOptions } from 'septet'
import { formatCodePoint, plural } from '../../words'
import { createProfileOption, type ProfileFlags, readProfile, warningsOf, withProfile } from '../profile'
import { segmentBox } from '../screen/box'
import { visible } from '../screen/visible'
import { summary } from '../screen/words'
import { createTextCommand } from './text-command'

export const defineSegment = createTextCommand<ProfileFlags>({
  examples: [
    ['septet segment "Привет, мир"', 'segments, and why UCS-2'],
    ['septet segment --reference-bits 16 < letter.txt', 'with a 16-bit reference'],
    ['septet segment --json "Hello" | jq .parts', 'offsets of each'],
  ],
  flags: [createProfileOption()],
  octets: false,
  block: true,
  compute(text, options, flags) {
    const named = readProfile(flags)
    const segmentation = segment(text, withProfile(options, named))
    return named ? { ...segmentation, warnings: warningsOf(text, segmentation, named) } : segmentation
  },
  show(text, typed, screen, flags) {
    const named = readProfile(flags)
    const options = withProfile(typed, named)
    const inspection = inspect(text, options)
    const { bold, yellow } = screen.colors
    const segmentation = segment(text, options)
    const remarks = [
      ...(named ? warningsOf(text, segmentation, named) : []),
      ...loss(segmentation),
      ...reason(inspection, options),
      ...savings(inspection),
    ]
    return [
      bold(summary(inspection)),
      '',
      ...segmentBox(segmentation, screen),
      ...(remarks.length > 0 ? ['', ...remarks.map(yellow)] : []),
      '',
    ].join('\n')
  },
})

/** What --max-segments has cost. */
function loss({ dropped }: Segmentation): string[] {
  return dropped === 0 ? [] : [`${plural(dropped, 'UTF-16 unit')} cut off`]
}

/** Kinds of character a remark names; the rest is only counted. */
const NAMED = 3

/** What made the message UCS-2. */
function reason({ encoding, characters, foreign: total }: Inspection, options: TextOptions): string[] {
  if (encoding !== 'UCS-2' || options.encoding === 'UCS-2') return []
  const named: ForeignCharacter[] = []
  for (const character of characters) {
    if (named.every(({ codePoint }) => codePoint !== character.codePoint)) named.push(character)
    if (named.length === NAMED) break
  }
  const foreign = total === 1 ? '1 character is' : `${total} characters are`
  const rest = total > named.length ? `, and ${total - named.length} more` : ''
  return [`UCS-2 because ${foreign} not in GSM-7:`, `  ${named.map(formatForeign).join(', ')}${rest}`]
}

/** `П (U+041F) at offset 0`. */
function formatForeign({ codePoint, offset }: ForeignCharacter): string {
  const character = String.fromCodePoint(codePoint)
  const name = formatCodePoint(codePoint)
  return `${visible(character) === character ? `${character} (${name})` : name} at offset ${offset}`
}

/** What would make it fewer segments. */
function savings({ toSaveSegment, alternatives, cheapest }: Inspection): string[] {
  const best = alternatives.find(({ how }) => how === cheapest)
  return [
    ...(toSaveSegment > 0 ? [`${plural(toSaveSegment, 'unit')} fewer would save a segment`] : []),
    ...(best && cheapest !== 'as-is'
      ? [`${cheapest} would make it ${plural(best.segments, 'segment')} of ${best.encoding}`]
      : []),
  ]
}
