// The hex family: octets as hexadecimal digits, and back.

import { MOST_SEGMENTS } from '../message/most-segments'
import { hexBinary as binary, instantiateHex as instantiate } from './binaries'
import { type Constant, type Core, type Family, standingOf } from './start'
import { type CoreViews, copyIn, copyOutAscii, viewsOf } from './window'

/** The exports of assembly/families/hex.ts; assembly/README.md is their manual. */
interface HexCore extends Core {
  readonly OCTETS: Constant
  readHex(length: number, pending: number): number
  writeHex(octets: number): number
}

/** The core that stands, and views of its memory. */
export interface HexEngine extends CoreViews<HexCore> {
  readonly octets: Uint8Array
}

const FAMILY: Family<HexCore, HexEngine> = { binary, instantiate, engineOf, passes, standing: undefined }

/** The engine of the hex family. @throws {SeptetError} 'unsupported' */
export function startHex(): HexEngine {
  return standingOf(FAMILY)
}

function engineOf(core: HexCore): HexEngine {
  return { ...viewsOf(core), octets: new Uint8Array(core.memory.buffer, core.OCTETS.value, MOST_SEGMENTS * 160) }
}

/** Every digit in both halves of an octet, and more than a vector block of them, in either case. */
const SELF_TEST = '0123456789ABCDEF1032547698BADCFEff'

function passes(engine: HexEngine): boolean {
  const { core } = engine
  const octets = core.readHex(copyIn(engine, SELF_TEST, 0, SELF_TEST.length), -1)
  return octets === 17 && copyOutAscii(engine, core.writeHex(octets)) === SELF_TEST.toUpperCase()
}
