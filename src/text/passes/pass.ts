/** One step that rewrites a text, done, and the way back from its outcome. */
export interface Pass {
  readonly text: string
  /**
   * For ascending offsets in `text`: the offsets in what was rewritten of the first character that is written there or
   * later. A border inside what one character became is after that character.
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

/** The outcome of steps done one upon another. */
export function chained(text: string, passes: readonly Pass[]): Pass {
  return {
    text: passes.at(-1)?.text ?? text,
    sourceOf: (offsets) => passes.reduceRight((found, pass) => pass.sourceOf(found), offsets),
  }
}
