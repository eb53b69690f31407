// The bulk family: many messages counted in one call.
import { GSM7, TOTAL, UCS2 } from '../../assembly/abi'
import { bulkBinary as binary, instantiateBulk as instantiate } from './binaries'
import type { Room } from './capacity'
import { type Constant, type Core, type Family, startFamily } from './start'
import { type CoreViews, copyIn, createViews } from './window'

/** The exports of assembly/families/bulk.ts; assembly/README.md says more. */
export interface BulkCore extends Core {
  /** Address of an octet for each unit: 0 outside GSM-7. */
  readonly ENCODER: Constant
  /** Octets that UTF8 has room for. */
  readonly UTF8_WINDOW: Constant
  /** Most messages that one call counts. */
  readonly ROWS: Constant
  /** Address of messages in UTF-8, end to end. */
  readonly UTF8: Constant
  /** Address of where each message begins and the last one ends. */
  readonly OFFSETS: Constant
  /** Address of a bit for each message: 0 where there is none. */
  readonly VALIDITY: Constant
  /** Address of the encoding of each message: GSM7 or UCS2. */
  readonly ENCODINGS: Constant
  /** Address of the units of each message. */
  readonly ROW_UNITS: Constant
  /** Address of the segments of each message. */
  readonly ROW_SEGMENTS: Constant
  /** Counts messages in UTF-8 from `at` on, by OFFSETS and VALIDITY. Returns the rows that were counted. */
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
  /** Counts texts in the text window, by OFFSETS. */
  countTexts(rows: number, single7: number, multi7: number, single16: number, multi16: number): void
  /** Cuts a window of UTF-8, from an address to another, as GSM-7. Returns the cuts, or FOREIGN. */
  walkGsm7(at: number, end: number, capacity: number, room: number): number
  /** The same as UCS-2, which has every character. */
  walkUcs2(at: number, end: number, capacity: number, room: number): number
}

export { GSM7, UCS2 } from '../../assembly/abi'

export interface BulkEngine extends CoreViews<BulkCore> {
  readonly encoder: Uint8Array
  /** Address of `utf8`. */
  readonly UTF8: number
  readonly utf8: Uint8Array
  /** The columns of a call: at most `offsets.length - 1` rows. */
  readonly offsets: Int32Array
  readonly validity: Uint8Array
  readonly encodings: Uint8Array
  readonly rowUnits: Uint32Array
  readonly rowSegments: Uint32Array
}

const FAMILY: Family<BulkCore, BulkEngine> = {
  binary,
  instantiate,
  complete: undefined,
  createEngine,
  passesSelfTest,
  engine: undefined,
}

/** The engine of the family, for this file, utf8-rows.ts and survey.ts. @throws {SeptetError} 'unsupported' */
export function startBulk(): BulkEngine {
  // Callers have a view of this core's memory. They can transfer the memory of the JavaScript build, which ends the
  // engine.
  if (FAMILY.engine?.utf8.length === 0) FAMILY.engine = undefined
  return startFamily(FAMILY)
}

/** The counts of rows in columns: views of the core's memory, valid until the next call. */
export interface Rows {
  readonly encodings: Uint8Array
  readonly units: Uint32Array
  readonly segments: Uint32Array
  /** Segments of all rows. */
  readonly total: number
}

/** What one message costs. */
export interface Row {
  readonly encoding: 'GSM-7' | 'UCS-2'
  readonly units: number
  readonly segments: number
}

/** The most that one call takes: units of joined texts, octets of UTF-8, and rows of either. */
export function readBulkLimits(): { units: number; octets: number; rows: number } {
  const { WINDOW, utf8, offsets } = startBulk()
  return { units: WINDOW, octets: utf8.length, rows: offsets.length - 1 }
}

/** The octets that a caller can fill, so that `countUtf8Rows` of utf8-rows.ts needs no copy. */
export function getUtf8Octets(): Uint8Array {
  return startBulk().utf8
}

