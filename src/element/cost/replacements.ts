// Characters and what replaces them in a text.

/** Characters, each a code point, and what replaces each. */
export type Replacements = ReadonlyMap<string, string>

/** The places of the characters, by code points: half of a surrogate pair is not found in a whole pair. */
export function* findOccurrences(text: string, replacements: Replacements): Generator<[start: number, end: number]> {
  let start = 0
  for (const character of text) {
    const end = start + character.length
    if (replacements.has(character)) yield [start, end]
    start = end
  }
}

/** The first place of `character`, which may be several code points, at or after `from`; after the last place, the first. */
export function findCharacter(text: string, character: string, from: number): [start: number, end: number] | undefined {
  const start = findWhole(text, character, from) ?? findWhole(text, character, 0)
  return start === undefined ? undefined : [start, start + character.length]
}

function findWhole(text: string, character: string, from: number): number | undefined {
  let start = text.indexOf(character, from)
  while (start >= 0 && (isWithinPair(text, start) || isWithinPair(text, start + character.length)))
    start = text.indexOf(character, start + 1)
  return start < 0 ? undefined : start
}

/** Whether `offset` is between the halves of a surrogate pair. */
function isWithinPair(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, offset - 1), offset + 1))
}

/** The text with all replacements. */
export function replaceAll(text: string, replacements: Replacements): string {
  let replaced = ''
  for (const character of text) replaced += replacements.get(character) ?? character
  return replaced
}
