import { type MemberPlace, parseString } from './json-scanner'

/** Members of a JSON object that are looked for by their names: where the value of each is. Of two of one name it is the last. */
export class Members {
  readonly names: readonly string[]
  /** Octets of each value, -1 where there is none of this name; and whether a string has escapes in it. */
  readonly begins: Int32Array
  readonly ends: Int32Array
  readonly hasEscapes: Uint8Array
  readonly #octets: readonly Buffer[]
  /** Indices of the names, by their octets' number: few members need a closer look. */
  readonly #byLength = new Map<number, number[]>()

  /** @param names none of them twice */
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

  /** Forgets the members of another object. */
  clear(): void {
    this.begins.fill(-1)
  }

  /** Keeps the value of a member, where its name is looked for. */
  enter(octets: Buffer, member: MemberPlace): void {
    const index = this.find(octets, member)
    if (index < 0) return
    this.begins[index] = member.valueBegin
    this.ends[index] = member.valueEnd
    this.hasEscapes[index] = member.valueHasEscapes ? 1 : 0
  }

  /** The first of some names that has a value; -1 where none has. */
  first(names: readonly number[]): number {
    for (const index of names) if (this.begins[index]! >= 0) return index
    return -1
  }

  /** The index of a member's name; -1 where nobody looks for it. */
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
