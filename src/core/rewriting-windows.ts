// A text of any length through the core's rewriting kernels, window by window.

import { appended, type Pass } from '../text/passes/pass'
import { CONSUMED, type Engine, LETTER } from './text'
import { copyIn, copyOut } from './window'

/** Rewrites the `length` units of the text window, behind which `ahead` more stand; answers the units written. */
export type Kernel = (engine: Engine, length: number, ahead: number, previous: number) => number

/** What became of the source from `from` to `end`: `units` units in the core's REWRITTEN. Answers whether to go on. */
type Visit = (units: number, from: number, end: number) => boolean

export function rewritten(engine: Engine, source: string, kernel: Kernel): Pass {
  return {
    text: apply(engine, source, kernel),
    sourceOf: (offsets) => locate(engine, source, kernel, offsets),
  }
}

/** The outcome alone. */
export function apply(engine: Engine, source: string, kernel: Kernel): string {
  let text = ''
  eachWindow(engine, source, kernel, (units) => {
    text = appended(text, copyOut(engine.rewritten, units))
    return true
  })
  return text
}

/** Hands the outcome of each window to `visit` while it stands in the core. */
export function eachWindow(engine: Engine, source: string, kernel: Kernel, visit: Visit): void {
  const { result, REWRITE_WINDOW, LOOK_AHEAD } = engine
  let previous = 0
  for (let from = 0; from < source.length; ) {
    const copied = copyIn(engine, source, from, Math.min(from + REWRITE_WINDOW + LOOK_AHEAD, source.length))
    const length = Math.min(copied, REWRITE_WINDOW)
    const units = kernel(engine, length, copied - length, previous)
    const end = from + result[CONSUMED]!
    previous = result[LETTER]!
    if (!visit(units, from, end)) return
    from = end
  }
}

/** The windows once more, up to the one that the last offset is in. */
function locate(engine: Engine, source: string, kernel: Kernel, offsets: readonly number[]): number[] {
  const { origins } = engine
  const found: number[] = []
  let written = 0
  eachWindow(engine, source, kernel, (units, from) => {
    while (found.length < offsets.length) {
      let unit = Math.max(0, offsets[found.length]! - written)
      while (unit > 0 && unit < units && origins[unit] === origins[unit - 1]) unit++
      if (unit >= units) break
      found.push(from + origins[unit]!)
    }
    written += units
    return found.length < offsets.length
  })
  while (found.length < offsets.length) found.push(source.length)
  return found
}
