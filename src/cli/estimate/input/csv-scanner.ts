// RFC 4180, and what is met beside it: lines that end in LF, fields with a quote in them, quotes that are torn.
//
//   row    = field *(delimiter field) (LF / CR LF / end of the file, perhaps after a CR)
//   field  = quoted / plain
//   quoted = " *(any octet but " / "") "
//   plain  = octets except LF and the delimiter, the first of them no quote: a later quote, or a CR alone, is text
//
// A quoted field that is not closed, or goes on after its closing quote, tears its row. A torn row is its first line, and
// the lines after it are rows of their own, so that one quote costs one row.

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const QUOTE = 0x22

/** What is wrong with the quotes of a row. */
export const FAULT = { none: 0, unclosed: 1, goesOn: 2 } as const

/** How a field is written: plain, in quotes, in quotes with doubled ones inside. */
export const WRITTEN = { plain: 0, quoted: 1, doubled: 2 } as const

/** Place of a field: from `begin` to `end`, without the quotes around it. */
export interface FieldPlace {
  begin: number
  end: number
  /** One of WRITTEN. */
  written: number
}

/**
 * Goes through the rows of some octets of CSV. What it says of a row stands in its members until `next` goes on: a row makes
 * no objects. Each octet is looked at twice at most, however the quotes are torn.
 */
export class CsvScanner {
  /** First octet of the row. Empty lines before it belong to no row. */
  begin = 0
  /** After its last octet. */
  end = 0
  /** After its line end: where the next row is looked for. Whoever sets it, to the begin of a line, counts lines himself. */
  after: number
  /** Line feeds before the row. */
  line = 0
  /** How many fields it has, where it has no fault. */
  fields = 0
  /** One of FAULT. */
  fault: number = FAULT.none
  /** Whether the octets end where its line, or a quote in it, may go on. */
  isOpen = false
  /** Places of the fields that are asked for, in the order of `columns`; those of a short row are old. */
  readonly places: readonly FieldPlace[]

  readonly #octets: Uint8Array
  readonly #length: number
  readonly #delimiter: number
  /** Of each field, its index in `places`; -1 where it is not asked for. */
  readonly #slots: Int32Array
  /** Of the field in quotes that was read last: its closing quote, and how it is written. */
  #quote = 0
  #written: number = WRITTEN.plain
  /** Line feeds in the row and in its line end. */
  #feeds = 0
  /** Rows that begin before it are one line each: a quote was looked for up to here, in vain. */
  #alone = 0

  /**
   * @param octets whole rows, or the begin of some
   * @param delimiter the octet between fields
   * @param columns fields whose places are wanted, none of them twice; the first of a row is 0
   * @param at where the first row is looked for
   */
  constructor(octets: Uint8Array, delimiter: number, columns: readonly number[] = [], at = 0) {
    this.#octets = octets
    this.#length = octets.length
    this.#delimiter = delimiter
    this.#slots = new Int32Array(columns.reduce((most, column) => Math.max(most, column + 1), 0)).fill(-1)
    for (const [slot, column] of columns.entries()) this.#slots[column] = slot
    this.places = columns.map(() => ({ begin: 0, end: 0, written: WRITTEN.plain }))
    this.after = at
  }

  /** Line feeds before `after`. */
  get lineAfter(): number {
    return this.line + this.#feeds
  }

  /** Goes to the next row. @returns whether there is one; where there is none, `after` is the end of the octets */
  next(): boolean {
    this.line += this.#feeds
    this.#feeds = 0
    this.#skipEmptyLines()
    this.begin = this.after
    if (this.begin >= this.#length) return false
    if (this.begin < this.#alone) this.#readLine()
    else {
      this.#read(this.#length)
      if (this.fault !== FAULT.none) this.#tear()
    }
    return true
  }

  #skipEmptyLines(): void {
    const octets = this.#octets
    let at = this.after
    for (;;) {
      const octet = octets[at]
      if (octet === LINE_FEED) at++
      else if (octet === CARRIAGE_RETURN && (octets[at + 1] === LINE_FEED || at + 1 === this.#length)) at += 2
      else break
      this.line++
    }
    this.after = Math.min(at, this.#length)
  }

  /** A row that ends with its line, whatever its quotes. */
  #readLine(): void {
    const feed = this.#octets.indexOf(LINE_FEED, this.begin)
    this.#read(feed < 0 ? this.#length : feed + 1)
    if (this.fault !== FAULT.none) this.#endAtLine()
  }

  /** `after` is where the quotes were seen to be torn. */
  #tear(): void {
    const seen = this.after
    const isOneLine = this.#feeds === 0
    const { isOpen } = this
    // Unclosed, the quote was looked for to the end, in all lines.
    this.#alone = this.fault === FAULT.unclosed ? this.#length : this.#octets.lastIndexOf(LINE_FEED, seen) + 1
    this.#feeds = 0
    if (isOneLine) this.#endAtLine()
    else this.#readLine()
    this.isOpen ||= isOpen
  }

  /** The row is its first line. */
  #endAtLine(): void {
    const feed = this.#octets.indexOf(LINE_FEED, this.begin)
    if (feed < 0) this.#endAtLast()
    else this.#endAtFeed(feed)
    this.#feeds = feed < 0 ? 0 : 1
  }

  #endAtFeed(feed: number): void {
    this.end = feed > this.begin && this.#octets[feed - 1] === CARRIAGE_RETURN ? feed - 1 : feed
    this.after = feed + 1
  }

