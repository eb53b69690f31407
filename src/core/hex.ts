// The hex family: octets as hexadecimal digits, and back.
import { FOREIGN, FOREIGN_AT, MOST_SEGMENTS, NOTHING_PENDING, PENDING, UNPACKED } from '../../assembly/abi'
import { hexBinary as binary, instantiateHex as instantiate } from './binaries'
import { type Constant, type Core, type Family, startFamily } from './start'
import { type CoreViews, copyIn, copyOutAscii, createViews } from './window'

/** The exports of assembly/families/hex.ts; assembly/README.md says more. */
interface HexCore extends Core {
  /** Address of the octets. */
  readonly OCTETS: Constant
  /** Reads digits in the text window to OCTETS. Returns the octets, or FOREIGN. */
  readHex(length: number, pending: number): number
  /** Writes OCTETS to the text window as digits, one in each octet. Returns how many. */
  writeHex(octets: number): number
}

interface HexEngine extends CoreViews<HexCore> {
  readonly octets: Uint8Array
}

const FAMILY: Family<HexCore, HexEngine> = {
  binary,
  instantiate,
  complete: undefined,
  createEngine,
  passesSelfTest,
  engine: undefined,
}

/**
 * Writes octets as digits, two for each octet, in upper case.
 *
 * @throws {SeptetError} 'unsupported'
 */
export function writeHexDigits(octets: Uint8Array): string {
  const engine = startFamily(FAMILY)
  const window = engine.octets.length
  let digits = ''
  for (let at = 0; at < octets.length; at += window) {
    const part = octets.subarray(at, at + window)
    engine.octets.set(part)
    digits += copyOutAscii(engine, engine.core.writeHex(part.length))
  }
  return digits
}

/**
 * The octets that were read. Or undefined, and why: the offset of a character that is no digit, or an odd number of
 * digits.
 */
type Digits =
  | { readonly octets: Uint8Array<ArrayBuffer> }
  | { readonly octets: undefined; readonly isOdd: false; readonly strayAt: number }
  | { readonly octets: undefined; readonly isOdd: true }

/** The octets of hexadecimal digits; white space (U+0020, U+0009 to U+000D) is left out. @throws {SeptetError} 'unsupported' */
export function readHexDigits(digits: string): Digits {
  const engine = startFamily(FAMILY)
  const { core, result, octets: memory, WINDOW } = engine
  const octets = new Uint8Array(digits.length >> 1)
  let filled = 0
  let pending = NOTHING_PENDING
  for (let at = 0; at < digits.length; at += WINDOW) {
    const found = core.readHex(copyIn(engine, digits, at, Math.min(at + WINDOW, digits.length)), pending)
    if (found === FOREIGN) return { octets: undefined, isOdd: false, strayAt: at + result[FOREIGN_AT]! }
    octets.set(memory.subarray(0, found), filled)
    filled += found
    pending = result[PENDING]!
  }
  if (pending !== NOTHING_PENDING) return { octets: undefined, isOdd: true }
  return { octets: filled === octets.length ? octets : octets.slice(0, filled) }
}

function createEngine(core: HexCore): HexEngine {
  return {
    ...createViews(core),
    octets: new Uint8Array(core.memory.buffer, core.OCTETS.value, MOST_SEGMENTS * UNPACKED),
  }
}

/** Every digit in both halves of an octet, in upper and lower case, and more digits than a vector block has. */
const SELF_TEST = '0123456789ABCDEF1032547698BADCFEff'

function passesSelfTest(engine: HexEngine): boolean {
  const { core } = engine
  const octets = core.readHex(copyIn(engine, SELF_TEST, 0, SELF_TEST.length), -1)
  return octets === 17 && copyOutAscii(engine, core.writeHex(octets)) === SELF_TEST.toUpperCase()
}
