// Placeholders such as {name}: what the filled messages cost at least and at most.
import { countTemplate, fillTemplate, type TemplateCount, type TemplateField, templateFields } from 'septet'
import { optionsOf } from './options'
import type { State } from './state'

/** As the library reads them: a doubled brace is a brace. */
const PLACEHOLDER = /\{\{|\{([\p{L}\p{M}\p{Nd}_.-]+)\}/gu
/** What a field may hold where no example is given. */
const ANYTHING: TemplateField = { least: 1, most: 20, characters: 'gsm7' }
/** Fields and examples that are counted. */
const FIELDS = 12
const EXAMPLES = 200

/** Where something is in a text. */
export type Places = readonly (readonly [at: number, length: number])[]

export interface Filled {
  names: string[]
  places: Places
  count?: TemplateCount
  /** With the first example of each, where there is one. */
  example?: string
  /** What is wrong, in words. */
  fault?: string
}

/** The placeholders of a text, and what they make of its price. */
export function lookAtTemplate(state: State): Filled {
  const places = findPlaces(state.text)
  if (places.length === 0) return { names: [], places }
  const all = templateFields(state.text)
  const names = all.slice(0, FIELDS)
  if (all.length > FIELDS) {
    return { names, places, fault: `Of ${all.length} placeholders, ${FIELDS} can be counted here.` }
  }
  const examples = new Map(names.map((name) => [name, examplesOf(state.fields.get(name))]))
  const fields = Object.fromEntries(names.map((name) => [name, examples.get(name) ?? ANYTHING]))
  const first = Object.fromEntries(names.map((name) => [name, examples.get(name)?.[0] ?? `{${name}}`]))
  try {
    const count = countTemplate(state.text, fields, optionsOf(state))
    return { names, places, count, example: fillTemplate(state.text, first) }
  } catch (error) {
    return { names, places, fault: error instanceof Error ? error.message : String(error) }
  }
}

function findPlaces(text: string): Places {
  const found = [...text.matchAll(PLACEHOLDER)].filter(([, name]) => name !== undefined)
  return found.map(({ 0: whole, index }) => [index, whole.length])
}

/** Examples as they are typed, one a line. */
function examplesOf(typed = ''): string[] | undefined {
  const examples = typed.split('\n', EXAMPLES).filter((example) => example !== '')
  return examples.length > 0 ? examples : undefined
}
