// Placeholders such as {name}: what the filled messages cost at least and at most.
import { countTemplate, type TemplateCount, type TemplateField } from 'septet'
import { optionsOf } from './look'
import type { State } from './state'

/** As the library reads them: a doubled brace is a brace. */
const PLACEHOLDER = /\{\{|\{([\p{L}\p{N}_.-]+)\}/gu
/** What a field may hold where no example is given. */
const ANYTHING: TemplateField = { least: 1, most: 20, characters: 'gsm7' }
/** Fields and examples that are counted. */
const FIELDS = 12
const EXAMPLES = 200

export interface Filled {
  names: string[]
  places: (readonly [at: number, length: number])[]
  count?: TemplateCount
  /** What is wrong, in words. */
  fault?: string
}

/** The placeholders of a text, and what they make of its price. */
export function lookAtTemplate(state: State): Filled {
  const found = [...state.text.matchAll(PLACEHOLDER)].filter(([, name]) => name !== undefined)
  const names = [...new Set(found.map(([, name]) => name!))]
  const places = found.map(({ 0: whole, index }) => [index, whole.length] as const)
  if (names.length === 0 || names.length > FIELDS) return { names: names.slice(0, FIELDS), places }
  const fields = Object.fromEntries(names.map((name) => [name, examplesOf(state.fields[name]) ?? ANYTHING]))
  try {
    return { names, places, count: countTemplate(state.text, fields, optionsOf(state)) }
  } catch (error) {
    return { names, places, fault: error instanceof Error ? error.message : String(error) }
  }
}

/** Examples as they are typed, one a line. */
function examplesOf(typed = ''): string[] | undefined {
  const examples = typed.split('\n', EXAMPLES).filter((example) => example !== '')
  return examples.length > 0 ? examples : undefined
}
