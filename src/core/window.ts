// Strings into the memory of a core, and out of it: by a loop where that is faster or there is no Buffer, otherwise by
// Node's Buffer.

import { decodeUnits } from '../octets'
import type { Core } from './start'

/** UTF-16 units in a core's memory. */
export interface TextWindow {
  readonly text: Uint16Array
  /** The same memory as a Buffer, where the runtime has one. */
  readonly textBuffer: TextBuffer | undefined
}

/** The part of a Buffer that is used: it copies the units of a string at the speed of memory. */
interface TextBuffer {
  ucs2Write(text: string, offset: number): number
  toString(encoding: 'utf16le' | 'latin1', start: number, end: number): string
}

/** Up to this many units a loop is faster: a Buffer's write costs at least 45 ns, the loop 1.5 ns for each unit (Node 20). */
const COPY_LOOP_MAX = 32

/**
 * Copies the units from `start` to `end`, at most a window of them, into the text window. Returns how many. Between this and the
 * reading of the result, no code of the caller may run: it could use the same window.
 */
export function copyIn(window: TextWindow, text: string, start: number, end: number): number {
  const length = end - start
  if (length > COPY_LOOP_MAX && window.textBuffer !== undefined) {
    window.textBuffer.ucs2Write(length === text.length ? text : text.slice(start, end), 0)
  } else {
    const target = window.text
    for (let unit = 0; unit < length; unit++) target[unit] = text.charCodeAt(start + unit)
  }
  return length
}

/** Gets a window of a text: its address in the core, and its units. Returns whether to go on. */
export type Visit = (at: number, length: number) => boolean

/** The first `units` units of a window, as a string. */
export function copyOut({ text, textBuffer }: TextWindow, units: number): string {
  if (textBuffer !== undefined) return textBuffer.toString('utf16le', 0, units * 2)
  return decodeUnits(text.subarray(0, units))
}

/** The first `octets` octets of a window, which are ASCII, as a string. */
export function copyOutAscii({ text, textBuffer }: TextWindow, octets: number): string {
  if (textBuffer !== undefined) return textBuffer.toString('latin1', 0, octets)
  return decodeUnits(new Uint8Array(text.buffer, text.byteOffset, octets))
}

/** What all engines have: a core, and views of the memory that each core has. */
export interface CoreViews<C extends Core> extends TextWindow {
  readonly core: C
  /** Address of the text window. */
  readonly TEXT: number
  /** Units that fit the text window. */
  readonly WINDOW: number
  readonly result: Int32Array
}

/** Makes the views that every engine has. */
export function createViews<C extends Core>(core: C): CoreViews<C> {
  const { buffer } = core.memory
  const TEXT = core.TEXT.value
  const WINDOW = core.WINDOW.value
  return {
    core,
    TEXT,
    WINDOW,
    result: new Int32Array(buffer, core.RESULT.value, 8),
    ...createTextWindow(buffer, TEXT, WINDOW),
  }
}

/** A window of `units` units at `address`. */
export function createTextWindow(memory: ArrayBuffer, address: number, units: number): TextWindow {
  return { text: new Uint16Array(memory, address, units), textBuffer: createTextBuffer(memory, address, 2 * units) }
}

/**
 * Makes a Buffer of the core's memory. It is taken from globalThis: the bare name makes some bundlers add a polyfill,
 * whose write is a slower loop. Node's `write` calls `ucs2Write`; to call it directly saves 11 of the 98 ns of a
 * `count` of 160 characters (Node 20).
 */
function createTextBuffer(memory: ArrayBuffer, at: number, size: number): TextBuffer | undefined {
  const buffer: (Buffer & Partial<Pick<TextBuffer, 'ucs2Write'>>) | undefined = globalThis.Buffer?.from(
    memory,
    at,
    size,
  )
  if (buffer === undefined) return undefined
  buffer.ucs2Write ??= (text, offset) => buffer.write(text, offset, 'utf16le')
  return buffer as TextBuffer
}
