import { SeptetError } from '../../errors'

/** One step that rewrites a text, done, and the way back from its outcome. */
export interface Pass {
  readonly text: string
  /**
   * For ascending offsets in `text`: the offsets in what was rewritten of the first character that is written there or
   * behind. A border inside what one character became lies behind that character.
   */
  sourceOf(offsets: readonly number[]): readonly number[]
}

/** Nothing was rewritten. */
export function unchanged(text: string): Pass {
  return { text, sourceOf: (offsets) => offsets }
}

/** The outcome of steps done one upon another. */
export function chained(text: string, passes: readonly Pass[]): Pass {
  return {
    text: passes.at(-1)?.text ?? text,
    sourceOf: (offsets) => passes.reduceRight((found, pass) => pass.sourceOf(found), offsets),
  }
}

/** A text with more behind it. @throws {SeptetError} 'too-long': the runtime has no string of that length */
export function appended(text: string, ...more: readonly string[]): string {
  try {
    return text.concat(...more)
  } catch {
    const message = `becomes longer than a string can be, which is some ${text.length} units`
    throw new SeptetError('too-long', 'text', text.slice(0, 80), message)
  }
}
