import { requireString } from './arguments'
import { cutWithin } from './cut'
import { type Engine, start } from './engine'
import { foreignCharacters, inSource, unitsOf } from './foreign'
import { lookAlike, withLookAlikes } from './look-alikes'
import { type Plan, planOf } from './options'
import { foreignOffset } from './probe'
import { type Rewriting, rewrite, rewriteUnreplaced } from './rewrite'
import { countSent } from './sent'
import type { Alternative, Count, ForeignCharacter, Inspection, TextOptions } from './types'

/**
 * Says what makes a text cost what it costs: the characters outside GSM-7, how much to remove for one segment fewer, and
 * what each measure would save.
 *
 * @throws {SeptetError} 'invalid-type': text is not a string; and what the options' checks throw
 * @example
 * inspect('Don’t')
 * // { encoding: 'UCS-2', units: 5, segments: 1, perSegment: 70, remaining: 65,
 * //   characters: [{ offset: 3, codePoint: 0x2019, units: 1, replacement: "'" }],
 * //   toSaveSegment: 0,
 * //   alternatives: [{ how: 'as-is', segments: 1, encoding: 'UCS-2' },
 * //                  { how: 'smart-encoding', segments: 1, encoding: 'GSM-7' }],
 * //   cheapest: 'as-is' }
 */
export function inspect(text: string, options?: TextOptions): Inspection {
  requireString('text', text)
  const engine = start()
  const plan = planOf(options)
  const made = rewrite(text, plan)
  const sent = made.text
  const count = countSent(engine, sent, plan, made)
  const alternatives = alternativesOf(engine, sent, plan, count)
  return {
    ...count,
    characters: charactersOf(engine, rewriteUnreplaced(text, plan)),
    toSaveSegment: toSaveSegment(engine, sent, count, plan),
    alternatives,
    cheapest: alternatives.reduce((best, next) => (next.segments < best.segments ? next : best)).how,
  }
}

function charactersOf(engine: Engine, sent: Rewriting): ForeignCharacter[] {
  const characters: ForeignCharacter[] = []
  for (const { offset, codePoint } of foreignCharacters(engine, sent.text)) {
    const replacement = lookAlike(engine, codePoint)
    const units = unitsOf(codePoint)
    characters.push({ offset, codePoint, units, ...(replacement === undefined ? {} : { replacement }) })
  }
  return inSource(sent, characters)
}

/** What stands behind the last unit that one segment fewer can carry, in either encoding. */
function toSaveSegment(engine: Engine, text: string, { units, segments, encoding }: Count, plan: Plan): number {
  if (segments === 1) return 0
  const kept = cutWithin(text, { ...plan, encoding }, segments - 1)
  const saved = units - kept.units.reduce((total, more) => total + more)
  if (encoding === 'GSM-7' || plan.encoding === 'UCS-2') return saved
  const inGsm7 = text.slice(0, foreignOffset(engine, text, 0))
  return Math.min(saved, units - cutWithin(inGsm7, { ...plan, encoding: 'GSM-7' }, segments - 1).ends.at(-1)!)
}

/** Each measure that changes the text, counted. */
function alternativesOf(engine: Engine, text: string, plan: Plan, count: Count): Alternative[] {
  const measures: [how: string, text: string][] = [
    ['newline-lf', text.replaceAll('\r\n', '\n')],
    ['smart-encoding', withLookAlikes(engine, text).text],
  ]
  const alternatives = measures
    .filter(([, changed]) => changed !== text)
    .map(([how, changed]) => alternative(how, countSent(engine, changed, plan)))
  return [alternative('as-is', count), ...alternatives]
}

function alternative(how: string, { segments, encoding }: Count): Alternative {
  return { how, segments, encoding }
}
