// RFC 4180, and what real files add: lines that end in LF, fields with a quote in them, and broken quotes.
//
//   row    = field *(delimiter field) (LF / CR LF / end of the file, perhaps after a CR)
//   field  = quoted / plain
//   quoted = " *(any octet but " / "") "
//   plain  = octets except LF and the delimiter, the first of them no quote: a later quote, or a CR alone, is text
//
// A quoted field that is not closed, or continues after its closing quote, makes its row torn. A torn row is its first
// line. The lines after it are separate rows, so one wrong quote costs one row.

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const QUOTE = 0x22

/** What is wrong with the quotes of a row. */
export const FAULT = { none: 0, unclosed: 1, goesOn: 2 } as const

/** How a field is written: plain, in quotes, in quotes with doubled quotes inside. */
export const WRITTEN = { plain: 0, quoted: 1, doubled: 2 } as const

/** The place of a field: from `begin` to `end`, without the quotes around it. */
export interface FieldPlace {
  begin: number
  end: number
  /** One of WRITTEN. */
  written: number
}

/**
 * Reads the rows of some octets of CSV. Its members describe the current row until `next` is called, so a row makes
 * no objects. It looks at each octet at most twice, also if quotes are torn.
 */
export class CsvScanner {
  /** The first octet of the row. Empty lines before it do not belong to a row. */
  begin = 0
  /** The octet after its last one. */
  end = 0
  /**
   * The octet after its line end, where the next row starts. A caller who moves it to the start of another line counts
   * the lines.
   */
  after: number
  /** The number of line feeds before the row. */
  line = 0
  /** How many fields it has, if it has no fault. */
  fields = 0
  /** One of FAULT. */
  fault: number = FAULT.none
  /** Whether the octets end where its line, or a quoted field in it, may continue. */
  isOpen = false
  /**
   * The places of the fields that are asked for, in the order of `columns`. In a short row, some are of an earlier row.
   */
  readonly places: readonly FieldPlace[]

  readonly #octets: Uint8Array
  readonly #length: number
  readonly #delimiter: number
  /** For each field its index in `places`; -1 if it is not asked for. */
  readonly #slots: Int32Array
  /** The quoted field that was read last: its closing quote, and how it is written. */
  #quote = 0
  #written: number = WRITTEN.plain
  /** Line feeds in the row and in its line end. */
  #feeds = 0
  /** Rows that start before this octet are one line each: up to here no closing quote was found. */
  #alone = 0

  /**
   * @param octets whole rows, or the start of some
   * @param delimiter the octet between fields
   * @param columns the fields whose places are wanted, each once; the first field of a row is 0
   * @param at where the first row starts
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

  /** The number of line feeds before `after`. */
  get lineAfter(): number {
    return this.line + this.#feeds
  }

  /** Goes to the next row. @returns whether there is one; if not, `after` is the end of the octets */
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

  /** Reads a row that ends with its line, whatever quotes it has. */
  #readLine(): void {
    const feed = this.#octets.indexOf(LINE_FEED, this.begin)
    this.#read(feed < 0 ? this.#length : feed + 1)
    if (this.fault !== FAULT.none) this.#endAtLine()
  }

  /** Ends a torn row. `after` is where the quotes were found to be torn. */
  #tear(): void {
    const seen = this.after
    const isOneLine = this.#feeds === 0
    const { isOpen } = this
    // The quote is not closed, so all lines up to the end were searched.
    this.#alone = this.fault === FAULT.unclosed ? this.#length : this.#octets.lastIndexOf(LINE_FEED, seen) + 1
    this.#feeds = 0
    if (isOneLine) this.#endAtLine()
    else this.#readLine()
    this.isOpen ||= isOpen
  }

  /** Makes the row its first line. */
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

  /** Ends the last row, which has no line feed. A CR at the end of the file is its line end. */
  #endAtLast(): void {
    const length = this.#length
    this.end = length - 1 > this.begin && this.#octets[length - 1] === CARRIAGE_RETURN ? length - 1 : length
    this.after = length
    this.isOpen = true
  }

  /** Reads a row that ends before `limit`. If its quotes are torn, `after` is where; the other members are not set. */
  #read(limit: number): void {
    const octets = this.#octets
    this.fault = FAULT.none
    this.isOpen = false
    let at = this.begin
    for (let field = 0; ; field++) {
      const isQuoted = at < limit && octets[at] === QUOTE
      const end = isQuoted ? this.#readQuoted(at + 1, limit) : this.#readPlain(at, limit)
      if (this.fault !== FAULT.none) return
      const place = this.#findPlace(field)
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

  /** Reads a field that starts at `at`. Returns where it ends: at a delimiter, a line feed or the limit. */
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

  /** Reads a quoted field whose first octet is at `at`. Sets a fault if it does not end. */
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

  #findPlace(field: number): FieldPlace | undefined {
    return field < this.#slots.length && this.#slots[field]! >= 0 ? this.places[this.#slots[field]!] : undefined
  }
}

/**
 * Returns where the last whole row of some octets ends. More octets follow them.
 *
 * @param at where the first row starts
 * @returns `at` if no row is whole
 */
export function findRowBorder(octets: Buffer, delimiter: number, at: number): number {
  const scanner = new CsvScanner(octets, delimiter, [], at)
  for (;;) {
    // Without a quote, each line is a row.
    const quote = octets.indexOf(QUOTE, scanner.after)
    if (quote < 0) return Math.max(scanner.after, octets.lastIndexOf(LINE_FEED) + 1)
    scanner.after = Math.max(scanner.after, octets.lastIndexOf(LINE_FEED, quote) + 1)
    const border = scanner.after
    if (!scanner.next() || scanner.isOpen) return border
  }
}
