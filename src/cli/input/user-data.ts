import { fromHex, type ReadableMessage, SeptetError } from 'septet'
import { Failure } from '../failure'

/** What hex digits alone do not say about a segment. */
export interface HexFlags {
  dcs: number
  udh?: true
  udl?: number
  unpacked?: true
}

/** Segments, and whether they are a whole message. */
export interface GivenSegments {
  segments: ReadableMessage[]
  complete: boolean
}

/** Reads the user data of one segment in hex. */
export function readHex(digits: string, { dcs, udh, udl, unpacked }: HexFlags): GivenSegments {
  const segment: ReadableMessage = {
    userData: parseOctets(digits, 'user data'),
    dataCoding: dcs,
    hasHeader: udh ?? false,
    packed: !unpacked,
    ...(udl === undefined ? {} : { userDataLength: udl }),
  }
  return { segments: [segment], complete: false }
}

/** Whether a line is JSON. Hex digits never start like this. */
export function isJson(line: string): boolean {
  return /^\s*[[{]/.test(line)
}

/** Reads a line of `encode --json`, an array of segments, or one segment. */
export function readJson(line: string): GivenSegments {
  const value = parse(line)
  if (Array.isArray(value)) return { segments: value.map(readSegment), complete: true }
  const { messages } = value as { messages?: unknown }
  return Array.isArray(messages)
    ? { segments: messages.map(readSegment), complete: true }
    : { segments: [readSegment(value, 0)], complete: false }
}

/** Reads a segment with octets in hex digits. The library checks the other members. */
function readSegment(value: unknown, index: number): ReadableMessage {
  const name = `messages[${index}]`
  if (typeof value !== 'object' || value === null) throw new Failure(`${name}: ${JSON.stringify(value)} is no object`)
  const message = value as Omit<ReadableMessage, 'userData'> & { userData?: unknown }
  if (typeof message.userData !== 'string') throw new Failure(`${name}.userData: not a string of hex digits`)
  return { ...message, userData: parseOctets(message.userData, `${name}.userData`) }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new Failure(`not JSON: ${(error as SyntaxError).message}`)
  }
}

/** Reads octets from hex digits, with or without white space. `name`: what an error calls them. */
function parseOctets(digits: string, name: string): Uint8Array {
  try {
    return fromHex(digits)
  } catch (error) {
    throw error instanceof SeptetError ? new Failure(error.message.replace(/^text/, name)) : error
  }
}
