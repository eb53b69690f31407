import { instantiate } from '../build/core.js'
import { binary, compile } from './binary'
import { SeptetError } from './errors'
import { fillMemory } from './image'
import { MOST_SEGMENTS } from './most-segments'
import type { CompiledModule } from './types'
import { stringOf } from './units'
import { octetsOf } from './wasm-text'

/** The exports of the core; assembly/README.md is their manual. */
interface Core {
  readonly memory: { readonly buffer: ArrayBuffer }
  readonly WINDOW: Constant
  readonly REWRITE_WINDOW: Constant
  readonly LOOK_AHEAD: Constant
  readonly RESULT: Constant
  readonly ENCODER: Constant
  readonly TEXT: Constant
  readonly REWRITTEN: Constant
  readonly ORIGINS: Constant
  readonly OWN_ROWS: Constant
  readonly CUTS: Constant
  readonly HEADER: Constant
  readonly OCTETS: Constant
  readonly LENGTHS: Constant
  readonly UTF8_WINDOW: Constant
  readonly ROWS: Constant
  readonly UTF8: Constant
  readonly OFFSETS: Constant
  readonly VALIDITY: Constant
  readonly ENCODINGS: Constant
  readonly ROW_UNITS: Constant
  readonly ROW_SEGMENTS: Constant
  capacity8bit(header: number): number
  capacityGsm7(header: number): number
  capacityUcs2(header: number): number
  headerOctets(elements: number, referenceBits: number): number
  headerSeptets(header: number): number
  scanHeader(at: number, length: number): number
  readElement(at: number): number
  writeElement(id: number, fields: number, to: number): number
  writeHeader(to: number, elements: number, bits: number, reference: number, total: number, sequence: number): void
  readHex(length: number, pending: number): number
  writeHex(octets: number): number
  writeServiceIndication(
    href: number,
    id: number,
    created: number,
    expires: number,
    text: number,
    action: number,
    compact: number,
  ): number
  readServiceIndication(length: number, unknown: number): number
  writeServiceLoading(href: number, action: number, compact: number): number
  readServiceLoading(length: number, unknown: number): number
  writePush(transactionId: number, contentType: number, charset: number, applicationId: number): number
  readPush(length: number): number
  segmentGsm7(at: number, length: number, single: number, multi: number): number
  segmentUcs2(at: number, length: number, single: number, multi: number): number
  cutGsm7(at: number, length: number, capacity: number, room: number): number
  cutUcs2(at: number, length: number, capacity: number, room: number): number
  encodeGsm7(
    at: number,
    segments: number,
    elements: number,
    bits: number,
    reference: number,
    packed: number,
    national: number,
  ): number
  encodeUcs2(at: number, segments: number, elements: number, bits: number, reference: number): number
  decodeGsm7(first: number, end: number, packed: number, locking: number, single: number): number
  decodeUcs2(first: number, end: number): number
  countRows(
    at: number,
    length: number,
    rows: number,
    bit: number,
    ucs2Only: number,
    single7: number,
    multi7: number,
    single16: number,
    multi16: number,
  ): number
  countTexts(rows: number, single7: number, multi7: number, single16: number, multi16: number): void
  walkGsm7(at: number, end: number, capacity: number, room: number): number
  walkUcs2(at: number, end: number, capacity: number, room: number): number
  writeLookAlike(unit: number, to: number): number
  lockingTable(language: number): number
  singleShiftTable(language: number): number
  tablesOf(unit: number): number
  tally(at: number, length: number, isFirst: number): void
  septetsIn(locking: number, single: number): number
  selectTables(locking: number, single: number): void
  cutNational(at: number, length: number, capacity: number, room: number): number
  smartEncode(at: number, length: number, ahead: number, to: number, kept: number, onlyDeletes: number): number
  transliterate(
    at: number,
    length: number,
    ahead: number,
    to: number,
    scheme: number,
    own: number,
    previous: number,
  ): number
}

interface Constant {
  readonly value: number
}

