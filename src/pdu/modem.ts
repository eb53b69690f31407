// TS 27.005 3.1 and 4: the lines in which a modem prints a PDU, and those with which it is sent one. A header line
// gives the length of the TPDU. For a stored message it also says whether the message was received or will be sent.
import { SeptetError } from 'septet'
import type { Direction } from './tpdu/tpdu'

/** The digits of a PDU, and what the lines around it say about it. */
export interface Printed {
  /** Hexadecimal digits alone. */
  readonly digits: string
  /** The offset of each digit in the text. */
  readonly places: readonly number[]
  readonly direction?: Direction
  /** The length of the TPDU in octets. */
  readonly length?: number
  /** Whether the PDU has no service centre address, not even an empty one. */
  readonly lacksCentre?: boolean
}

/** What a header line says. */
type HeaderLine = Pick<Printed, 'direction' | 'length' | 'lacksCentre'>

/** `<stat>` of a stored message: received and unread, received and read, not sent yet, sent. */
const DIRECTIONS: readonly Direction[] = ['to-phone', 'to-phone', 'to-network', 'to-network']

/**
 * Each form of a line, and what its groups mean. A quoted name may contain commas. The first form that fits is used.
 */
const FORMS: readonly {
  readonly form: RegExp
  readonly read: (groups: readonly string[]) => HeaderLine | undefined
}[] = [
  {
    form: /^\+CMGL: ?\d+,(\d)(?:,(?:"[^"]*"|[^,"]*))?,(\d+)$/i,
    read: ([stat, length]) => createStoredHeader(stat!, length!),
  },
  {
    form: /^\+CMGR: ?(\d)(?:,(?:"[^"]*"|[^,"]*))?,(\d+)$/i,
    read: ([stat, length]) => createStoredHeader(stat!, length!),
  },
  { form: /^\+CMT: ?(?:(?:"[^"]*"|[^,"]*),)?(\d+)$/i, read: ([length]) => createReceivedHeader(length!) },
  { form: /^\+CDS: ?(\d+)$/i, read: ([length]) => createReceivedHeader(length!) },
  // This says only where the message is stored. Another line says what it is.
  { form: /^\+(?:CMTI|CDSI): ?"?\w+"? *, *\d+$/i, read: () => undefined },
  { form: /^\+CMG[SWC]: ?\d+$/i, read: () => undefined },
  { form: /^AT\+CMG[SWC]=(\d+)(?:,\d+)?$/i, read: ([length]) => ({ direction: 'to-network', length: Number(length) }) },
  {
    form: /^AT\+CNMA=\d,(\d+)$/i,
    read: ([length]) => ({ direction: 'to-network', length: Number(length), lacksCentre: true }),
  },
  { form: /^AT.*$/i, read: () => undefined },
  { form: /^(?:OK|>)?$/i, read: () => undefined },
]

function createStoredHeader(stat: string, length: string): HeaderLine {
  const direction = DIRECTIONS[Number(stat)]
  return { length: Number(length), ...(direction && { direction }) }
}

function createReceivedHeader(length: string): HeaderLine {
  return { direction: 'to-phone', length: Number(length) }
}

/** `+CMGS: <mr>,<ackpdu>`: the SUBMIT-REPORT, in the same line. */
const SUBMIT_REPORT: HeaderLine = { direction: 'to-phone', lacksCentre: true }
const ACKNOWLEDGED = /^(\+CMG[SC]: ?\d+, *"?)([\dA-F]+)"?$/i
const PAGE = /^\+CBM:/i

/**
 * Reads the digits of the one PDU in a text.
 *
 * @throws {SeptetError} 'malformed': a line of no known form; a second PDU; 'unsupported': a page of cell broadcast
 */
export function readPrinted(argument: string, text: string): Printed {
  let header: HeaderLine | undefined
  let digits = ''
  const places: number[] = []
  for (const { line, at } of splitLines(text)) {
    const fitting = FORMS.find(({ form }) => form.test(line))
    const acknowledged = fitting === undefined ? ACKNOWLEDGED.exec(line) : null
    const said = acknowledged === null ? fitting?.read(fitting.form.exec(line)!.slice(1)) : SUBMIT_REPORT
    if (said !== undefined && digits !== '') throw createSecondPduError(argument, text, at)
    header = said ?? header
    if (fitting !== undefined) continue
    const from = acknowledged === null ? 0 : acknowledged[1]!.length
    const part = acknowledged === null ? removePrompt(line) : ' '.repeat(from) + acknowledged[2]!
    if (/[^\dA-F\s]/i.test(part)) throw createStrayError(argument, text, part, at)
    for (let offset = 0; offset < part.length; offset++) {
      if (/\s/.test(part[offset]!)) continue
      digits += part[offset]
      places.push(at + offset)
    }
  }
  return { digits, places, ...header }
}

const PROMPT = '>'
const CTRL_Z = '\u001a'

/** Removes from a line of digits the prompt before them, which becomes a blank, and Ctrl-Z or OK directly after them. */
function removePrompt(line: string): string {
  const digits = line.startsWith(PROMPT) ? ` ${line.slice(1)}` : line
  if (digits.endsWith(CTRL_Z)) return digits.slice(0, -1)
  return /OK$/i.test(digits.slice(-2)) ? digits.slice(0, -2) : digits
}

interface Line {
  readonly line: string
  readonly at: number
}

/** Splits a text into lines without the white space around them, each with its offset in the text. */
function splitLines(text: string): Line[] {
  let at = 0
  return text.split(/[\r\n]/).flatMap((whole) => {
    const line = whole.trim()
    const place = at + whole.indexOf(line)
    at += whole.length + 1
    return splitGlued({ line, at: place })
  })
}

/** Digits at the end of a line that are too long to be a number in a header. */
const GLUED = / ([\dA-F]{12,})(?: OK)?$/i

/** Splits a header and a PDU in one line, as logs and manuals print them, into two lines. */
function splitGlued(one: Line): Line[] {
  const { line, at } = one
  const glued = GLUED.exec(line)
  if (glued === null || isHeader(line)) return [one]
  const header = line.slice(0, glued.index).trimEnd()
  return isHeader(header)
    ? [
        { line: header, at },
        { line: glued[1]!, at: at + glued.index + 1 },
      ]
    : [one]
}

function isHeader(line: string): boolean {
  return line.startsWith('+') && FORMS.some(({ form }) => form.test(line))
}

function createSecondPduError(argument: string, text: string, at: number): SeptetError {
  return new SeptetError('malformed', argument, text, 'has the header line of a second PDU', at)
}

function createStrayError(argument: string, text: string, line: string, at: number): SeptetError {
  if (PAGE.test(line)) {
    const message = 'is a page of cell broadcast; decodeCellBroadcast reads its octets'
    return new SeptetError('unsupported', argument, text, message, at)
  }
  if (line.startsWith('+')) return new SeptetError('malformed', argument, text, 'has a line that announces no PDU', at)
  const offset = at + line.search(/[^\dA-F\s]/i)
  const character = JSON.stringify(String.fromCodePoint(text.codePointAt(offset)!))
  return new SeptetError('malformed', argument, text, `has ${character}, which is no hexadecimal digit`, offset)
}
