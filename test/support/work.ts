// Measures work as a number that is the same on any machine under any load: how often the blocks of our code ran, by
// V8's precise coverage. It measures the JavaScript build, where the core is JavaScript too. It does not see what V8
// itself does: flattening and slicing a string, a regular expression, Intl.Segmenter. For these, the units that they
// get are counted (`unitsGiven`).

import { Session } from 'node:inspector'
import { expect, vi } from 'vitest'

const OURS = /\/(?:src|build)\//

/** Eight times the input means eight times the work if it is linear, and 64 times if it is quadratic. */
const TIMES = 8
const MOST = 16
/** Work that did not grow with the input was not measured. */
const LEAST = 2

// V8 counts only the blocks of functions that are compiled after this call. So it is called at import, once in a
// process.
const session = new Session()
session.connect()
session.post('Profiler.enable')
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

/** How many times blocks of src/ and of the core ran. */
export function countWork(run: () => unknown): number {
  blocksRun()
  run()
  return blocksRun()
}

/** Checks that the work of `work(n)` grows like `n`. The first call is not counted, because it starts a core. */
export function expectLinear(work: (n: number) => unknown, n: number): void {
  work(n)
  expectProportion((size) => countWork(() => work(size)), n)
}

/** The same for anything that can be counted. */
export function expectProportion(amount: (n: number) => number, n: number): void {
  const small = amount(n)
  const ratio = amount(TIMES * n) / small
  expect(small).toBeGreaterThan(0)
  expect(ratio).toBeGreaterThan(LEAST)
  expect(ratio).toBeLessThan(MOST)
}

/** How many units Intl.Segmenter gets while `run` runs. */
export function unitsGiven(run: () => unknown): number {
  let units = 0
  const { segment } = Intl.Segmenter.prototype
  const spy = vi.spyOn(Intl.Segmenter.prototype, 'segment').mockImplementation(function (this: Intl.Segmenter, text) {
    units += text.length
    return segment.call(this, text)
  })
  try {
    run()
    return units
  } finally {
    spy.mockRestore()
  }
}

/** How many times blocks ran since the last call. */
function blocksRun(): number {
  let blocks = 0
  session.post('Profiler.takePreciseCoverage', (error, coverage) => {
    if (error) throw error
    for (const { url, functions } of coverage.result) {
      if (!OURS.test(url)) continue
      for (const { ranges } of functions) for (const { count } of ranges) blocks += count
    }
  })
  return blocks
}
