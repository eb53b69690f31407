import { ADDED } from './batch'
import { PHONE_COLUMNS, TEXT_COLUMNS } from './format'
import { isPhoneValue } from './json-phones'
import { JsonScanner, type MemberPlace, OPEN_BRACE, OPEN_BRACKET, QUOTE } from './json-scanner'
import { MemberFinder } from './members'

/**
 * How --output writes a line: unchanged, a text alone, an object, or an object that already has members with the new
 * names.
 */
export const KIND = { other: 0, text: 1, object: 2, withAdded: 3 } as const

/** The members that are asked for; undefined: any of the usual names. */
interface AskedMembers {
  readonly text: string | undefined
  readonly phone: string | undefined
}

/**
 * A line of NDJSON: an object with a text, or a text alone. Its members describe the line that was read last, so a line
 * makes few objects.
 */
export class NdjsonLine {
  /** One of KIND. */
  kind: number = KIND.other
  /** The place of the value, without the blanks around it. */
  valueBegin = 0
  valueEnd = 0
  /** The place of the text, with its quotes. */
  textBegin = 0
  textEnd = 0
  textHasEscapes = false
  /** The place of the phone numbers; -1 if there are none. */
  phoneBegin = -1
  phoneEnd = -1

  readonly #block: Buffer
  readonly #asked: AskedMembers
  readonly #members: MemberFinder
  /** The indices of names in `#members`. */
  readonly #texts: readonly number[]
  readonly #phones: readonly number[]
  readonly #added: readonly number[]
  readonly #enter: (member: MemberPlace) => void

  constructor(block: Buffer, asked: AskedMembers) {
    const texts = asked.text === undefined ? TEXT_COLUMNS : [asked.text]
    const phones = asked.phone === undefined ? PHONE_COLUMNS : [asked.phone]
    const members = new MemberFinder([...new Set([...texts, ...phones, ...ADDED])])
    const findIndices = (names: readonly string[]) => names.map((name) => members.names.indexOf(name))
    this.#block = block
    this.#asked = asked
    this.#members = members
    this.#texts = findIndices(texts)
    this.#phones = findIndices(phones)
    this.#added = findIndices(ADDED)
    this.#enter = (member) => members.enter(block, member)
  }

  /**
   * Reads the line from `begin` to `end`.
   *
   * @returns what is wrong with it; undefined if it is a message, an empty string if it is empty
   */
  read(begin: number, end: number): string | undefined {
    const scanner = new JsonScanner(this.#block, begin, end)
    this.kind = KIND.other
    this.phoneBegin = -1
    scanner.skipBlanks()
    const first = scanner.octet
    if (first < 0) return ''
    this.valueBegin = scanner.at
    this.#members.clear()
    const isRead = first === OPEN_BRACE ? scanner.skipObject(this.#enter) : scanner.skipValue()
    this.valueEnd = scanner.at
    const { hasEscapes } = scanner
    scanner.skipBlanks()
    if (!isRead || scanner.at < end) return describeNotJson(this.#block, begin, scanner.at, end)
    if (first === OPEN_BRACE) return this.#readObject()
    if (first === QUOTE) {
      this.#takeText(hasEscapes)
      return undefined
    }
    return first === OPEN_BRACKET ? 'an array; NDJSON has an object a line' : 'neither an object nor a string'
  }

  /** The value is a text alone. */
  #takeText(hasEscapes: boolean): void {
    this.kind = KIND.text
    this.textBegin = this.valueBegin
    this.textEnd = this.valueEnd
    this.textHasEscapes = hasEscapes
  }

  /** Checks the members that were found. @returns what is wrong with them */
  #readObject(): string | undefined {
    const members = this.#members
    this.kind = members.findFirst(this.#added) >= 0 ? KIND.withAdded : KIND.object
    const found = members.findFirst(this.#texts)
    const { text } = this.#asked
    if (found < 0) return text === undefined ? 'no text; see --text-column' : `no member "${text}"`
    this.textBegin = members.begins[found]!
    this.textEnd = members.ends[found]!
    this.textHasEscapes = members.hasEscapes[found] === 1
    return this.#block[this.textBegin] === QUOTE ? this.#readPhones() : `"${members.names[found]}" is no string`
  }

  #readPhones(): string | undefined {
    const members = this.#members
    const found = members.findFirst(this.#phones)
    const { phone } = this.#asked
    if (found < 0) return phone === undefined ? undefined : `no member "${phone}"`
    const begin = members.begins[found]!
    const end = members.ends[found]!
    if (!isPhoneValue(this.#block, begin, end))
      return `"${members.names[found]}" is no string, no positive whole number and no array of these`
    this.phoneBegin = begin
    this.phoneEnd = end
    return undefined
  }
}

/** `at`: where JSON ends. Characters count from 1. */
function describeNotJson(block: Buffer, begin: number, at: number, end: number): string {
  if (at >= end) return 'not JSON: it ends too early'
  let characters = 1
  for (let index = begin; index < at; index++) if ((block[index]! & 0xc0) !== 0x80) characters++
  return `not JSON at character ${characters}`
}
