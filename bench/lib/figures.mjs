/**
 * From passes to figures. A row is { row, passes, wrong, peers }; `passes` has the nanoseconds of a call of each subject in each pass.
 * Two subjects are compared within each pass, where both met the same machine; then the median is taken. So a noisy minute moves
 * both sides of a ratio.
 */

export function time({ passes }, subject) {
  return median(passes[subject])
}

/** How many times the time of `versus` the subject takes. */
export function ratio({ passes }, subject, versus) {
  return median(passes[subject].map((nanoseconds, pass) => nanoseconds / passes[versus][pass]))
}

/** Nanoseconds the subject takes longer than `versus`. */
export function excess({ passes }, subject, versus) {
  return median(passes[subject].map((nanoseconds, pass) => nanoseconds - passes[versus][pass]))
}

/** The plain loop is an ES module: where subjects are loaded by `require`, the empty package takes its place; in an engine, its own. */
const YARDSTICKS = ['plain loop', 'empty package', 'lengthUTF8']

/** The time of a subject in plain loops of the same run: a figure that does not depend on the machine. */
export function ratioToYardstick(row, subject) {
  return ratio(
    row,
    subject,
    YARDSTICKS.find((name) => name in row.passes),
  )
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