/** A core that stands, and views of its memory. Memory never grows, so no view is ever detached. */
export interface Engine {
  readonly kind: 'wasm' | 'js'
  readonly core: Core
  /** Address of the text window, and its size in units. */
  readonly TEXT: number
  readonly WINDOW: number
  /** Address of `rewritten`; units that a rewriting kernel takes at once, and that it may look at behind them. */
  readonly REWRITTEN: number
  readonly REWRITE_WINDOW: number
  readonly LOOK_AHEAD: number
  /** Address of `octets`. */
  readonly OCTETS: number
  /** Address of `header`. */
  readonly HEADER: number
  readonly result: Int32Array
  readonly encoder: Uint8Array
  readonly text: Uint16Array
  readonly rewritten: Uint16Array
  readonly origins: Uint16Array
  readonly ownRows: Uint16Array
  readonly cuts: Uint16Array
  readonly header: Uint8Array
  readonly octets: Uint8Array
  readonly lengths: Uint16Array
  /** Address of `utf8`. */
  readonly UTF8: number
  readonly utf8: Uint8Array
  /** What a call counts many messages by, and its columns: at most `offsets.length - 1` rows. */
  readonly offsets: Int32Array
  readonly validity: Uint8Array
  readonly encodings: Uint8Array
  readonly rowUnits: Uint32Array
  readonly rowSegments: Uint32Array
  /** The text window as a Buffer, where the runtime has such. */
  readonly textBuffer: TextBuffer | undefined
  readonly rewrittenBuffer: TextBuffer | undefined
}

/** What is needed of a Buffer: a string's units in, and out, at memory speed. */
interface TextBuffer {
  ucs2Write(text: string, offset: number): number
  toString(encoding: 'utf16le' | 'latin1', start: number, end: number): string
}

/** Places of `Engine.result`. */
export const UNITS = 0
export const PER_SEGMENT = 1
export const REMAINING = 2
export const FOREIGN_AT = 3
export const PENDING = 0
export const CONSUMED = 4
export const LETTER = 5

/** What a function of the core answers where a unit is outside GSM-7. */
export const FOREIGN = -1

/** Rows that a caller's own transliteration table may have. */
export const MOST_OWN_ROWS = 1024

/** Below this many units a loop is faster: a Buffer's write costs 45 ns whatever the length, the loop 1.5 ns a unit (Node 20). */
const COPY_LOOP_MAX = 32

let current: Engine | undefined

/** The engine, started at the first call: compiled or not, it has answered the self-test. @throws {SeptetError} 'unsupported' */
export function start(): Engine {
  current ??= launch()
  return current
}

/**
 * Which build of the core is at work: `'wasm'`, or `'js'` where the runtime has no WebAssembly or forbids it.
 *
 * @example
 * engine() // 'wasm'
 */
export function engine(): 'wasm' | 'js' {
  return start().kind
}

/**
 * Starts the core now, instead of at the first call; with a precompiled module, for runtimes that compile no bytes.
 * The module is `septet/septet.wasm`.
 *
 * @throws {SeptetError} 'invalid-value': the module is not this version's core
 * @example
 * import module from 'septet/septet.wasm' // as workerd imports it
 * init(module)
 */
export function init(module?: CompiledModule): void {
  if (module === undefined) {
    start()
    return
  }
  const engine = attempt(() => fromModule(module))
  if (!engine) throw new SeptetError('invalid-value', 'module', module, 'is not the core of this version of septet')
  current = engine
}

/**
 * Copies the units from `start` to `end`, at most a window of them, into the text window. Answers how many. No code of
 * the caller's may run between this and the reading of the result.
 */
export function copyIn(engine: Engine, text: string, start: number, end: number): number {
  const length = end - start
  if (length > COPY_LOOP_MAX && engine.textBuffer !== undefined) {
    engine.textBuffer.ucs2Write(length === text.length ? text : text.slice(start, end), 0)
  } else {
    const target = engine.text
    for (let unit = 0; unit < length; unit++) target[unit] = text.charCodeAt(start + unit)
  }
  return length
}

/** The first `units` units of the text window, as a string. */
export function copyOut({ text, textBuffer }: Engine, units: number): string {
  return textOf(text, textBuffer, units)
}

/** The first `units` units that a rewriting kernel wrote, as a string. */
export function copyRewritten({ rewritten, rewrittenBuffer }: Engine, units: number): string {
  return textOf(rewritten, rewrittenBuffer, units)
}

function textOf(memory: Uint16Array, buffer: TextBuffer | undefined, units: number): string {
  if (buffer !== undefined) return buffer.toString('utf16le', 0, units * 2)
  return stringOf(memory.subarray(0, units))
}

/** The first `octets` octets of the text window, which are ASCII, as a string. */
export function copyOutAscii(engine: Engine, octets: number): string {
  if (engine.textBuffer !== undefined) return engine.textBuffer.toString('latin1', 0, octets)
  return stringOf(new Uint8Array(engine.text.buffer, engine.TEXT, octets))
}

function launch(): Engine {
  const bytes = octetsOf(binary)
  const wasm = attempt(() => {
    const module = compile(bytes)
    return module && fromModule(module)
  })
  const standing = wasm ?? attempt(() => viewsOf('js', instantiate((memory) => fillMemory(memory, bytes)) as Core))
  if (standing) return standing
  throw new SeptetError('unsupported', 'engine', undefined, 'has no build that computes rightly in this runtime')
}

