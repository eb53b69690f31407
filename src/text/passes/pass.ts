import type { Windows } from '../../core/measure'

/** The outcome of a step that rewrites a text, and the way back to the text before it. */
export interface Pass {
  /** The text before the step. */
  readonly source: string
  /** The text after it: built when it is first read. */
  readonly text: string
  /** The same for `countIn`, which needs no string: windows, as long as the text is not built. */
  readonly content: string | Windows
  /**
   * For ascending offsets in `text`: the offsets in the text before the step. Each is that of the first character whose
   * outcome begins at the offset in `text` or later. So an offset inside the outcome of one character gives the end of
   * that character.
   */
  locateSources(offsets: readonly number[]): readonly number[]
}

const keepOffsets = (offsets: readonly number[]) => offsets

/** Nothing was rewritten. */
export function createUnchanged(text: string): Pass {
  return { source: text, text, content: text, locateSources: keepOffsets }
}

/**
 * A step whose text is built when it is first read. A class: to make one takes 27 ns, and an object literal with two getters takes 2 µs
 * (Node 20), four times as long as all else that counts a short text.
 */
export class LazyPass implements Pass {
  #text: string | undefined

  /** `build` makes the text; `count` gives it as `content` is, as long as it is not built. */
  constructor(
    readonly source: string,
    private readonly build: () => string,
    private readonly count: () => string | Windows,
    readonly locateSources: Pass['locateSources'],
  ) {}

  get text(): string {
    this.#text ??= this.build()
    return this.#text
  }

  get content(): string | Windows {
    return this.#text ?? this.count()
  }
}

/** The outcome of several steps, each on the outcome of the one before it. */
export function chainPasses(source: string, passes: readonly Pass[]): Pass {
  const last = passes.at(-1) ?? createUnchanged(source)
  if (passes.length < 2) return last
  return new LazyPass(
    source,
    () => last.text,
    () => last.content,
    (offsets) => passes.reduceRight((found, pass) => pass.locateSources(found), offsets),
  )
}
