// What the fields of a template may be.
import {
  describe,
  isArray,
  type Members,
  requireArray,
  requireInteger,
  requireMembers,
  requireOneOf,
  requireString,
} from '../../arguments'
import { SeptetError } from '../../errors'
import { listNames } from '../../similar'
import type { Template } from './syntax'

/**
 * What a field may be: one of some examples; or so many characters, and which. A character is a code point, as `Array.from` counts
 * them.
 */
export type TemplateField = readonly string[] | TemplateFieldRange

/** A field by its length. */
export interface TemplateFieldRange {
  /** Fewest characters. Default 0. */
  readonly least?: number
  /** Most characters. */
  readonly most: number
  /**
   * `'digits'`; `'ascii'`: ASCII that is in GSM-7, which is all except the backquote and control characters; `'gsm7'`; `'any'`. Default `'any'`.
   */
  readonly characters?: 'digits' | 'ascii' | 'gsm7' | 'any'
}

/** Which characters a field may have. */
export type CharacterSet = NonNullable<TemplateFieldRange['characters']>

/** A field that has been checked. */
export type Field = { readonly examples: readonly string[] } | Required<TemplateFieldRange>

const CHARACTERS = ['digits', 'ascii', 'gsm7', 'any'] as const

/** More than any text has, and little enough to be counted with. */
const MOST_CHARACTERS = 2 ** 30

/** The fields of a template, in the order in which they are first met. @throws {SeptetError} */
export function requireFields(template: Template, values: Members): Map<string, Field> {
  const fields = new Map<string, Field>()
  for (const [name, value] of requireNamed('fields', template, values))
    fields.set(name, requireField(`fields.${name}`, value))
  return fields
}

/**
 * What is given for each name of a template.
 *
 * @throws {SeptetError} 'missing-field': the template has a field that is not given, with the offset of its placeholder;
 * 'unknown-field': one is given that the template does not have
 */
export function requireNamed(
  argument: string,
  { source, names, offsets }: Template,
  values: Members,
): Map<string, unknown> {
  const named = new Map<string, unknown>()
  for (let index = 0; index < names.length; index++) {
    const name = names[index]!
    if (named.has(name)) continue
    const value = values[name]
    if (value === undefined) {
      throw new SeptetError(
        'missing-field',
        `${argument}.${name}`,
        source,
        'is not given, and the template has it',
        offsets[index],
      )
    }
    named.set(name, value)
  }
  for (const name in values) {
    if (named.has(name) || values[name] === undefined) continue
    const there = [...named.keys()].slice(0, 20)
    const message = there.length === 0 ? 'the template has no fields' : listNames(name, there)
    throw new SeptetError('unknown-field', `${argument}.${name}`, values[name], `is not in the template; ${message}`)
  }
  return named
}

function requireField(argument: string, value: unknown): Field {
  if (isArray(value)) return { examples: requireExamples(argument, value) }
  if (typeof value !== 'object') {
    const message = `must be an array of examples, or an object with least, most and characters, got ${describe(value)}`
    throw new SeptetError('invalid-type', argument, value, message)
  }
  const { least = 0, most, characters = 'any' } = requireMembers(argument, value, ['least', 'most', 'characters'])
  const upTo = requireInteger(`${argument}.most`, most, 0, MOST_CHARACTERS)
  return {
    least: requireInteger(`${argument}.least`, least, 0, upTo),
    most: upTo,
    characters: requireOneOf(`${argument}.characters`, characters, CHARACTERS),
  }
}

function requireExamples(argument: string, value: unknown): string[] {
  const list = requireArray(argument, value)
  if (list.length === 0) throw new SeptetError('invalid-value', argument, value, 'has no examples')
  // By index: an array's own methods leave out its holes.
  return Array.from({ length: list.length }, (_, index) => requireString(`${argument}[${index}]`, list[index]))
}
