/**
 * From passes to figures. A row measured is { row, passes, wrong, peers }: `passes` holds nanoseconds a call of each subject, pass by
 * pass. What two subjects have to do with each other is worked out within each pass, where both met the same machine, and only
 * then is the median taken: a noisy minute moves both sides of a ratio.
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

/** The plain loop is an ES module: where subjects are required, the empty package stands in for it. */
const YARDSTICKS = ['plain loop', 'empty package']

/** Times of a subject in plain loops of the same run: what is left when the machine is taken out. */
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