function fromModule(module: WebAssembly.Module): Engine {
  return viewsOf('wasm', new WebAssembly.Instance(module).exports as unknown as Core)
}

/**
 * An engine that stands and computes rightly. Both can fail: there may be no WebAssembly, a page's policy may forbid to
 * compile, and SIMD in Safari 16.4 gives wrong results (GoogleChromeLabs/wasm-feature-detect issue 75).
 */
function attempt(launch: () => Engine | undefined): Engine | undefined {
  try {
    const engine = launch()
    return engine && passesSelfTest(engine) ? engine : undefined
  } catch {
    return undefined
  }
}

function viewsOf(kind: 'wasm' | 'js', core: Core): Engine {
  const { buffer } = core.memory
  const TEXT = core.TEXT.value
  const WINDOW = core.WINDOW.value
  const OCTETS = core.OCTETS.value
  const HEADER = core.HEADER.value
  const REWRITTEN = core.REWRITTEN.value
  const UTF8 = core.UTF8.value
  const rows = core.ROWS.value
  return {
    kind,
    core,
    TEXT,
    WINDOW,
    REWRITTEN,
    REWRITE_WINDOW: core.REWRITE_WINDOW.value,
    LOOK_AHEAD: core.LOOK_AHEAD.value,
    OCTETS,
    HEADER,
    result: new Int32Array(buffer, core.RESULT.value, 8),
    encoder: new Uint8Array(buffer, core.ENCODER.value, 65536),
    text: new Uint16Array(buffer, TEXT, WINDOW),
    rewritten: new Uint16Array(buffer, REWRITTEN, WINDOW),
    origins: new Uint16Array(buffer, core.ORIGINS.value, WINDOW),
    ownRows: new Uint16Array(buffer, core.OWN_ROWS.value, 10 * MOST_OWN_ROWS),
    cuts: new Uint16Array(buffer, core.CUTS.value, 2 * WINDOW),
    header: new Uint8Array(buffer, HEADER, 160),
    octets: new Uint8Array(buffer, OCTETS, MOST_SEGMENTS * 160),
    lengths: new Uint16Array(buffer, core.LENGTHS.value, 2 * MOST_SEGMENTS),
    UTF8,
    utf8: new Uint8Array(buffer, UTF8, core.UTF8_WINDOW.value),
    offsets: new Int32Array(buffer, core.OFFSETS.value, rows + 1),
    validity: new Uint8Array(buffer, core.VALIDITY.value, rows / 8 + 1),
    encodings: new Uint8Array(buffer, core.ENCODINGS.value, rows),
    rowUnits: new Uint32Array(buffer, core.ROW_UNITS.value, rows),
    rowSegments: new Uint32Array(buffer, core.ROW_SEGMENTS.value, rows),
    textBuffer: textBufferOf(buffer, TEXT, 2 * WINDOW),
    rewrittenBuffer: textBufferOf(buffer, REWRITTEN, 2 * WINDOW),
  }
}

/**
 * By way of globalThis, since the bare name makes some bundlers inject a polyfill, whose write is a slower loop. Node's
 * own `write` calls `ucs2Write`; to call it at once saves 11 of 98 ns of a `count` of 160 characters (Node 20).
 */
function textBufferOf(memory: ArrayBuffer, at: number, size: number): TextBuffer | undefined {
  const buffer: (Buffer & Partial<Pick<TextBuffer, 'ucs2Write'>>) | undefined = globalThis.Buffer?.from(
    memory,
    at,
    size,
  )
  if (buffer === undefined) return undefined
  buffer.ucs2Write ??= (text, offset) => buffer.write(text, offset, 'utf16le')
  return buffer as TextBuffer
}

/** Vector blocks of letters, extension characters, Latin-1 and a wide unit; and the octets that TS 23.038 makes of them. */
const SELF_TEST = 'The quick brown [fox] jumps over @ lazy dög for 5 €'
const SELF_TEST_SEPTETS = 54
const SELF_TEST_OCTETS =
  '54741914afa7c76b9058febebb411b9ef98ddff840ea7a1b3e07bded653908006287f57910997f0699df72500db42903'

function passesSelfTest(engine: Engine): boolean {
  const { core, TEXT, octets, result } = engine
  const length = copyIn(engine, SELF_TEST, 0, SELF_TEST.length)
  const segments = core.segmentGsm7(TEXT, length, 160, 153)
  if (segments !== 1 || result[UNITS] !== SELF_TEST_SEPTETS) return false
  const size = core.encodeGsm7(TEXT, segments, 0, 8, 0, 1, 0)
  let hex = ''
  for (let at = 0; at < size; at++) hex += octets[at]!.toString(16).padStart(2, '0')
  return hex === SELF_TEST_OCTETS
}
