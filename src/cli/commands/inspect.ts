import { type InspectOptions, inspect } from 'septet'
import { LETTER_TABLES } from '../options/schemes'
import { createRcsOption, type RcsFlags, readRcs } from '../rcs'
import { adviceLines } from '../screen/advice'
import { reason } from '../screen/reason'
import { rcsWords, summary } from '../screen/words'
import { createTextCommand } from './text-command'

export const defineInspect = createTextCommand<RcsFlags>({
  examples: [
    ['septet inspect "See you at 8 🎉"', 'what to leave out, what to replace'],
    ['septet inspect --json "Don’t" | jq .alternatives', 'each with its options'],
  ],
  flags: [createRcsOption()],
  octets: false,
  block: true,
  compute(text, options, flags) {
    const inspection = inspect(text, withSchemes(options))
    const rcs = readRcs(text, flags)
    return rcs ? { ...inspection, rcs } : inspection
  },
  show(text, options, { colors: { bold, yellow } }, flags) {
    const inspection = inspect(text, withSchemes(options))
    const advice = adviceLines(inspection, Number.POSITIVE_INFINITY)
    const { toSaveSegment: fewer } = inspection
    const remarks = [
      ...reason(inspection, options),
      ...(fewer > 0 ? [`Without the last ${fewer} of ${inspection.units} units it is one segment less.`] : []),
      ...(advice.length > 0 ? advice : ['Nothing that septet knows makes it cheaper.']),
    ]
    const rcs = readRcs(text, flags)
    return `${bold([summary(inspection), ...(rcs ? [rcsWords(rcs)] : [])].join(' · '))}\n\n${remarks.map(yellow).join('\n')}\n`
  },
})

function withSchemes(options: InspectOptions): InspectOptions {
  return { ...options, schemes: LETTER_TABLES }
}
