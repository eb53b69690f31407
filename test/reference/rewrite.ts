import type { Count, SmartEncoding, TextOptions } from '../../src/types'
import { isIn } from './classify'
import { septetsIn } from './coding'
import { pairsOf } from './languages'
import { smartEncode } from './smart-encoding'
import { transliterate } from './transliterate'
import type { Written } from './written'

/** A text as it is sent, and for each border in it the offset in the argument of what is written there or after. */
export interface Rewritten {
  text: string
  sourceOf: (offset: number) => number
}

/** What a text costs that is sent as it is. */
export type Counter = (text: string, options: TextOptions) => Pick<Count, 'encoding' | 'segments'>

/** What the options make of a text, in the order of work; each step is found back by itself. */
export function rewrite(source: string, options: TextOptions, count: Counter): Rewritten {
  let text = source
  let sourceOf = (offset: number) => offset
  for (const step of [transliterated, smart, newlined, replaced]) {
    const written = step(unitsOf(text), options, count)
    const [length, before] = [text.length, sourceOf]
    text = textOf(written)
    sourceOf = (offset) => before(stepBack(written, length, offset))
  }
  return { text, sourceOf }
}

/** A border inside what one character became is after that character. */
function stepBack(written: Written, length: number, offset: number): number {
  let next = offset
  while (offset > 0 && next < written.length && written[next]!.start === written[offset - 1]!.start) next++
  return written[next]?.start ?? length
}

function unitsOf(text: string): Written {
  return text.split('').map((unit, start) => ({ unit, start }))
}

function textOf(written: Written): string {
  return written.map(({ unit }) => unit).join('')
}

function transliterated(written: Written, { transliterate: option }: TextOptions): Written {
  if (option === undefined) return written
  if (typeof option === 'string') return transliterate(written, option, {})
  return transliterate(written, option.scheme, option.table ?? {})
}

function smart(written: Written, options: TextOptions, count: Counter): Written {
  const { smartEncoding = false, languages = [] } = options
  if (smartEncoding === false) return written
  const { policy = 'if-cheaper', ...which } =
    typeof smartEncoding === 'object' ? smartEncoding : { policy: smartEncoding === true ? undefined : smartEncoding }
  const { transliterate: _, smartEncoding: __, maxSegments: ___, ...others } = options
  const cost = (text: Written) => {
    try {
      return count(textOf(text), others)
    } catch {
      return { encoding: 'none', segments: Number.POSITIVE_INFINITY }
    }
  }
  const full = lookAlikes(written, (unit) => isIn(unit), which, options)
  // What a language in use can carry stays, unless it is cheaper that all gives way.
  const candidates =
    languages.length > 0 ? [lookAlikes(written, (unit) => isCarried(unit, options), which, options), full] : [full]
  const before = policy === 'always' ? Number.POSITIVE_INFINITY : cost(written).segments
  const worth = candidates.filter((candidate) => {
    const { encoding, segments } = cost(candidate)
    return policy === 'if-cheaper' ? segments < before : encoding === 'GSM-7' && segments <= before
  })
  const fewest = Math.min(...worth.map((candidate) => cost(candidate).segments))
  return worth.find((candidate) => cost(candidate).segments === fewest) ?? (policy === 'always' ? full : written)
}

/** What is replaced wherever it is: by the caller's table, one character at a time, or by septet's. */
function lookAlikes(
  written: Written,
  isSent: (unit: string) => boolean,
  { letters = false, table }: Omit<SmartEncoding, 'policy'>,
  { alphabet }: TextOptions,
): Written {
  const isWritten = (text: string) => [...text].every((unit) => isIn(unit, alphabet))
  if (table === undefined) return smartEncode(written, isSent, letters, isWritten)
  return transliterate(
    written,
    undefined,
    Object.fromEntries(Object.entries(table).filter(([, text]) => isWritten(text))),
  )
}

function isCarried(unit: string, { languages = [], alphabet }: TextOptions): boolean {
  if (isIn(unit, alphabet)) return true
  return languages.length > 0 && pairsOf(languages).some((pair) => septetsIn(pair).has(unit))
}

function newlined(written: Written, { newline = 'keep' }: TextOptions): Written {
  if (newline === 'keep') return written
  return written.flatMap((one, index) => {
    if (one.unit === '\n' && written[index - 1]?.unit === '\r') return []
    if (one.unit !== '\n' && one.unit !== '\r') return [one]
    const isPair = one.unit === '\r' && written[index + 1]?.unit === '\n'
    const form = newline === 'lf' ? '\n' : '\r\n'
    // A line end that is written as it should be is not touched.
    if (form === (isPair ? '\r\n' : one.unit)) return isPair ? [one, written[index + 1]!] : [one]
    return form.split('').map((unit) => ({ unit, start: one.start }))
  })
}

function replaced(written: Written, options: TextOptions): Written {
  const { replacement, languages = [] } = options
  if (replacement === undefined) return written
  const within = (isSent: (unit: string) => boolean) =>
    written.flatMap((one, index) => {
      const isHalf = /[\ud800-\udbff]/.test(written[index - 1]?.unit ?? '') && /[\udc00-\udfff]/.test(one.unit)
      if (isHalf) return []
      return isSent(one.unit) ? [one] : replacement.split('').map((unit) => ({ unit, start: one.start }))
    })
  const kept = within((unit) => isCarried(unit, options))
  const fits =
    languages.length > 0 && pairsOf(languages).some((pair) => kept.every(({ unit }) => septetsIn(pair).has(unit)))
  return fits ? kept : within((unit) => isIn(unit, options.alphabet))
}
