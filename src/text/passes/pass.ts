import type { Windows } from '../../core/measure'

/** The outcome of a step that rewrites a text, and the way back to the text before it. */
export interface Pass {
  /** The text before the step. */
  readonly source: string
  /** The text after it: built when it is first read. */
  readonly text: string
  /** The same for `countText`, which needs no string: windows, as long as the text is not built. */
  readonly content: string | Windows
  /**
   * For ascending offsets in `text`: the offsets in the text before the step. Each is that of the first character whose
   * outcome begins at the offset in `text` or later. So an offset inside the outcome of one character gives the end of
   * that character.
   */
  sourceOf(offsets: readonly number[]): readonly number[]
}

const asIs = (offsets: readonly number[]) => offsets

/** Nothing was rewritten. */
export function unchanged(text: string): Pass {
  return { source: text, text, content: text, sourceOf: asIs }
}

/** A step: what builds its text, the same text in windows, and the way back. */
export function createPass(source: string, build: () => string, windows: Windows, sourceOf: Pass['sourceOf']): Pass {
  let text: string | undefined
  return {
    source,
    get text() {
      text ??= build()
      return text
    },
    get content() {
      return text ?? windows
    },
    sourceOf,
  }
}

/** The outcome of several steps, each on the outcome of the one before it. */
export function chained(source: string, passes: readonly Pass[]): Pass {
  const last = passes.at(-1) ?? unchanged(source)
  return {
    source,
    get text() {
      return last.text
    },
    get content() {
      return last.content
    },
    sourceOf: (offsets) => passes.reduceRight((found, pass) => pass.sourceOf(found), offsets),
  }
}
