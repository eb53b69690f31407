// The text family: a text as short messages, their headers, and what rewrites a text.

import { MOST_SEGMENTS, OWN_ROW, OWN_ROWS_ROOM, UNITS, UNPACKED } from '../../assembly/abi'
import { SeptetError } from '../errors'
import type { CompiledModule } from '../types'
import { textBinary as binary, instantiateText as instantiate } from './binaries'
import { complete } from './javascript-alone'
import { adoptModule, type Constant, type Core, type Family, type Kind, startFamily } from './start'
import { type CoreViews, copyIn, createTextWindow, createViews, type TextWindow } from './window'

/** The exports of assembly/families/text.ts; assembly/README.md says more. */
interface TextCore extends Core {
  /** Units that a rewriting function takes at once. */
  readonly REWRITE_WINDOW: Constant
  /** Units after these that it may look at. */
  readonly LOOK_AHEAD: Constant
  /** Address of an octet for each unit: 0 outside GSM-7, its high bit set where it takes an escape. */
  readonly ENCODER: Constant
  /** Address of the text that a rewriting function writes. */
  readonly REWRITTEN: Constant
  /** Address of the offset that each rewritten unit comes from. */
  readonly ORIGINS: Constant
  /** Address of the rows of a caller's own transliteration table. */
  readonly OWN_ROWS: Constant
  /** Address of the alphabet that look-alikes must be in. */
  readonly ALPHABET: Constant
  /** Address of the end and the units of each segment. */
  readonly CUTS: Constant
  /** Address of the elements of a header. */
  readonly HEADER: Constant
  /** Address of user data. */
  readonly OCTETS: Constant
  /** Address of the octets and the TP-UDL of each segment. */
  readonly LENGTHS: Constant
  /** Octets that fit beside a header of so many octets. */
  capacity8bit(header: number): number
  /** Septets that fit beside it. */
  capacityGsm7(header: number): number
  /** 16-bit units that fit beside it. */
  capacityUcs2(header: number): number
  /** Octets of a header of elements and a concatenation element with so many reference bits. */
  headerOctets(elements: number, referenceBits: number): number
  /** Septets that a header and its fill bits cover. */
  headerSeptets(header: number): number
  /** Adds octets to a checksum of so many bits, which begins with `checksumStart`. */
  checksum(at: number, length: number, bits: number, sum: number): number
  /** What a checksum begins with. */
  checksumStart(bits: number): number
  /** Finds the elements of a header. Returns how many, or -1 minus the offset of one that does not fit. */
  scanHeader(at: number, length: number): number
  /** Reads the fields of an element to RESULT. Returns how many. */
  readElement(at: number): number
  /** Writes an element of the fields in RESULT. Returns its octets. */
  writeElement(id: number, fields: number, to: number): number
  /** Writes a header of the elements in HEADER and a concatenation element. */
  writeHeader(to: number, elements: number, bits: number, reference: number, total: number, sequence: number): void
  /** Cuts a whole GSM-7 text. Returns its segments, or FOREIGN. */
  segmentGsm7(at: number, length: number, single: number, multi: number): number
  /** Cuts a whole UCS-2 text. Returns its segments. */
  segmentUcs2(at: number, length: number, single: number, multi: number): number
  /** Cuts one window of a GSM-7 text. Returns the cuts, or FOREIGN. */
  cutGsm7(at: number, length: number, capacity: number, room: number): number
  /** Cuts one window of a UCS-2 text. Returns the cuts. */
  cutUcs2(at: number, length: number, capacity: number, room: number): number
  /** Writes the user data of a GSM-7 text that was cut. Returns the octets of all segments. */
  encodeGsm7(
    at: number,
    segments: number,
    elements: number,
    bits: number,
    reference: number,
    packed: number,
    national: number,
  ): number
  /** Writes the user data of a UCS-2 text that was cut. Returns the octets of all segments. */
  encodeUcs2(at: number, segments: number, elements: number, bits: number, reference: number): number
  /** Reads septets of OCTETS to the text window. Returns the units. */
  decodeGsm7(first: number, end: number, packed: number, locking: number, single: number): number
  /** Reads UCS-2 of OCTETS to the text window. Returns the units. */
  decodeUcs2(first: number, end: number): number
  /** Writes the look-alike of a unit. Returns its units, or -1. */
  writeLookAlike(unit: number, to: number): number
  /** Address of a language's table that replaces the main table; 0 where there is none. */
  lockingTable(language: number): number
  /** Address of a language's table that replaces the extension table; 0 where there is none. */
  singleShiftTable(language: number): number
  /** The tables that have a unit, one bit each. */
  tablesOf(unit: number): number
  /** Adds a window of a text to the tally. */
  tally(at: number, length: number, isFirst: number): void
  /** Septets of the tallied text in these tables; -1 where a unit is in neither. */
  septetsIn(locking: number, single: number): number
  /** Selects tables for `cutNational`, and for `encodeGsm7` with `national`. */
  selectTables(locking: number, single: number): void
  /** Cuts one window of a text in the selected tables. Returns the cuts, or FOREIGN. */
  cutNational(at: number, length: number, capacity: number, room: number): number
  /** Replaces characters outside GSM-7 by look-alikes in one window. Returns the units written. */
  smartEncode(
    at: number,
    length: number,
    ahead: number,
    to: number,
    kept: number,
    how: number,
    previous: number,
  ): number
  /** Transliterates one window. Returns the units written. */
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

/** The core, and views of its memory. */
export interface Engine extends CoreViews<TextCore> {
  readonly kind: Kind
  /** Address of `rewritten`. */
  readonly REWRITTEN: number
  /** Units that a rewriting kernel takes at once. */
  readonly REWRITE_WINDOW: number
  /** Units after these that it may look at. */
  readonly LOOK_AHEAD: number
  /** Address of `octets`. */
  readonly OCTETS: number
  /** Address of `header`. */
  readonly HEADER: number
  readonly encoder: Uint8Array
  readonly rewritten: TextWindow
  readonly origins: Uint16Array
  readonly ownRows: Uint16Array
  /** By the value of `encoder`: 1 where the alphabet has the character. */
  readonly alphabet: Uint8Array
  readonly cuts: Uint16Array
  readonly header: Uint8Array
  readonly octets: Uint8Array
  readonly lengths: Uint16Array
}

const FAMILY: Family<TextCore, Engine> = {
  binary,
  instantiate,
  complete,
  createEngine,
  passesSelfTest,
  engine: undefined,
}

/** The engine of the text family. @throws {SeptetError} 'unsupported' */
export function start(): Engine {
  return startFamily(FAMILY)
}

/**
 * Says which build of the core is in use. It is the core that counts, encodes and decodes. Bulk counting, push and
 * hexadecimal digits have cores of their own, which start in the same way at their first call.
 *
 * @returns `'wasm'`, or `'js'` where the runtime has no WebAssembly or forbids it
 * @throws {SeptetError} 'unsupported': neither build computes rightly in this runtime
 *
 * @example
 * engine() // 'wasm'
 */
export function engine(): 'wasm' | 'js' {
  return start().kind
}

/**
 * Starts the core that counts, encodes and decodes now, instead of at the first call. A runtime that compiles no bytes
 * can give a compiled module. Every family of functions uses this module from then on.
 *
 * @param module `septet/septet.wasm`, compiled. Without it, the core in the package starts
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
  if (adoptModule(module, FAMILY)) return
  throw new SeptetError('invalid-value', 'module', module, 'must be a WebAssembly.Module of this version of septet')
}

function createEngine(core: TextCore, kind: Kind): Engine {
  const { buffer } = core.memory
  const WINDOW = core.WINDOW.value
  const OCTETS = core.OCTETS.value
  const HEADER = core.HEADER.value
  const REWRITTEN = core.REWRITTEN.value
  return {
    kind,
    ...createViews(core),
    REWRITTEN,
    REWRITE_WINDOW: core.REWRITE_WINDOW.value,
    LOOK_AHEAD: core.LOOK_AHEAD.value,
    OCTETS,
    HEADER,
    encoder: new Uint8Array(buffer, core.ENCODER.value, 65536),
    rewritten: createTextWindow(buffer, REWRITTEN, WINDOW),
    origins: new Uint16Array(buffer, core.ORIGINS.value, WINDOW),
    ownRows: new Uint16Array(buffer, core.OWN_ROWS.value, OWN_ROW * OWN_ROWS_ROOM),
    alphabet: new Uint8Array(buffer, core.ALPHABET.value, 256),
    cuts: new Uint16Array(buffer, core.CUTS.value, 2 * WINDOW),
    header: new Uint8Array(buffer, HEADER, UNPACKED),
    octets: new Uint8Array(buffer, OCTETS, MOST_SEGMENTS * UNPACKED),
    lengths: new Uint16Array(buffer, core.LENGTHS.value, 2 * MOST_SEGMENTS),
  }
}

/**
 * A text longer than a vector block, with letters, extension characters, Latin-1 and a unit above U+00FF; and its
 * octets by TS 23.038.
 */
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
