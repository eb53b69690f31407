/** The outcome of one step that rewrites a text, and the way back to the text before it. */
export interface Pass {
  readonly text: string
  /**
   * For ascending offsets in `text`: the offsets in the text before the step. Each is that of the first character whose
   * outcome begins at the offset in `text` or later. So an offset inside the outcome of one character gives the end of
   * that character.
   */
  sourceOf(offsets: readonly number[]): readonly number[]
}

/** A text as it is sent, and the way back to the argument. */
export interface Rewriting extends Pass {
  /** The argument. */
  readonly source: string
}

/** Nothing was rewritten. */
export function unchanged(text: string): Pass {
  return { text, sourceOf: (offsets) => offsets }
}

/** The outcome of several steps, each on the outcome of the one before it. */
export function chained(text: string, passes: readonly Pass[]): Pass {
  return {
    text: passes.at(-1)?.text ?? text,
    sourceOf: (offsets) => passes.reduceRight((found, pass) => pass.sourceOf(found), offsets),
  }
}
