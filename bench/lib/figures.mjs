/**
 * Calculates figures from passes. A row is { row, passes, wrong, peers }. `passes` has, for each pass, the nanoseconds
 * of a call of each subject. Two subjects are compared within each pass, where both ran under the same load. Then the
 * median is taken. So a slow minute changes both sides of a ratio.
 */

export function time({ passes }, subject) {
  return median(passes[subject])
}

/** The time of the subject divided by that of `versus`. */
export function ratio({ passes }, subject, versus) {
  return median(passes[subject].map((nanoseconds, pass) => nanoseconds / passes[versus][pass]))
}

/** How many nanoseconds the subject takes more than `versus`. */
export function excess({ passes }, subject, versus) {
  return median(passes[subject].map((nanoseconds, pass) => nanoseconds - passes[versus][pass]))
}

/**
 * The plain loop is an ES module: where subjects are loaded by `require`, the empty package takes its place; in an engine, a function
 * of its own; for files, `wc -lm`.
 */
const YARDSTICKS = ['plain loop', 'empty package', 'lengthUTF8', 'wc -lm']

/**
 * The time of a subject divided by that of the plain loop in the same run: a figure that does not depend on the
 * machine.
 */
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
