import { type AST, parseRegExpLiteral } from '@eslint-community/regexpp'

/** Letters before marks, and both before controls, so that a failure is easy to read. */
const FIRST = ['a', '0', ' ', '\n', 'я', 'é', '\u0301']
const LAST = 0xe007f

/** A character that `one` matches. */
function characterOf(one: RegExp): string {
  const found = FIRST.find((character) => one.test(character))
  if (found !== undefined) return found
  for (let codePoint = 0x20; codePoint <= LAST; codePoint++) {
    const character = String.fromCodePoint(codePoint)
    if (one.test(character)) return character
  }
  throw new Error(`no character for ${one}`)
}

/**
 * Strings on which a backtracking matcher takes longest: all that comes before a repeated element, the element so many
 * times, and an end that does not match. There is one for each element that may repeat without limit, and for each end.
 */
export function* pumpedStrings(expression: RegExp, length: number): Generator<string> {
  const { pattern } = parseRegExpLiteral(expression)
  for (const { before, element } of repetitions(pattern, '', expression.flags)) {
    const pump = sample(element, expression.flags)
    if (pump === '') continue
    for (const ending of ['\0', '\n', 'я', '']) yield before + pump.repeat(length / pump.length) + ending
  }
}

interface Repetition {
  readonly before: string
  readonly element: AST.QuantifiableElement
}

/** The elements that may repeat without limit, each with a string that matches everything before it. */
function* repetitions(node: AST.Pattern | AST.Element, before: string, flags: string): Generator<Repetition> {
  if (node.type === 'Quantifier') {
    if (node.max === Number.POSITIVE_INFINITY) yield { before, element: node.element }
    yield* repetitions(node.element, before, flags)
    return
  }
  if (!('alternatives' in node)) return
  for (const { elements } of node.alternatives) {
    let soFar = before
    for (const element of elements) {
      yield* repetitions(element as AST.Element, soFar, flags)
      soFar += sample(element as AST.Element, flags)
    }
  }
}

/** One of the shortest strings that an element matches. */
function sample(node: AST.Element, flags: string): string {
  switch (node.type) {
    case 'Quantifier':
      return sample(node.element, flags).repeat(node.min)
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives[0]!.elements.map((element) => sample(element, flags)).join('')
    case 'Character':
      return String.fromCodePoint(node.value)
    case 'CharacterSet':
    case 'CharacterClass':
      return characterOf(new RegExp(`^(?:${node.raw})$`, flags.replace(/[gy]/g, '')))
    default:
      return ''
  }
}
