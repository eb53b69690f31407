// Reads JSON (RFC 8259) in octets without making values of it: a row of 15 MB may have millions of objects.

export const QUOTE = 0x22
export const BACKSLASH = 0x5c
export const COMMA = 0x2c
const COLON = 0x3a
export const MINUS = 0x2d
const PLUS = 0x2b
const POINT = 0x2e
const ZERO = 0x30
const SMALL_U = 0x75
export const OPEN_BRACKET = 0x5b
export const CLOSE_BRACKET = 0x5d
export const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

/** The characters after a backslash, besides u: " \ / b f n r t. */
const ESCAPES = new Set([...'"\\/bfnrt'].map((character) => character.charCodeAt(0)))

const LITERALS = ['true', 'false', 'null'].map((word) => Buffer.from(word))

/** The place of a member of an object, as octet offsets. */
export interface MemberPlace {
  /** After the comma or brace before the member. */
  begin: number
  /** The name, with its quotes. */
  nameBegin: number
  nameEnd: number
  nameHasEscapes: boolean
  valueBegin: number
  valueEnd: number
  /** Whether the value is a string. */
  valueHasEscapes: boolean
  /** Before the comma or brace after the member. */
  end: number
}

/**
 * Reads JSON values. Each function that reads returns whether it succeeded. If not, `at` is the offset of the error.
 */
export class JsonScanner {
  at: number
  readonly #octets: Uint8Array
  readonly #end: number
  /** Whether the last string that was read has escapes. */
  hasEscapes = false

  /** @param end the offset where reading stops */
  constructor(octets: Uint8Array, at: number, end: number) {
    this.#octets = octets
    this.at = at
    this.#end = end
  }

  /** The octet at `at`; -1 at the end. */
  get octet(): number {
    return this.at < this.#end ? this.#octets[this.at]! : -1
  }

  skipBlanks(): void {
    const octets = this.#octets
    const end = this.#end
    let at = this.at
    while (at < end) {
      const octet = octets[at]
      if (octet !== 0x20 && octet !== 0x09 && octet !== 0x0a && octet !== 0x0d) break
      at++
    }
    this.at = at
  }

  /** Reads one octet, and the blanks before it. */
  take(octet: number): boolean {
    this.skipBlanks()
    if (this.octet !== octet) return false
    this.at++
    return true
  }

  /** Reads a string with its quotes. */
  skipString(): boolean {
    const octets = this.#octets
    const end = this.#end
    this.hasEscapes = false
    if (this.octet !== QUOTE) return false
    let at = this.at + 1
    while (at < end) {
      const octet = octets[at]!
      if (octet === QUOTE) {
        this.at = at + 1
        return true
      }
      if (octet < 0x20) break
      if (octet === BACKSLASH) {
        this.hasEscapes = true
        const next = octets[at + 1]!
        if (at + 1 < end && ESCAPES.has(next)) at += 2
        else if (at + 6 <= end && next === SMALL_U && isHex4(octets, at + 2)) at += 6
        else break
      } else at++
    }
    this.at = at
    return false
  }

  /** Reads the name of a member and its colon. */
  skipName(): boolean {
    this.skipBlanks()
    return this.skipString() && this.take(COLON)
  }

  /** Reads a value of any kind. It takes one octet of memory for each level of nesting. */
  skipValue(): boolean {
    let closers = SHALLOW
    let depth = 0
    for (;;) {
      this.skipBlanks()
      const octet = this.octet
      if (octet === OPEN_BRACE || octet === OPEN_BRACKET) {
        this.at++
        const closer = octet + 2
        if (!this.take(closer)) {
          if (depth === closers.length) closers = doubleClosers(closers)
          closers[depth++] = closer
          if (closer === CLOSE_BRACE && !this.skipName()) return false
          continue
        }
      } else if (!this.#skipScalar(octet)) return false
      while (depth > 0 && this.take(closers[depth - 1]!)) depth--
      if (depth === 0) return true
      if (!this.take(COMMA)) return false
      if (closers[depth - 1] === CLOSE_BRACE && !this.skipName()) return false
    }
  }

  /** Reads an object, and shows its members in order. Each call gets the same place object. */
  skipObject(show: (member: MemberPlace) => void): boolean {
    if (!this.take(OPEN_BRACE)) return false
    const member = { ...NO_MEMBER, begin: this.at }
    if (this.take(CLOSE_BRACE)) return true
    for (;;) {
      this.skipBlanks()
      member.nameBegin = this.at
      if (!this.skipString()) return false
      member.nameEnd = this.at
      member.nameHasEscapes = this.hasEscapes
      if (!this.take(COLON)) return false
      this.skipBlanks()
      member.valueBegin = this.at
      if (!this.skipValue()) return false
      member.valueEnd = this.at
      member.valueHasEscapes = this.hasEscapes
      this.skipBlanks()
      member.end = this.at
      show(member)
      if (this.take(CLOSE_BRACE)) return true
      if (!this.take(COMMA)) return false
      member.begin = this.at
    }
  }

  #skipScalar(first: number): boolean {
    if (first === QUOTE) return this.skipString()
    if (first === MINUS || isDigit(first)) return this.#skipNumber()
    return LITERALS.some((word) => this.#skipWord(word))
  }

  #skipWord(word: Uint8Array): boolean {
    for (let index = 0; index < word.length; index++) {
      if (this.at + index >= this.#end || this.#octets[this.at + index] !== word[index]) return false
    }
    this.at += word.length
    return true
  }

  #skipNumber(): boolean {
    if (this.octet === MINUS) this.at++
    if (this.octet === ZERO) this.at++
    else if (!this.#skipDigits()) return false
    if (this.octet === POINT) {
      this.at++
      if (!this.#skipDigits()) return false
    }
    if ((this.octet | 0x20) !== 0x65) return true // e, E
    this.at++
    if (this.octet === MINUS || this.octet === PLUS) this.at++
    return this.#skipDigits()
  }

  #skipDigits(): boolean {
    const begin = this.at
    while (isDigit(this.octet)) this.at++
    return this.at > begin
  }
}

const NO_MEMBER: MemberPlace = {
  begin: 0,
  nameBegin: 0,
  nameEnd: 0,
  nameHasEscapes: false,
  valueBegin: 0,
  valueEnd: 0,
  valueHasEscapes: false,
  end: 0,
}

/** The closing brackets of open values, for any depth. It is used only between two calls of a caller's function. */
const SHALLOW = new Uint8Array(64)

function doubleClosers(closers: Uint8Array): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(2 * closers.length)
  more.set(closers)
  return more
}

function isDigit(octet: number): boolean {
  return octet >= ZERO && octet <= 0x39
}

function isHex4(octets: Uint8Array, at: number): boolean {
  for (let index = at; index < at + 4; index++) {
    const octet = octets[index]!
    if (!isDigit(octet) && !((octet | 0x20) >= 0x61 && (octet | 0x20) <= 0x66)) return false
  }
  return true
}

/** The string for octets that are a JSON string. */
export function parseString(octets: Buffer, begin: number, end: number, hasEscapes: boolean): string {
  return hasEscapes ? JSON.parse(octets.toString('utf8', begin, end)) : octets.toString('utf8', begin + 1, end - 1)
}
