import { requireObject, requireString } from '../../arguments'
import type { Count, TextOptions } from '../../types'
import { countBy } from '../count'
import { createPlan, isPlainCut, listOptionNames, type Plan } from '../options'
import { UnencodableError } from '../unencodable'
import { boundTemplate } from './bounds'
import { type Choice, createRulers, type Ruler, refuseForeign } from './choice'
import { combine, type Layout } from './combine'
import { type Field, requireFields, type TemplateField } from './fields'
import { compareCounts, type Direction, type Reached } from './reach'
import { measureRooms } from './room'
import { parseTemplate, requireSyntax, type Template, type TemplateSyntax } from './syntax'

/** What `countTemplate` takes beside the fields. */
export interface TemplateOptions extends TextOptions {
  /** How a placeholder is written. Default `'{x}'`. */
  syntax?: TemplateSyntax
}

/** The least and the most that the messages of a template cost. */
export interface TemplateCount {
  /** The fields, in the order in which the template has them. */
  fields: string[]
  /** The message of the fewest segments; of these, that of the fewest units. */
  least: Count
  /** The message of the most segments; of these, that of the most units. */
  most: Count
  /** Whether some combination of the examples comes to `least`, and some to `most`. Else no message is outside them. */
  exact: boolean
  /** What the messages are sent in; `'either'` where that depends on the fields. */
  encoding: 'GSM-7' | 'UCS-2' | 'either'
  /**
   * The fields that decide the encoding. Of `'either'`: those that may have a character outside GSM-7. Of `'UCS-2'`: those that
   * always do, where the rest of the template does not. None where an option or the template itself decides.
   */
  decidedBy: string[]
  /**
   * Characters of one unit that each field may have before one more segment is needed than `most` has, while the others are at
   * their most. An extension character, or an emoji, takes two.
   */
  room: Record<string, number>
}

/**
 * The least and the most that a template can cost: over all combinations of what its fields may be, without trying each.
 *
 * A field is a list of examples, or `{ least, most, characters }`. Over examples, and with no options except `encoding`,
 * `limits`, `alphabet`, `header`, `reference`, `referenceBits`, `replacement` and those that change octets alone, both are `exact`: some
 * message comes to them (unless a field occurs more than once, and a cut in a pair depends on it: then very many examples make
 * it bounds). Otherwise they are bounds: no message is outside them.
 *
 * @param template the text with its placeholders; `fillTemplate` says what is one
 * @param fields by name, what each field may be
 * @param options those of `count`, and `syntax`
 * @returns the least and the most, and which fields they depend on. Takes time linear in the template and the examples
 * @throws {SeptetError} 'missing-field': a field is not given, with the offset of its placeholder; 'unknown-field': the template
 * does not have it; 'invalid-type', 'invalid-value': an argument; and what the options' checks throw
 * @throws {UnencodableError} 'unencodable': `encoding: 'GSM-7'` without `replacement`, and a part of the template or an example
 * is not
 * @example
 * const { least, most } = countTemplate('Hi {name}!', { name: ['Ann', 'Łukasz'] })
 * least // { encoding: 'GSM-7', units: 7, segments: 1, perSegment: 160, remaining: 153 }
 * most // { encoding: 'UCS-2', units: 10, segments: 1, perSegment: 70, remaining: 60 }
 * countTemplate('Code: {code}', { code: { most: 6, characters: 'digits' } }).room // { code: 154 }
 */
export function countTemplate(
  template: string,
  fields: Readonly<Record<string, TemplateField>>,
  options: TemplateOptions = {},
): TemplateCount {
  requireString('template', template)
  const { syntax, ...textOptions } = requireObject('options', options, [...listOptionNames(), 'syntax'])
  const plan = createPlan(textOptions as TextOptions)
  const parsed = parseTemplate(template, requireSyntax('options.syntax', syntax))
  const checked = requireFields(parsed, requireObject('fields', fields))
  const isPlain = isPlainCut({ ...plan, alphabet: undefined }) && !rewrites(plan)
  const counted = isPlain ? countCombinations(parsed, checked, plan) : undefined
  if (counted !== undefined) return counted
  const bounds = boundTemplate(parsed, checked, { plan, hasOwnTable: typeof textOptions.transliterate === 'object' })
  if (bounds === undefined) return refuseFirst(parsed, checked, plan)
  const { least, most, gsm7, ucs2, decidedBy, rooms } = bounds
  const encoding = gsm7 && ucs2 ? 'either' : gsm7 ? 'GSM-7' : 'UCS-2'
  const room = Object.fromEntries(rooms)
  return { fields: [...checked.keys()], least, most, exact: false, encoding, decidedBy: [...decidedBy], room }
}

