// What is a placeholder in a template, and what is text.
import { describe, requireMembers, requireOneOf, requireString } from '../../arguments'
import { SeptetError } from '../../errors'

/**
 * How a placeholder is written: an opener, a name, a closer. `{ open, close }` takes any that have no letters, digits, `_`, `.`
 * or `-` in them, of at most 16 units each.
 */
export type TemplateSyntax =
  | '{x}'
  | '{{x}}'
  | '((x))'
  | '${x}'
  | '%x%'
  | '[x]'
  | '#x#'
  | { readonly open: string; readonly close: string }

/** What is before and after a name. */
export interface Delimiters {
  readonly open: string
  readonly close: string
}

/** A template taken apart: a literal before each placeholder, and one after the last. */
export interface Template {
  readonly source: string
  readonly literals: readonly string[]
  readonly names: readonly string[]
  /** UTF-16 offset of each placeholder. */
  readonly offsets: readonly number[]
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder as JavaScript writes it
export const SYNTAXES = ['{x}', '{{x}}', '((x))', '${x}', '%x%', '[x]', '#x#'] as const

/** A longer one would make the search for it slow. */
const LONGEST_DELIMITER = 16

/** Letters of any alphabet with their marks, digits, `_`, `.` and `-`. */
const NAME = '[\\p{L}\\p{M}\\p{Nd}_.-]+'

/** @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function requireSyntax(argument: string, value: unknown = '{x}'): Delimiters {
  if (typeof value === 'string') {
    const [open, close] = requireOneOf(argument, value, SYNTAXES).split('x')
    return { open: open!, close: close! }
  }
  if (typeof value !== 'object') {
    throw new SeptetError('invalid-type', argument, value, `must be a string or an object, got ${describe(value)}`)
  }
  const { open, close } = requireMembers(argument, value, ['open', 'close'])
  return { open: requireDelimiter(`${argument}.open`, open), close: requireDelimiter(`${argument}.close`, close) }
}

function requireDelimiter(argument: string, value: unknown): string {
  const delimiter = requireString(argument, value)
  if (delimiter === '' || delimiter.length > LONGEST_DELIMITER) {
    const message = `must have 1 to ${LONGEST_DELIMITER} UTF-16 units, and has ${delimiter.length}`
    throw new SeptetError('invalid-value', argument, value, message)
  }
  const named = new RegExp(NAME, 'u').exec(delimiter)
  if (named === null) return delimiter
  throw new SeptetError('invalid-value', argument, value, 'has what may be part of a name', named.index)
}

/**
 * Takes a template apart. An opener that no name and closer follow is text; a doubled opener is one opener, as text. A delimiter
 * has nothing in it that a name may have, so no name is read twice: the work is linear.
 */
export function parseTemplate(source: string, { open, close }: Delimiters): Template {
  const literals: string[] = []
  const names: string[] = []
  const offsets: number[] = []
  const name = new RegExp(NAME, 'uy')
  let literal = ''
  let at = 0
  for (let opener = source.indexOf(open); opener >= 0; opener = source.indexOf(open, at)) {
    literal += source.slice(at, opener)
    const inside = opener + open.length
    if (source.startsWith(open, inside)) {
      literal += open
      at = inside + open.length
      continue
    }
    name.lastIndex = inside
    const found = name.exec(source)?.[0]
    if (found !== undefined && source.startsWith(close, inside + found.length)) {
      literals.push(literal)
      names.push(found)
      offsets.push(opener)
      literal = ''
      at = inside + found.length + close.length
    } else {
      // One unit only: of `{{{x}}`, the second brace begins a placeholder.
      literal += source[opener]
      at = opener + 1
    }
  }
  literals.push(literal + source.slice(at))
  return { source, literals, names, offsets }
}

/** How often each name occurs. */
export function countNames(names: readonly string[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1)
  return times
}
