import { type Inspection, inspect, type Segmentation, segment } from 'septet'
import { plural } from '../../words'
import { createProfileOption, type ProfileFlags, readProfile, warningsOf, withProfile } from '../profile'
import { adviceLines } from '../screen/advice'
import { segmentBox } from '../screen/box'
import { reason } from '../screen/reason'
import { summary } from '../screen/words'
import { createTextCommand } from './text-command'

/** How many pieces of advice are shown. `septet inspect` shows all. */
const ADVICE = 3

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
      ...segmentBox(segmentation, screen, options.encoding === 'UCS-2' ? [] : inspection.characters),
      ...(remarks.length > 0 ? ['', ...remarks.map(yellow)] : []),
      '',
    ].join('\n')
  },
})

/** What --max-segments has cut off. */
function loss({ dropped }: Segmentation): string[] {
  return dropped === 0 ? [] : [`${plural(dropped, 'UTF-16 unit')} cut off`]
}

/** What would need fewer segments. */
function savings(inspection: Inspection): string[] {
  const { toSaveSegment: fewer } = inspection
  return [
    ...(fewer > 0 ? [`${plural(fewer, 'unit')} fewer would save a segment`] : []),
    ...adviceLines(inspection, ADVICE),
  ]
}
