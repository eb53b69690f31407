import { type Inspection, inspect, type Segmentation, segment } from 'septet'
import { pluralize } from '../../words'
import { addProfile, createProfileOption, listWarnings, type ProfileFlags, readProfile } from '../profile'
import { listAdvice } from '../screen/advice'
import { drawSegments } from '../screen/box'
import { explainEncoding } from '../screen/reason'
import { summarize } from '../screen/words'
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
    const segmentation = segment(text, addProfile(options, named))
    return named ? { ...segmentation, warnings: listWarnings(text, segmentation, named) } : segmentation
  },
  show(text, typed, screen, flags) {
    const named = readProfile(flags)
    const options = addProfile(typed, named)
    const inspection = inspect(text, options)
    const { bold, yellow } = screen.colors
    const segmentation = segment(text, options)
    const remarks = [
      ...(named ? listWarnings(text, segmentation, named) : []),
      ...describeLoss(segmentation),
      ...explainEncoding(inspection, options),
      ...describeSavings(inspection),
    ]
    return [
      bold(summarize(inspection)),
      '',
      ...drawSegments(segmentation, screen, options.encoding === 'UCS-2' ? [] : inspection.characters),
      ...(remarks.length > 0 ? ['', ...remarks.map(yellow)] : []),
      '',
    ].join('\n')
  },
})

/** What --max-segments has cut off. */
function describeLoss({ dropped }: Segmentation): string[] {
  return dropped === 0 ? [] : [`${pluralize(dropped, 'UTF-16 unit')} cut off`]
}

/** What would need fewer segments. */
function describeSavings(inspection: Inspection): string[] {
  const { toSaveSegment: fewer } = inspection
  return [
    ...(fewer > 0 ? [`${pluralize(fewer, 'unit')} fewer would save a segment`] : []),
    ...listAdvice(inspection, ADVICE),
  ]
}
