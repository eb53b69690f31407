// The options that rewrite a text, in the order in which TextOptions lists them.

import { findForeignOffset } from '../core/alphabet'
import { createTransliteration } from '../core/rewriting'
import type { SmartEncodingPolicy } from '../types'
import type { Alphabet } from './alphabet'
import { measure } from './cut'
import { chooseGsm7 } from './encoding'
import { countUnits, findForeign } from './foreign-characters'
import { isSentAsGiven, type Plan } from './options'
import { createEdited, type Edit } from './passes/edits'
import { replaceByLookAlikes, runKernel } from './passes/look-alikes'
import { chainPasses, createUnchanged, type Pass } from './passes/pass'
import type { SmartEncoding } from './smart-encoding'
import { UnencodableError } from './unencodable'

/** What one option makes of what the options before it have made; undefined where it does not change it. */
type Step = (before: Pass, plan: Plan) => Pass | undefined

const STEPS: readonly Step[] = [transliterate, smartEncode, rewriteNewlines, replaceForeign]

/** Rewrites a text as the options say. */
export function rewrite(source: string, plan: Plan): Pass {
  return isSentAsGiven(plan) ? createUnchanged(source) : rewriteBy(STEPS, source, plan)
}

/** The same without the option `replacement`: the text still has the characters that it would replace. */
export function rewriteUnreplaced(source: string, plan: Plan): Pass {
  return rewriteBy(STEPS.slice(0, -1), source, plan)
}

function rewriteBy(steps: readonly Step[], source: string, plan: Plan): Pass {
  const passes: Pass[] = []
  let last = createUnchanged(source)
  for (const step of steps) {
    const pass = step(last, plan)
    if (pass === undefined) continue
    passes.push(pass)
    last = pass
  }
  return chainPasses(source, passes)
}

function transliterate(before: Pass, { transliteration }: Plan): Pass | undefined {
  return transliteration && runKernel(before.text, transliteration)
}

function smartEncode(before: Pass, plan: Plan): Pass | undefined {
  const { smartEncoding, languages } = plan
  if (smartEncoding === undefined) return undefined
  const { text } = before
  const { policy } = smartEncoding
  if (languages === undefined && policy === 'always') return replaceLookAlikes(text, 0, smartEncoding, plan)
  const asIs = policy === 'always' ? undefined : weigh(text, plan)
  // First, a character that an allowed language has stays. Then all characters with a look-alike are replaced, which
  // may be cheaper.
  const passes = [...(languages ? [languages.tables] : []), 0].map((kept) =>
    replaceLookAlikes(text, kept, smartEncoding, plan),
  )
  let best: { pass: Pass; segments: number } | undefined
  for (const pass of passes) {
    const after = asIs && pass.text === text ? asIs : weigh(pass.text, plan)
    if (isWorth(policy, after, asIs) && !(best && best.segments <= after.segments)) {
      best = { pass, segments: after.segments }
    }
  }
  return best?.pass ?? (policy === 'always' ? passes.at(-1) : undefined)
}

/** What is in one of the tables `kept` stays: see `Allowed`. A table of the caller is applied as it is. */
function replaceLookAlikes(text: string, kept: number, { rows, letters }: SmartEncoding, { alphabet }: Plan): Pass {
  if (rows === undefined) return replaceByLookAlikes(text, { tables: kept, letters, alphabet })
  const within = alphabet ? rows.filter((row) => findForeignOffset(row.text, 0, alphabet) < 0) : rows
  return runKernel(text, createTransliteration(0, within))
}

interface Cost {
  readonly encoding: string
  readonly segments: number
}

/** `before` is undefined where it does not matter. */
function isWorth(policy: SmartEncodingPolicy, after: Cost, before?: Cost): boolean {
  const most = before?.segments ?? Number.POSITIVE_INFINITY
  return policy === 'if-cheaper' ? after.segments < most : after.encoding === 'GSM-7' && after.segments <= most
}

/** What a text costs under the options after `smartEncoding`, uncut. */
function weigh(text: string, plan: Plan): Cost {
  const sent = rewriteBy([rewriteNewlines, replaceForeign], text, plan)
  try {
    const isUncut = plan.maxSegments === Number.POSITIVE_INFINITY
    return measure(sent, isUncut ? plan : { ...plan, maxSegments: Number.POSITIVE_INFINITY })
  } catch (error) {
    if (!(error instanceof UnencodableError)) throw error
    // GSM-7 was asked for, and is not possible: anything is cheaper.
    return { encoding: 'none', segments: Number.POSITIVE_INFINITY }
  }
}

const LINE_ENDS = { lf: '\n', crlf: '\r\n' } as const

function rewriteNewlines(before: Pass, { newline }: Plan): Pass | undefined {
  return newline === 'keep' ? undefined : createEdited(before.text, (text) => findLineEnds(text, LINE_ENDS[newline]))
}

/** Every line end that is not written as `newline`. */
function* findLineEnds(text: string, newline: string): Generator<Edit> {
  for (const { 0: found, index } of text.matchAll(/\r\n?|\n/g)) {
    if (found !== newline) yield { start: index, end: index + found.length, text: newline }
  }
}

function replaceForeign(before: Pass, plan: Plan): Pass | undefined {
  const { replacement, languages, alphabet } = plan
  if (replacement === undefined) return undefined
  const { text } = before
  const within = (tables: number) => createEdited(text, (text) => findReplaced(text, replacement, tables, alphabet))
  const kept = languages && within(languages.tables)
  // Each character may be in some table, but no choice of tables has all of them.
  return kept && chooseGsm7(kept.text, plan) ? kept : within(0)
}

function* findReplaced(text: string, replacement: string, tables: number, alphabet?: Alphabet): Generator<Edit> {
  for (const { offset, codePoint } of findForeign(text, tables, alphabet)) {
    yield { start: offset, end: offset + countUnits(codePoint), text: replacement }
  }
}
