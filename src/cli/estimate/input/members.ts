import { type MemberPlace, parseString } from './json-scanner'

/**
 * Finds members of a JSON object by their names, and keeps where their values are. If a name is repeated, the last one
 * counts.
 */
export class MemberFinder {
  readonly names: readonly string[]
  /** The octets of each value, -1 if there is no member of this name; and whether a string has escapes. */
  readonly begins: Int32Array
  readonly ends: Int32Array
  readonly hasEscapes: Uint8Array
  readonly #octets: readonly Buffer[]
  /** The indices of the names, by their lengths in octets: then few members need a closer look. */
  readonly #byLength = new Map<number, number[]>()

  /** @param names the names, each once */
  constructor(names: readonly string[]) {
    this.names = names
    this.begins = new Int32Array(names.length)
    this.ends = new Int32Array(names.length)
    this.hasEscapes = new Uint8Array(names.length)
    this.#octets = names.map((name) => Buffer.from(name))
    for (const [index, { length }] of this.#octets.entries()) {
      this.#byLength.set(length, [...(this.#byLength.get(length) ?? []), index])
    }
  }

  /** Forgets the members of the previous object. */
  clear(): void {
    this.begins.fill(-1)
  }

  /** Keeps the place of a member's value, if its name is looked for. */
  enter(octets: Buffer, member: MemberPlace): void {
    const index = this.find(octets, member)
    if (index < 0) return
    this.begins[index] = member.valueBegin
    this.ends[index] = member.valueEnd
    this.hasEscapes[index] = member.valueHasEscapes ? 1 : 0
  }

  /** The first of some names that has a value; -1 if none has. */
  findFirst(names: readonly number[]): number {
    for (const index of names) if (this.begins[index]! >= 0) return index
    return -1
  }

  /** The index of a member's name; -1 if it is not looked for. */
  find(octets: Buffer, { nameBegin, nameEnd, nameHasEscapes }: MemberPlace): number {
    if (nameHasEscapes) return this.names.indexOf(parseString(octets, nameBegin, nameEnd, true))
    for (const index of this.#byLength.get(nameEnd - nameBegin - 2) ?? NONE) {
      if (this.#isAt(octets, nameBegin + 1, index)) return index
    }
    return -1
  }

  #isAt(octets: Buffer, at: number, index: number): boolean {
    const name = this.#octets[index]!
    for (let offset = 0; offset < name.length; offset++) if (octets[at + offset] !== name[offset]) return false
    return true
  }
}

const NONE: readonly number[] = []
