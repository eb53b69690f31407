import { requireMembers, requireObject, requireString } from '../../arguments'
import { SeptetError } from '../../errors'
import { requireNamed } from './fields'
import { parseTemplate, requireSyntax, type TemplateSyntax } from './syntax'

/** What `fillTemplate` takes beside the values. */
export interface FillTemplateOptions {
  /** How a placeholder is written. Default `'{x}'`. */
  syntax?: TemplateSyntax
}

/** The most that V8 makes: 2^29 - 24. */
const LONGEST_STRING = 0x1fffffe8

/**
 * Puts values in the place of a template's placeholders. A placeholder is an opener, a name of letters, digits, `_`, `.` and
 * `-`, and a closer. All else is text: `50 % off`, `{}`, `{not closed`. A doubled opener is one opener: `{{x}` is the text `{x}`.
 *
 * @param template the text with its placeholders
 * @param values by name, a string for each field of the template
 * @param options how a placeholder is written
 * @returns the text
 * @throws {SeptetError} 'missing-field': a value is not given, with the offset of the placeholder; 'unknown-field': the
 * template has no such field; 'invalid-type', 'invalid-value', 'unknown-option'; 'too-long': the runtime has no such string
 * @example
 * fillTemplate('Hi {name}, {n} % off!', { name: 'Ann', n: '50' }) // 'Hi Ann, 50 % off!'
 * fillTemplate('Hi %name%, 50 % off!', { name: 'Ann' }, { syntax: '%x%' }) // 'Hi Ann, 50 % off!'
 */
export function fillTemplate(
  template: string,
  values: Readonly<Record<string, string>>,
  options: FillTemplateOptions = {},
): string {
  requireString('template', template)
  const { syntax } = requireMembers('options', options, ['syntax'])
  const parsed = parseTemplate(template, requireSyntax('options.syntax', syntax))
  const named = requireNamed('values', parsed, requireObject('values', values))
  for (const [name, value] of named) requireString(`values.${name}`, value)
  const { literals, names } = parsed
  const pieces = [literals[0]!]
  let length = literals[0]!.length
  for (let index = 0; index < names.length; index++) {
    const value = named.get(names[index]!) as string
    pieces.push(value, literals[index + 1]!)
    length += value.length + literals[index + 1]!.length
    if (length <= LONGEST_STRING) continue
    const message = `makes a text of more than ${LONGEST_STRING} units`
    throw new SeptetError('too-long', `values.${names[index]}`, value, message)
  }
  return pieces.join('')
}
