import { type InspectOptions, inspect } from 'septet'
import { LETTER_TABLES } from '../options/schemes'
import { adviceLines } from '../screen/advice'
import { reason } from '../screen/reason'
import { summary } from '../screen/words'
import { createTextCommand } from './text-command'

export const defineInspect = createTextCommand({
  examples: [
    ['septet inspect "See you at 8 🎉"', 'what to leave out, what to replace'],
    ['septet inspect --json "Don’t" | jq .alternatives', 'each with its options'],
  ],
  octets: false,
  block: true,
  compute: (text, options) => inspect(text, withSchemes(options)),
  show(text, options, { colors: { bold, yellow } }) {
    const inspection = inspect(text, withSchemes(options))
    const advice = adviceLines(inspection, Number.POSITIVE_INFINITY)
    const { toSaveSegment: fewer } = inspection
    const remarks = [
      ...reason(inspection, options),
      ...(fewer > 0 ? [`Without the last ${fewer} of ${inspection.units} units it is one segment less.`] : []),
      ...(advice.length > 0 ? advice : ['Nothing that septet knows makes it cheaper.']),
    ]
    return `${bold(summary(inspection))}\n\n${remarks.map(yellow).join('\n')}\n`
  },
})

function withSchemes(options: InspectOptions): InspectOptions {
  return { ...options, schemes: LETTER_TABLES }
}
