/** The most typing errors that a similar name may have. */
const MOST_ERRORS = 3

/** Writes the end of an error about a wrong name: `did you mean maxSegments? there are ...`. */
export function listNames(written: string, names: readonly string[]): string {
  const similar = findSimilar(written, names)
  return `${similar === undefined ? '' : `did you mean ${similar}? `}there are ${names.join(', ')}`
}

/** Returns the name that was probably meant: the most similar one, if at least half of the name is right. */
export function findSimilar(written: string, names: readonly string[]): string | undefined {
  let found: string | undefined
  let fewest = MOST_ERRORS + 1
  for (const name of names) {
    if (Math.abs(name.length - written.length) > MOST_ERRORS) continue
    const errors = countErrors(written.toLowerCase(), name.toLowerCase())
    if (errors >= fewest || 2 * errors > name.length) continue
    found = name
    fewest = errors
  }
  return found
}

/** Counts letters that are missing, added, wrong, or exchanged with the next: the distance of optimal string alignment. */
function countErrors(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const next = [row]
    for (let column = 1; column <= b.length; column++) {
      const wrong = a[row - 1] === b[column - 1] ? 0 : 1
      next[column] = Math.min(last[column]! + 1, next[column - 1]! + 1, last[column - 1]! + wrong)
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        next[column] = Math.min(next[column]!, before[column - 2]! + 1)
    }
    before = last
    last = next
  }
  return last[b.length]!
}
