import type { ReadableMessage } from 'septet'
import { Failure } from './failure'
import { fromHex } from './hex'

/** What bare hex digits do not say about a segment. */
export interface HexFlags {
  dcs: number
  udh?: true
  udl?: number
  unpacked?: true
}

/** Segments, and whether they are a whole message by themselves. */
interface Given {
  segments: ReadableMessage[]
  complete: boolean
}

/** One segment's user data in hex. */
export function hexSegment(digits: string, { dcs, udh, udl, unpacked }: HexFlags): Given {
  const segment: ReadableMessage = {
    userData: fromHex(digits, 'user data'),
    dataCoding: dcs,
    hasHeader: udh ?? false,
    packed: !unpacked,
    ...(udl === undefined ? {} : { userDataLength: udl }),
  }
  return { segments: [segment], complete: false }
}

/** Whether a line is JSON. Hex digits never begin like this. */
export function isJson(line: string): boolean {
  return /^\s*[[{]/.test(line)
}

/** The segments of a line of `encode --json`, of a bare array of them, or of one alone. */
export function jsonSegments(line: string): Given {
  const value = parse(line)
  if (Array.isArray(value)) return { segments: value.map(jsonSegment), complete: true }
  const { messages } = value as { messages?: unknown }
  return Array.isArray(messages)
    ? { segments: messages.map(jsonSegment), complete: true }
    : { segments: [jsonSegment(value, 0)], complete: false }
}

/** Octets from their hex digits; the other members are the library's to judge. */
function jsonSegment(value: unknown, index: number): ReadableMessage {
  const name = `messages[${index}]`
  if (typeof value !== 'object' || value === null) throw new Failure(`${name}: ${JSON.stringify(value)} is no object`)
  const message = value as Omit<ReadableMessage, 'userData'> & { userData?: unknown }
  if (typeof message.userData !== 'string') throw new Failure(`${name}.userData: not a string of hex digits`)
  return { ...message, userData: fromHex(message.userData, `${name}.userData`) }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new Failure(`not JSON: ${(error as SyntaxError).message}`)
  }
}
