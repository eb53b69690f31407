import type { DataCoding } from './data-coding'
import type { Encoding } from './encoding'
import type { InformationElement, TextFormat } from './information-elements'
import type { Language } from './language'

/** Characters of a text that look alike. */
export interface FormatRun extends TextFormat {
  /** UTF-16 offset in the text. */
  start: number
  /** UTF-16 units, at least 1. */
  length: number
}

/** How `decode` and `read` go about what is missing, and what is wrong. */
export interface ReadOptions {
  /** Segments may be missing: the text, or the data, is that of those there are, in order. Default `false`. */
  partial?: boolean
  /**
   * Octets that contradict each other are read as far as they go, and each fault is listed: U+FFFD for one septet or one
   * unit, TP-UDL no longer than what is there. 8-bit data is never replaced. A byte order mark is taken off, and followed.
   * Default `false`.
   */
  lenient?: boolean
  /** User data may be longer than the 140 octets of the air, or the 160 unpacked: SMPP carries up to 65,535. Default `false`. */
  anyLength?: boolean
}

/** One segment of a message, by itself. */
export interface ReadPart {
  /** From 1. */
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
  encoding: Encoding
  /** The text of a GSM-7 or UCS-2 message. */
  text?: string
  /** The octets of an 8-bit message, headers removed. */
  data?: Uint8Array
  /** The elements of every segment, in order, without the concatenation. */
  elements: InformationElement[]
  /** How the text looks, where elements of EMS say so: joined over segments, offsets in `text`, or in `data`. */
  runs?: FormatRun[]
  messageClass?: 0 | 1 | 2 | 3
  /** The national languages by whose tables the text was read, each once. */
  languages?: Language[]
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
