// The push family: Service Indication, Service Loading, and the PDU around them.

import { MOST_SEGMENTS } from '../message/most-segments'
import { pushBinary as binary, instantiatePush as instantiate } from './binaries'
import { type Constant, type Core, type Family, standingOf } from './start'
import { type CoreViews, viewsOf } from './window'

/** The exports of assembly/families/push.ts; assembly/README.md is their manual. */
interface PushCore extends Core {
  readonly CUTS: Constant
  readonly OCTETS: Constant
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
}

/** The core that stands, and views of its memory. */
export interface PushEngine extends CoreViews<PushCore> {
  /** The fields of a document that was read, four numbers each. */
  readonly fields: Uint16Array
  readonly octets: Uint8Array
}

const FAMILY: Family<PushCore, PushEngine> = { binary, instantiate, engineOf, passes, standing: undefined }

/** The engine of the push family. @throws {SeptetError} 'unsupported' */
export function startPush(): PushEngine {
  return standingOf(FAMILY)
}

function engineOf(core: PushCore): PushEngine {
  const { buffer } = core.memory
  return {
    ...viewsOf(core),
    fields: new Uint16Array(buffer, core.CUTS.value, 2 * core.WINDOW.value),
    octets: new Uint8Array(buffer, core.OCTETS.value, MOST_SEGMENTS * 160),
  }
}

/** What browsers compute wrongly is SIMD, and this family has none: its head written and read back is enough. */
function passes({ core }: PushEngine): boolean {
  return core.readPush(core.writePush(1, 0x2e, 1, 0x1234)) === 11
}
