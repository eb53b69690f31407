// What the attributes of <sms-counter> say. What they say wrongly is reported, and counts as not said.
import { SYNTAXES } from '../text/template/syntax'
import { createMeter, createTemplateMeter, type Meter, type Placeholders } from './cost/meter'
import { multiply } from './cost/price'
import type { CounterOptions } from './library/library'
import type { Septet, TemplateSeptet } from './library/loaded'
import type { Report } from './report'
import { checkTexts, createSpeech, type Speech, type Texts } from './texts'

/** All of them: a change of one makes the element count again. */
export const ATTRIBUTES = [
  'for',
  'rate',
  'currency',
  'newline',
  'encoding',
  'reference-bits',
  'transliterate',
  'letters',
  'lang',
  'mark',
  'texts',
  'placeholders',
  'placeholder-length',
]

/** How texts are measured. Placeholders need the library with templates. */
export function readMeter(element: Element, septet: Septet | TemplateSeptet, report: Report): Meter {
  const options = readOptions(element, report)
  const placeholders = readPlaceholders(element, report)
  if (placeholders && 'countTemplate' in septet) return createTemplateMeter(septet, options, placeholders)
  return createMeter(septet, options)
}

/** The options of `count`. */
export function readOptions(element: Element, report: Report): CounterOptions {
  const newline = readChoice(element, 'newline', ['keep', 'lf', 'crlf'] as const, report)
  const encoding = readChoice(element, 'encoding', ['auto', 'UCS-2'] as const, report)
  const bits = readChoice(element, 'reference-bits', ['8', '16'] as const, report)
  return {
    ...(newline && { newline }),
    ...(encoding && { encoding }),
    ...(bits && { referenceBits: bits === '8' ? 8 : 16 }),
  }
}

/** The transliteration whose result is offered. */
export function readScheme(element: Element, report: Report): 'translit' | 'volapuk' | undefined {
  return readChoice(element, 'transliterate', ['translit', 'volapuk'] as const, report)
}

function readChoice<Choice extends string>(
  element: Element,
  attribute: string,
  choices: readonly Choice[],
  report: Report,
): Choice | undefined {
  const value = element.getAttribute(attribute)
  if (value === null || value === '') return undefined
  if (choices.includes(value as Choice)) return value as Choice
  report(`${attribute}="${value}" is none of ${choices.join(', ')}`)
  return undefined
}

/** Most characters of a field, where the page does not say. */
const FIELD_LENGTH = 20
/** More than any message has. */
const LONGEST_FIELD = 10_000

/**
 * Whether an attribute that is there or not is there. `false` is no: React 18 writes it as a text, and a person who writes
 * it means it.
 */
export function readFlag(element: Element, attribute: string): boolean {
  return (element.getAttribute(attribute) ?? 'false') !== 'false'
}

/** How placeholders are written, and how long what takes their place may be; undefined where the text has none. */
export function readPlaceholders(element: Element, report: Report): Placeholders | undefined {
  if (!readFlag(element, 'placeholders')) return undefined
  const isBare = ['', 'true'].includes(element.getAttribute('placeholders')!)
  const syntax = isBare ? '{x}' : readChoice(element, 'placeholders', SYNTAXES, report)
  return syntax && { syntax, length: readFieldLength(element, report) }
}

function readFieldLength(element: Element, report: Report): number {
  const value = element.getAttribute('placeholder-length')
  if (value === null || value === '') return FIELD_LENGTH
  const length = /^\d+$/.test(value) ? Number(value) : LONGEST_FIELD + 1
  if (length <= LONGEST_FIELD) return length
  report(`placeholder-length="${value}" is no number of characters`)
  return FIELD_LENGTH
}

/** The price of a segment. */
export function readRate(element: Element, report: Report): number | undefined {
  const value = element.getAttribute('rate')
  if (value === null || value.trim() === '') return undefined
  const rate = Number(value)
  if (rate >= 0 && Number.isFinite(rate)) return rate
  report(`rate="${value}" is no price`)
  return undefined
}

/** How the element speaks: in its language, with the author's own texts, and with its price. */
export function readSpeech(element: Element, report: Report): Speech {
  const language = readLanguage(element)
  const rate = readRate(element, report)
  const format = createPriceFormat(element, language, report)
  const cost = (segments: number) => (rate === undefined ? undefined : format(multiply(rate, segments)))
  return createSpeech(language, readTexts(element, report), cost)
}

function createPriceFormat(element: Element, language: string, report: Report): (cost: number) => string {
  const currency = element.getAttribute('currency')
  const digits = { maximumFractionDigits: 4 }
  try {
    const style = currency ? ({ style: 'currency', currency, ...digits } as const) : digits
    return new Intl.NumberFormat(language, style).format
  } catch {
    report(`currency="${currency}" is no currency`)
    return new Intl.NumberFormat(language, digits).format
  }
}

function readTexts(element: Element, report: Report): Partial<Texts> {
  const json = element.getAttribute('texts')
  if (!json) return {}
  try {
    return checkTexts(JSON.parse(json), report)
  } catch (error) {
    report(`texts is no JSON: ${error}`)
    return {}
  }
}

/** The language of the nearest `lang`, or English where the runtime does not know it. */
function readLanguage(element: Element): string {
  try {
    return Intl.getCanonicalLocales(readLang(element))[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** `closest` ends at a shadow root, a language does not. */
function readLang(element: Element): string {
  const bearer = element.closest('[lang]')
  const root = element.getRootNode()
  if (!bearer && 'host' in root) return readLang(root.host as Element)
  return bearer?.getAttribute('lang') ?? ''
}
