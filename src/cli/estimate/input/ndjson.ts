import { isUtf8 } from 'node:buffer'
import type { OctetWriter } from '../octet-writer'
import { ADDED, type BadRow, type Batch, type Cells, type FileLayout, ROWS } from './batch'
import { PHONE_COLUMNS, TEXT_COLUMNS } from './format'
import { isPhoneValue, readJsonPhones } from './json-phones'
import { JsonScanner, type MemberPlace, OPEN_BRACE, OPEN_BRACKET, parseString, QUOTE } from './json-scanner'
import { MemberFinder } from './members'
import { ENDS, LINES, MESSAGES, PHONE_BEGINS, PHONE_ENDS, TEXTS } from './rows'
import { describeNotUtf8 } from './utf8'

const LINE_FEED = 0x0a

/**
 * How --output writes a line: unchanged, a text alone, an object, or an object that already has members with the new
 * names.
 */
const KIND = { other: 0, text: 1, object: 2, withAdded: 3 } as const

/** Columns for the lines of a batch, besides those in rows.ts. */
const VALUE_BEGINS = new Int32Array(ROWS)
const VALUE_ENDS = new Int32Array(ROWS)
const KINDS = new Uint8Array(ROWS)

/** Reads lines of JSON, each an object with a text, or a text alone. Empty lines are ignored. */
export function* readNdjson(block: Buffer, { members: asked, lineEnd }: FileLayout): Generator<Batch> {
  const texts = asked.text === undefined ? TEXT_COLUMNS : [asked.text]
  const numbers = asked.phone === undefined ? PHONE_COLUMNS : [asked.phone]
  const members = new MemberFinder([...new Set([...texts, ...numbers, ...ADDED])])
  const findIndices = (names: readonly string[]) => names.map((name) => members.names.indexOf(name))
  const [textIndices, numberIndices, added] = [texts, numbers, ADDED].map(findIndices) as [number[], number[], number[]]
  const show = (member: MemberPlace) => members.enter(block, member)
  const isSound = isUtf8(block)
  /** The text of the last line that was read, with its quotes. */
  let text = { begin: 0, end: 0, hasEscapes: false }
  let line = 0
  for (let begin = 0; begin < block.length; ) {
    const first = begin
    const bad: BadRow[] = []
    let lines = 0
    TEXTS.clear()
    for (; lines < ROWS && begin < block.length; lines++) {
      const feed = block.indexOf(LINE_FEED, begin)
      const end = feed < 0 ? block.length : feed
      MESSAGES[lines] = -1
      ENDS[lines] = end
      LINES[TEXTS.rows] = line + lines
      PHONE_BEGINS[TEXTS.rows] = -1
      const found = readLine(lines, begin, end)
      const reason = found === '' || isSound || isUtf8(block.subarray(begin, end)) ? found : describeNotUtf8(block)
      if (reason === undefined) MESSAGES[lines] = enterText()
      else if (reason !== '') bad.push({ line: line + lines, reason })
      begin = Math.min(end + 1, block.length)
    }
    yield createBatch(first, lines, bad)
    line += lines
  }

  /**
   * Reads a line. Returns what is wrong with it; undefined if it is a message, an empty string if the line is empty.
   */
  function readLine(index: number, begin: number, end: number): string | undefined {
    const scanner = new JsonScanner(block, begin, end)
    KINDS[index] = KIND.other
    scanner.skipBlanks()
    const first = scanner.octet
    if (first < 0) return ''
    VALUE_BEGINS[index] = scanner.at
    members.clear()
    const isRead = first === OPEN_BRACE ? scanner.skipObject(show) : scanner.skipValue()
    VALUE_ENDS[index] = scanner.at
    const hasEscapes = scanner.hasEscapes
    scanner.skipBlanks()
    if (!isRead || scanner.at < end) return describeNotJson(begin, scanner.at, end)
    if (first === QUOTE) {
      KINDS[index] = KIND.text
      text = { begin: VALUE_BEGINS[index]!, end: VALUE_ENDS[index]!, hasEscapes }
      return undefined
    }
    if (first !== OPEN_BRACE) {
      return first === OPEN_BRACKET ? 'an array; NDJSON has an object a line' : 'neither an object nor a string'
    }
    KINDS[index] = members.findFirst(added) >= 0 ? KIND.withAdded : KIND.object
    return readObject()
  }

  /** Checks the members that were found: see `readLine`. */
  function readObject(): string | undefined {
    const found = members.findFirst(textIndices)
    if (found < 0) return asked.text === undefined ? 'no text; see --text-column' : `no member "${asked.text}"`
    text = { begin: members.begins[found]!, end: members.ends[found]!, hasEscapes: members.hasEscapes[found] === 1 }
    if (block[text.begin] !== QUOTE) return `"${members.names[found]}" is no string`
    const number = members.findFirst(numberIndices)
    if (number < 0) return asked.phone === undefined ? undefined : `no member "${asked.phone}"`
    const begin = members.begins[number]!
    const end = members.ends[number]!
    if (!isPhoneValue(block, begin, end))
      return `"${members.names[number]}" is no string, no positive whole number and no array of these`
    PHONE_BEGINS[TEXTS.rows] = begin
    PHONE_ENDS[TEXTS.rows] = end
    return undefined
  }

  /** Keeps the text of a message. Returns its number. */
  function enterText(): number {
    const { begin, end, hasEscapes } = text
    if (hasEscapes) TEXTS.addString(parseString(block, begin, end, true))
    else TEXTS.add(block, begin + 1, end - 1)
    return TEXTS.rows - 1
  }

  function describeNotJson(begin: number, at: number, end: number): string {
    if (at >= end) return 'not JSON: it ends too early'
    let characters = 1
    for (let index = begin; index < at; index++) if ((block[index]! & 0xc0) !== 0x80) characters++
    return `not JSON at character ${characters}`
  }

  function createBatch(from: number, lines: number, bad: BadRow[]): Batch {
    return {
      ...TEXTS.createBatchMembers(),
      lines,
      bad,
      line: (message) => LINES[message]!,
      hasPhones: true,
      phones: (message) =>
        PHONE_BEGINS[message]! < 0 ? undefined : readJsonPhones(block, PHONE_BEGINS[message]!, PHONE_ENDS[message]!),
      write(cellsOf, priced, writer) {
        let begin = from
        for (let index = 0; index < lines; index++) {
          const message = MESSAGES[index]!
          writeLine(index, begin, message < 0 ? undefined : cellsOf(message), priced, writer)
          begin = ENDS[index]! + 1
        }
      },
    }
  }

  /**
   * Writes the line with the new members. They replace its own members of the same names. The rest is copied: a
   * number that JavaScript would round keeps its digits.
   */
  function writeLine(index: number, begin: number, cells: Cells | undefined, priced: boolean, writer: OctetWriter) {
    const end = ENDS[index]!
    const kind = KINDS[index]!
    if (kind === KIND.other) writer.copy(block, begin, end)
    else {
      const valueEnd = VALUE_ENDS[index]!
      const valueBegin = VALUE_BEGINS[index]!
      writer.copy(block, begin, valueBegin)
      writer.ascii('{')
      const front = writer.end
      if (kind === KIND.withAdded) writeOthers(valueBegin, valueEnd, writer)
      else if (kind === KIND.object) writer.copy(block, valueBegin + 1, findMembersEnd(valueBegin + 1, valueEnd - 1))
      else {
        writer.ascii('"text":')
        writer.copy(block, valueBegin, valueEnd)
      }
      writer.ascii(writeMembers(cells, priced, writer.end > front))
      writer.copy(block, valueEnd, end)
    }
    if (end < block.length) writer.copy(block, end, end + 1)
    else writer.ascii(lineEnd)
  }

  /** The members that do not have the names of --output. */
  function writeOthers(begin: number, end: number, writer: OctetWriter): void {
    const scanner = new JsonScanner(block, begin, end)
    let isFirst = true
    scanner.skipObject((member) => {
      if (added.includes(members.find(block, member))) return
      if (!isFirst) writer.ascii(',')
      writer.copy(block, member.begin, member.valueEnd)
      isFirst = false
    })
  }

  /** Finds the end without the blanks before it. */
  function findMembersEnd(begin: number, end: number): number {
    while (end > begin && block[end - 1]! <= 0x20) end--
    return end
  }
}

/** Writes the members that --output adds to a row, with its closing brace; nulls for a row that is left out. */
function writeMembers(cells: Cells | undefined, priced: boolean, hasOthers: boolean): string {
  const [encoding, units, segments, cost] = cells ?? []
  const writeWord = (value: string | undefined) => (value === undefined ? 'null' : `"${value}"`)
  const costs = priced ? `,"cost":${writeWord(cost)}` : ''
  return `${hasOthers ? ',' : ''}"encoding":${writeWord(encoding)},"units":${units ?? null},"segments":${segments ?? null}${costs}}`
}
