/** Characters, each a code point, and what stands in for them. */
export type Replacements = ReadonlyMap<string, string>

/** Where the characters stand: by code points, so that half of a pair is not found in a whole one. */
export function* occurrences(
  text: string,
  characters: { has(character: string): boolean },
): Generator<[start: number, end: number]> {
  let start = 0
  for (const character of text) {
    const end = start + character.length
    if (characters.has(character)) yield [start, end]
    start = end
  }
}

export function replaceAll(text: string, replacements: Replacements): string {
  let replaced = ''
  for (const character of text) replaced += replacements.get(character) ?? character
  return replaced
}
