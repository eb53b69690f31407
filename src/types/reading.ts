import type { DataCoding } from './data-coding'
import type { Encoding } from './encoding'
import type { InformationElement, TextFormat } from './information-elements'
import type { Language } from './language'

/** A run of characters that have the same format. */
export interface FormatRun extends TextFormat {
  /** UTF-16 offset in the text. */
  start: number
  /** UTF-16 units, at least 1. */
  length: number
}

/** What `decode` and `read` accept beyond a whole message of right octets. */
export interface ReadOptions {
  /** Segments may be missing: the text, or the data, is that of those there are, in order. Default `false`. */
  partial?: boolean
  /**
   * Octets that contradict each other are read as far as they go, and each fault is listed. U+FFFD replaces one septet
   * or one unit that cannot be read. A TP-UDL that is too large is cut to the octets there are. 8-bit data is never
   * replaced. A byte order mark is removed, and units are read in the order that it names. Default `false`.
   */
  lenient?: boolean
  /**
   * User data may be longer than the 140 octets of the air interface, or 160 unpacked: SMPP carries up to 65,535.
   * Default `false`.
   */
  anyLength?: boolean
}

/** One segment of a message, by itself. */
export interface ReadPart {
  /** Its sequence number, from 1. */
  sequence: number
  /** Its text, in GSM-7 or UCS-2. */
  text?: string
  /** Its octets, of 8-bit data. */
  data?: Uint8Array
}

/** Where octets contradict each other or the standard, and reading went on. */
export interface Fault {
  /** Index of the message in the argument; 0 for one alone. */
  message: number
  /** Octet offset in its user data. */
  offset: number
  /** What is wrong, in words. */
  reason: string
}

/** A message read back. */
export interface Reading {
  /** How the message was carried, by its data coding. */
  encoding: Encoding
  /** The text of a GSM-7 or UCS-2 message. */
  text?: string
  /** The octets of an 8-bit message, headers removed. */
  data?: Uint8Array
  /** The elements of every segment, in order, without the concatenation. */
  elements: InformationElement[]
  /** The formats that elements of EMS give to the text: joined over segments, with offsets in `text`, or in `data`. */
  runs?: FormatRun[]
  /** The message class, where the data coding has one (TS 23.038 4). 0 is shown at once. */
  messageClass?: 0 | 1 | 2 | 3
  /** The national languages by whose tables the text was read, each once. */
  languages?: Language[]
  /** What TP-DCS says, that of the first segment. */
  dataCoding: DataCoding
  /** TP-PID, where the first message has it. */
  protocolId?: number
  /** With `partial`: the sequence numbers that are missing. */
  missing?: number[]
  /** With `partial`: the segments there are, in order. */
  parts?: ReadPart[]
  /** With `lenient`: what is wrong with the octets, in the order of the messages and their offsets. */
  faults?: Fault[]
}