/** Whether an option changes more of a text than one character for another. */
function rewrites({ transliteration, smartEncoding, newline }: Plan): boolean {
  return transliteration !== undefined || smartEncoding !== undefined || newline !== 'keep'
}

/** Counts by the combinations. Undefined where GSM-7 is asked for, and no message can be in it. */
function countCombinations(
  template: Template,
  fields: ReadonlyMap<string, Field>,
  plan: Plan,
): TemplateCount | undefined {
  const counted = createRulers(plan).map((ruler) => ({ ruler, layout: layOut(template, fields, ruler, plan) }))
  const best = (direction: Direction) => {
    const sign = direction === 'least' ? 1 : -1
    let best: { ruler: Ruler; reached: Reached } | undefined
    for (const { ruler, layout } of counted) {
      const reached = layout && combine(layout, ruler, direction)
      if (reached === undefined) continue
      if (best && sign * compareCounts(reached.count, best.reached.count) >= 0) continue
      best = { ruler, reached }
    }
    return best
  }
  const least = best('least')
  const most = best('most')
  if (least === undefined || most === undefined) return undefined
  const areExamples = [...fields.values()].every((field) => 'examples' in field)
  return {
    fields: [...fields.keys()],
    least: least.reached.count,
    most: most.reached.count,
    exact: areExamples && least.reached.isExact && most.reached.isExact,
    ...decideEncoding(counted),
    room: Object.fromEntries(measureRooms(template.names, most.reached, most.ruler)),
  }
}

/** The choices at each place in an encoding; undefined where a literal, or each example of a field, cannot be in it. */
function layOut(
  { literals, names }: Template,
  fields: ReadonlyMap<string, Field>,
  ruler: Ruler,
  plan: Plan,
): Layout | undefined {
  const isAsked = plan.encoding === 'GSM-7'
  const fixed: Choice[] = []
  for (const literal of literals) {
    const choice = ruler.readText(literal, 0)
    if (choice === undefined) return isAsked ? refuseForeign(literal, 'template', plan.alphabet) : undefined
    fixed.push(choice)
  }
  const varying = new Map<string, Choice[]>()
  for (const [name, field] of fields) {
    const choices =
      'examples' in field
        ? readExamples(field.examples, ruler, isAsked ? plan : undefined, name)
        : ruler.readField(field)
    if (choices.length === 0) return undefined
    varying.set(name, choices)
  }
  return { names, literals: fixed, fields: varying }
}

function readExamples(examples: readonly string[], ruler: Ruler, asked: Plan | undefined, name: string): Choice[] {
  const choices: Choice[] = []
  for (const [index, example] of examples.entries()) {
    const choice = ruler.readText(example, index)
    if (choice !== undefined) choices.push(choice)
    else if (asked) refuseForeign(example, `fields.${name}[${index}]`, asked.alphabet)
  }
  return choices
}

function decideEncoding(
  counted: readonly { ruler: Ruler; layout: Layout | undefined }[],
): Pick<TemplateCount, 'encoding' | 'decidedBy'> {
  const last = counted.at(-1)!
  if (counted.length === 1) return { encoding: last.ruler.encoding, decidedBy: [] }
  const { literals, fields } = last.layout!
  if (literals.some(({ isForeign }) => isForeign)) return { encoding: 'UCS-2', decidedBy: [] }
  const may = [...fields].filter(([, choices]) => choices.some(({ isForeign }) => isForeign))
  if (may.length === 0) return { encoding: 'GSM-7', decidedBy: [] }
  const must = may.filter(([, choices]) => choices.every(({ isForeign }) => isForeign))
  return {
    encoding: must.length > 0 ? 'UCS-2' : 'either',
    decidedBy: (must.length > 0 ? must : may).map(([name]) => name),
  }
}

/** @throws {UnencodableError} always: the first text that no message can have */
function refuseFirst({ literals }: Template, fields: ReadonlyMap<string, Field>, plan: Plan): never {
  for (const literal of literals) requireCountable(literal, 'template', plan)
  for (const [name, field] of fields) {
    if (!('examples' in field)) continue
    const refusals = field.examples.map((example, index) => findRefusal(example, `fields.${name}[${index}]`, plan))
    if (refusals.every((refusal) => refusal !== undefined)) throw refusals[0]
  }
  throw new Error('nothing is outside GSM-7')
}

function requireCountable(text: string, argument: string, plan: Plan): void {
  const refusal = findRefusal(text, argument, plan)
  if (refusal !== undefined) throw refusal
}

function findRefusal(text: string, argument: string, plan: Plan): UnencodableError | undefined {
  try {
    countBy(text, plan)
    return undefined
  } catch (error) {
    if (!(error instanceof UnencodableError)) throw error
    return new UnencodableError(text, error.characters, error.total, argument)
  }
}
