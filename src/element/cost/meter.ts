// What a text costs. A message has one count; the messages of a template have a least and a most.
import type { TemplateSyntax } from '../../text/template/syntax'
import type { Count, Segmentation } from '../../types'
import type { CounterOptions } from '../library/library'
import type { Septet, TemplateSeptet } from '../library/loaded'

/** How the placeholders of a text are written, and how long what takes their place may be. */
export interface Placeholders {
  readonly syntax: Exclude<TemplateSyntax, object>
  /** Most characters of a field. */
  readonly length: number
}

/** The least and the most that a text costs: one count, where it has no placeholders. */
export interface Range {
  readonly least: Count
  readonly most: Count
}

/** Measures texts that a person writes. */
export interface Meter {
  measure(text: string): Range
  /** The text without its placeholders: what each message has. */
  removeFields(text: string): string
  /** The names of its placeholders. */
  listFields(text: string): readonly string[]
  /** Whether another text has the same placeholders. */
  hasSameFields(text: string, other: string): boolean
  /** Where the text is cut; undefined where that depends on its fields. */
  segment(text: string): Segmentation | undefined
}

/** Measures texts as they are. */
export function createMeter(septet: Septet, options: CounterOptions): Meter {
  return {
    measure(text) {
      const count = septet.count(text, options)
      return { least: count, most: count }
    },
    removeFields: (text) => text,
    listFields: () => [],
    hasSameFields: () => true,
    segment: (text) => septet.segment(text, options),
  }
}

/** Measures templates. A field may be empty, and has letters that take one unit each. */
export function createTemplateMeter(
  septet: TemplateSeptet,
  options: CounterOptions,
  { syntax, length }: Placeholders,
): Meter {
  const fields = (text: string) => septet.templateFields(text, { syntax })
  const all = <Value>(text: string, value: Value) => Object.fromEntries(fields(text).map((name) => [name, value]))
  const examples = ['', 'a'.repeat(length)]
  const fixedPart = (text: string) => septet.fillTemplate(text, all(text, ''), { syntax })
  return {
    measure: (text) => septet.countTemplate(text, all(text, examples), { ...options, syntax }),
    removeFields: fixedPart,
    listFields: fields,
    hasSameFields: (text, other) => fields(text).join() === fields(other).join(),
    segment: (text) => (fixedPart(text) === text ? septet.segment(text, options) : undefined),
  }
}
