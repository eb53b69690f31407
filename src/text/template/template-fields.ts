import { requireMembers, requireString } from '../../arguments'
import type { FillTemplateOptions } from './fill-template'
import { parseTemplate, requireSyntax } from './syntax'

/**
 * The names of a template's fields, each once, in the order in which the template has them.
 *
 * @param template the text with its placeholders; `fillTemplate` says what is one
 * @param options how a placeholder is written
 * @returns the names
 * @throws {SeptetError} 'invalid-type', 'invalid-value', 'unknown-option'
 * @example
 * templateFields('Hi {name}, your code is {code}. Bye, {name}!') // ['name', 'code']
 */
export function templateFields(template: string, options: FillTemplateOptions = {}): string[] {
  requireString('template', template)
  const { syntax } = requireMembers('options', options, ['syntax'])
  return [...new Set(parseTemplate(template, requireSyntax('options.syntax', syntax)).names)]
}
