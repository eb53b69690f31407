import { type InspectOptions, inspect } from 'septet'
import { LETTER_TABLES } from '../options/schemes'
import { createRcsOption, type RcsFlags, readRcs } from '../rcs'
import { listAdvice } from '../screen/advice'
import { explainEncoding } from '../screen/reason'
import { formatRcs, summarize } from '../screen/words'
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
    const inspection = inspect(text, addSchemes(options))
    const rcs = readRcs(text, flags)
    return rcs ? { ...inspection, rcs } : inspection
  },
  show(text, options, { colors: { bold, yellow } }, flags) {
    const inspection = inspect(text, addSchemes(options))
    const advice = listAdvice(inspection, Number.POSITIVE_INFINITY)
    const { toSaveSegment: fewer } = inspection
    const remarks = [
      ...explainEncoding(inspection, options),
      ...(fewer > 0 ? [`Without the last ${fewer} of ${inspection.units} units it is one segment less.`] : []),
      ...(advice.length > 0 ? advice : ['Nothing that septet knows makes it cheaper.']),
    ]
    const rcs = readRcs(text, flags)
    return `${bold([summarize(inspection), ...(rcs ? [formatRcs(rcs)] : [])].join(' · '))}\n\n${remarks.map(yellow).join('\n')}\n`
  },
})

function addSchemes(options: InspectOptions): InspectOptions {
  return { ...options, schemes: LETTER_TABLES }
}
