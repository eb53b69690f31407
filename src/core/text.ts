// The text family: a text as short messages, its headers, and the options that rewrite it.

import { MOST_OWN_ROWS, MOST_SEGMENTS, OWN_ROW, UNITS, UNPACKED } from '../../assembly/abi'
import { SeptetError } from '../errors'
import type { CompiledModule } from '../types'
import { textBinary as binary, instantiateText as instantiate } from './binaries'
import { adopt, type Constant, type Core, type Family, type Kind, standingOf } from './start'
import { type CoreViews, copyIn, type TextWindow, textWindow, viewsOf } from './window'

/** The exports of assembly/families/text.ts; assembly/README.md is their manual. */
interface TextCore extends Core {
  readonly REWRITE_WINDOW: Constant
  readonly LOOK_AHEAD: Constant
  readonly ENCODER: Constant
  readonly REWRITTEN: Constant
  readonly ORIGINS: Constant
  readonly OWN_ROWS: Constant
  readonly CUTS: Constant
  readonly HEADER: Constant
  readonly OCTETS: Constant
  readonly LENGTHS: Constant
  capacity8bit(header: number): number
  capacityGsm7(header: number): number
  capacityUcs2(header: number): number
  headerOctets(elements: number, referenceBits: number): number
  headerSeptets(header: number): number
  scanHeader(at: number, length: number): number
  readElement(at: number): number
  writeElement(id: number, fields: number, to: number): number
  writeHeader(to: number, elements: number, bits: number, reference: number, total: number, sequence: number): void
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

/** The core that stands, and views of its memory. */
export interface Engine extends CoreViews<TextCore> {
  readonly kind: Kind
  /** Address of the text window. */
  readonly TEXT: number
  /** Address of `rewritten`; units that a rewriting kernel takes at once, and that it may look at behind them. */
  readonly REWRITTEN: number
  readonly REWRITE_WINDOW: number
  readonly LOOK_AHEAD: number
  /** Address of `octets`. */
  readonly OCTETS: number
  /** Address of `header`. */
  readonly HEADER: number
  readonly encoder: Uint8Array
  readonly rewritten: TextWindow
  readonly origins: Uint16Array
  readonly ownRows: Uint16Array
  readonly cuts: Uint16Array
  readonly header: Uint8Array
  readonly octets: Uint8Array
  readonly lengths: Uint16Array
}

const FAMILY: Family<TextCore, Engine> = { binary, instantiate, engineOf, passes, standing: undefined }

/** The engine of the text family. @throws {SeptetError} 'unsupported' */
export function start(): Engine {
  return standingOf(FAMILY)
}

/**
 * Which build of the core is at work: `'wasm'`, or `'js'` where the runtime has no WebAssembly or forbids it. It is the core
 * that counts, encodes and decodes; bulk counting, push and hexadecimal digits have cores of their own, which start the same way
 * at their first call.
 *
 * @example
 * engine() // 'wasm'
 */
export function engine(): 'wasm' | 'js' {
  return start().kind
}

/**
 * Starts the core that counts, encodes and decodes now, instead of at the first call. With a precompiled module, for runtimes
 * that compile no bytes, all that the library does is done by it from then on. The module is `septet/septet.wasm`.
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
  if (adopt(module, FAMILY)) return
  throw new SeptetError('invalid-value', 'module', module, 'is not the core of this version of septet')
}

function engineOf(core: TextCore, kind: Kind): Engine {
  const { buffer } = core.memory
  const WINDOW = core.WINDOW.value
  const OCTETS = core.OCTETS.value
  const HEADER = core.HEADER.value
  const REWRITTEN = core.REWRITTEN.value
  return {
    kind,
    ...viewsOf(core),
    TEXT: core.TEXT.value,
    REWRITTEN,
    REWRITE_WINDOW: core.REWRITE_WINDOW.value,
    LOOK_AHEAD: core.LOOK_AHEAD.value,
    OCTETS,
    HEADER,
    encoder: new Uint8Array(buffer, core.ENCODER.value, 65536),
    rewritten: textWindow(buffer, REWRITTEN, WINDOW),
    origins: new Uint16Array(buffer, core.ORIGINS.value, WINDOW),
    ownRows: new Uint16Array(buffer, core.OWN_ROWS.value, OWN_ROW * MOST_OWN_ROWS),
    cuts: new Uint16Array(buffer, core.CUTS.value, 2 * WINDOW),
    header: new Uint8Array(buffer, HEADER, UNPACKED),
    octets: new Uint8Array(buffer, OCTETS, MOST_SEGMENTS * UNPACKED),
    lengths: new Uint16Array(buffer, core.LENGTHS.value, 2 * MOST_SEGMENTS),
  }
}

/** Vector blocks of letters, extension characters, Latin-1 and a wide unit; and the octets that TS 23.038 makes of them. */
const SELF_TEST = 'The quick brown [fox] jumps over @ lazy dög for 5 €'
const SELF_TEST_SEPTETS = 54
const SELF_TEST_OCTETS =
  '54741914afa7c76b9058febebb411b9ef98ddff840ea7a1b3e07bded653908006287f57910997f0699df72500db42903'

function passes(engine: Engine): boolean {
  const { core, TEXT, octets, result } = engine
  const length = copyIn(engine, SELF_TEST, 0, SELF_TEST.length)
  const segments = core.segmentGsm7(TEXT, length, 160, 153)
  if (segments !== 1 || result[UNITS] !== SELF_TEST_SEPTETS) return false
  const size = core.encodeGsm7(TEXT, segments, 0, 8, 0, 1, 0)
  let hex = ''
  for (let at = 0; at < size; at++) hex += octets[at]!.toString(16).padStart(2, '0')
  return hex === SELF_TEST_OCTETS
}