/**
 * Looks at the first and the last unit of a text. Where one is outside GSM-7, the text is UCS-2 and need not be copied.
 *
 * @returns a function of the text, so that a loop over many starts the engine once
 */
export function createForeignLook(): (text: string) => boolean {
  const { encoder } = startBulk()
  return (text) => {
    const { length } = text
    return length > 0 && (encoder[text.charCodeAt(0)] === 0 || encoder[text.charCodeAt(length - 1)] === 0)
  }
}

/** Counts the texts that `run` joins; each ends at one of `ends`. A text in GSM-7 is never counted as UCS-2. */
export function countRun(run: string, ends: Int32Array, { gsm7, ucs2 }: Room): Rows {
  const engine = startBulk()
  engine.offsets[0] = 0
  engine.offsets.set(ends, 1)
  copyIn(engine, run, 0, run.length)
  engine.core.countTexts(ends.length, gsm7.single, gsm7.multi, ucs2.single, ucs2.multi)
  return readRows(engine, ends.length)
}

/** The columns of what was counted last. */
export function readRows({ encodings, rowUnits, rowSegments, result }: BulkEngine, rows: number): Rows {
  return {
    encodings: encodings.subarray(0, rows),
    units: rowUnits.subarray(0, rows),
    segments: rowSegments.subarray(0, rows),
    total: result[TOTAL]!,
  }
}

function createEngine(core: BulkCore): BulkEngine {
  const { buffer } = core.memory
  const UTF8 = core.UTF8.value
  const rows = core.ROWS.value
  return {
    ...createViews(core),
    encoder: new Uint8Array(buffer, core.ENCODER.value, 65536),
    UTF8,
    utf8: new Uint8Array(buffer, UTF8, core.UTF8_WINDOW.value),
    offsets: new Int32Array(buffer, core.OFFSETS.value, rows + 1),
    validity: new Uint8Array(buffer, core.VALIDITY.value, rows / 8 + 1),
    encodings: new Uint8Array(buffer, core.ENCODINGS.value, rows),
    rowUnits: new Uint32Array(buffer, core.ROW_UNITS.value, rows),
    rowSegments: new Uint32Array(buffer, core.ROW_SEGMENTS.value, rows),
  }
}

/**
 * Octets of UTF-8, one in each character: first 69 septets, with extension characters and Latin-1, longer than a vector block; then
 * three letters outside GSM-7. As a text, its first 45 septets are before the first character above 7F that GSM-7 does not have.
 */
const SELF_TEST =
  'The quick brown [fox] jumps over the lazy d\u00c3\u00b6g, and then once more, \u00d0\u0096\u00d1\u0083\u00d0\u00ba'
const CYRILLIC_AT = 68
const LATIN_AT = 43

function passesSelfTest(engine: BulkEngine): boolean {
  const { core, text } = engine
  const { length } = SELF_TEST
  // Not in the UTF-8 window: a caller may have a view of it, and after `init` this test runs again.
  const octets = new Uint8Array(text.buffer, text.byteOffset, length)
  for (let at = 0; at < length; at++) octets[at] = SELF_TEST.charCodeAt(at)
  engine.offsets.set([0, CYRILLIC_AT, length])
  core.countRows(text.byteOffset, length, 2, -1, 0, 160, 153, 70, 67)
  if (!hasCounted(engine, 69, 3)) return false
  copyIn(engine, SELF_TEST, 0, length)
  engine.offsets.set([0, LATIN_AT, length])
  core.countTexts(2, 160, 153, 70, 67)
  return hasCounted(engine, 45, length - LATIN_AT)
}

/** Whether two messages were counted, the first in GSM-7, the second in UCS-2, each of one segment. */
function hasCounted({ encodings, rowUnits, result }: BulkEngine, septets: number, units: number): boolean {
  return (
    encodings[0] === GSM7 &&
    encodings[1] === UCS2 &&
    rowUnits[0] === septets &&
    rowUnits[1] === units &&
    result[TOTAL] === 2
  )
}
