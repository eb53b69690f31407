import { start } from './engine'
import { foreignCharacters, unitsOf } from './foreign'
import type { Plan } from './options'

/** Puts `text` in the place of what stands from `start` to `end`. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** One option that rewrites a text: its edits, ascending and apart. */
type Rewriter = (text: string) => Iterable<Edit>

/** A text as it is sent, and the way back to the argument. */
export interface Rewriting {
  readonly text: string
  /** For ascending offsets in `text`: the offsets in the argument of the first character written there or behind. */
  sourceOf(offsets: readonly number[]): readonly number[]
}

const asIs = (offsets: readonly number[]) => offsets

/** Rewrites a text as the options say, in the order in which TextOptions lists them. */
export function rewrite(source: string, plan: Plan): Rewriting {
  const rewriters = rewritersOf(plan)
  if (rewriters.length === 0) return { text: source, sourceOf: asIs }
  const passes: { input: string; rewriter: Rewriter }[] = []
  let text = source
  for (const rewriter of rewriters) {
    passes.push({ input: text, rewriter })
    text = apply(rewriter, text)
  }
  return {
    text,
    sourceOf: (offsets) => passes.reduceRight((found, { input, rewriter }) => locate(rewriter(input), found), offsets),
  }
}

function rewritersOf({ newline, replacement }: Plan): readonly Rewriter[] {
  if (newline === 'keep' && replacement === undefined) return []
  const rewriters: Rewriter[] = []
  if (newline !== 'keep') rewriters.push((text) => lineEnds(text, newline === 'lf' ? '\n' : '\r\n'))
  if (replacement !== undefined) rewriters.push((text) => replaced(text, replacement))
  return rewriters
}

/** Every line end that is not written as `newline`. */
function* lineEnds(text: string, newline: string): Generator<Edit> {
  for (const { 0: found, index } of text.matchAll(/\r\n?|\n/g)) {
    if (found !== newline) yield { start: index, end: index + found.length, text: newline }
  }
}

function* replaced(text: string, replacement: string): Generator<Edit> {
  for (const { offset, codePoint } of foreignCharacters(start(), text)) {
    yield { start: offset, end: offset + unitsOf(codePoint), text: replacement }
  }
}

function apply(rewriter: Rewriter, text: string): string {
  let rewritten = ''
  let from = 0
  for (const edit of rewriter(text)) {
    rewritten += text.slice(from, edit.start) + edit.text
    from = edit.end
  }
  return from === 0 ? text : rewritten + text.slice(from)
}

function locate(edits: Iterable<Edit>, offsets: readonly number[]): number[] {
  const iterator = edits[Symbol.iterator]()
  let edit = iterator.next()
  /** Input offset less output offset, behind the edits passed so far. */
  let shift = 0
  return offsets.map((offset) => {
    while (!edit.done) {
      const { start, end, text } = edit.value
      const written = start - shift
      if (offset <= written) break
      if (offset < written + text.length) return end
      shift = end - written - text.length
      edit = iterator.next()
    }
    return offset + shift
  })
}