  /** The last row has no line feed. Half a CR LF, where the file ends, is its line end. */
  #endAtLast(): void {
    const length = this.#length
    this.end = length - 1 > this.begin && this.#octets[length - 1] === CARRIAGE_RETURN ? length - 1 : length
    this.after = length
    this.isOpen = true
  }

  /** Reads a row that ends before `limit`. Where its quotes are torn, `after` says where, and the rest is old. */
  #read(limit: number): void {
    const octets = this.#octets
    this.fault = FAULT.none
    this.isOpen = false
    let at = this.begin
    for (let field = 0; ; field++) {
      const isQuoted = at < limit && octets[at] === QUOTE
      const end = isQuoted ? this.#readQuoted(at + 1, limit) : this.#readPlain(at, limit)
      if (this.fault !== FAULT.none) return
      const place = this.#placeOf(field)
      if (place) {
        place.begin = isQuoted ? at + 1 : at
        place.end = isQuoted ? this.#quote : end
        place.written = isQuoted ? this.#written : WRITTEN.plain
      }
      at = end + 1
      if (end < limit && octets[end] === this.#delimiter) continue
      this.fields = field + 1
      if (end < limit) {
        this.#endAtFeed(end)
        this.#feeds++
      } else this.#endAtLast()
      if (place && place.end > this.end) place.end = Math.max(place.begin, this.end) // without the CR
      return
    }
  }

  /** Reads a field that begins at `at`. Returns where it ends: at a delimiter, a line feed or the limit. */
  #readPlain(at: number, limit: number): number {
    const octets = this.#octets
    const delimiter = this.#delimiter
    while (at < limit) {
      const octet = octets[at]
      if (octet === delimiter || octet === LINE_FEED) break
      at++
    }
    return at
  }

  /** The same of a field in quotes, whose first octet is at `at`. Leaves a fault where it does not end. */
  #readQuoted(at: number, limit: number): number {
    const octets = this.#octets
    this.#written = WRITTEN.quoted
    for (;;) {
      while (at < limit) {
        const octet = octets[at]
        if (octet === QUOTE) break
        if (octet === LINE_FEED) this.#feeds++
        at++
      }
      if (at >= limit) return this.#stop(at, FAULT.unclosed)
      if (octets[at + 1] !== QUOTE) break
      this.#written = WRITTEN.doubled
      at += 2
    }
    this.#quote = at++
    if (at >= limit || octets[at] === this.#delimiter || octets[at] === LINE_FEED) return at
    const isLineEnd = octets[at] === CARRIAGE_RETURN && (at + 1 === limit || octets[at + 1] === LINE_FEED)
    return isLineEnd ? at + 1 : this.#stop(at, FAULT.goesOn)
  }

  #stop(at: number, fault: number): number {
    this.after = at
    this.fault = fault
    this.isOpen = fault === FAULT.unclosed && at >= this.#length
    return at
  }

  #placeOf(field: number): FieldPlace | undefined {
    return field < this.#slots.length && this.#slots[field]! >= 0 ? this.places[this.#slots[field]!] : undefined
  }
}

/**
 * Where the last whole row of some octets ends, of which more follow.
 *
 * @param at where the first row is looked for
 * @returns `at` where no row is whole
 */
export function findRowBorder(octets: Buffer, delimiter: number, at: number): number {
  const scanner = new CsvScanner(octets, delimiter, [], at)
  for (;;) {
    // Without a quote each line is a row.
    const quote = octets.indexOf(QUOTE, scanner.after)
    if (quote < 0) return Math.max(scanner.after, octets.lastIndexOf(LINE_FEED) + 1)
    scanner.after = Math.max(scanner.after, octets.lastIndexOf(LINE_FEED, quote) + 1)
    const border = scanner.after
    if (!scanner.next() || scanner.isOpen) return border
  }
}
