/** A member of a JSON object. */
export interface Member {
  name: string
  /** As it is written, blanks and all. */
  written: string
  /** What stands behind its colon. */
  value: string
}

/**
 * The members of a JSON object, in order. JSON.parse keeps one of two that have one name, and rounds numbers. `object` is
 * JSON already, and begins and ends with its braces.
 */
export function membersOf(object: string): Member[] {
  const members: Member[] = []
  let begin = 1
  let colon = 0
  let depth = 0
  let inString = false
  for (let at = 1; at < object.length; at++) {
    const character = object[at]
    if (inString) {
      if (character === '\\') at++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') depth++
    else if (depth > 0) {
      if (character === '}' || character === ']') depth--
    } else if (character === ':') colon = at
    else if ((character === ',' || character === '}') && colon > begin) {
      const name: string = JSON.parse(object.slice(begin, colon))
      members.push({ name, written: object.slice(begin, at), value: object.slice(colon + 1, at) })
      begin = at + 1
    }
  }
  return members
}
