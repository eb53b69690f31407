// The push family: WAP documents (wbxml.ts), and the PDU that carries them (push-pdu.ts).
import { MOST_SEGMENTS, UNPACKED } from '../../assembly/abi'
import { REASON, REASON_AT, UTF_8 } from '../../assembly/wap/abi'
import { pushBinary as binary, instantiatePush as instantiate } from './binaries'
import { type Constant, type Core, type Family, startFamily } from './start'
import { type CoreViews, createViews } from './window'

export { TRUNCATED } from '../../assembly/wap/abi'

/** The exports of assembly/families/push.ts; assembly/README.md says more. */
interface PushCore extends Core {
  /** Address of the fields of a document that was read. */
  readonly CUTS: Constant
  /** Address of the document or PDU. */
  readonly OCTETS: Constant
  /** Writes a document of the strings in the text window, of these lengths (those of items are in CUTS), to OCTETS. Returns its octets, or -1. */
  writeServiceIndication(
    href: number,
    id: number,
    created: number,
    expires: number,
    text: number,
    action: number,
    compact: number,
    items: number,
  ): number
  /** Reads the document in OCTETS. Returns the number of its fields, or -1. */
  readServiceIndication(length: number, charset: number): number
  /** The same for Service Loading. */
  writeServiceLoading(href: number, action: number, compact: number): number
  /** The same for Service Loading. */
  readServiceLoading(length: number, charset: number): number
  /** Writes the head of a Push PDU to OCTETS. Returns its octets. */
  writePush(
    transactionId: number,
    contentType: number,
    name: number,
    charset: number,
    applicationId: number,
    applicationName: number,
  ): number
  /** Reads the header fields in OCTETS, four numbers each to CUTS. Returns how many, or -1. */
  readFields(length: number): number
  /** Reads the head of the Push PDU in OCTETS to RESULT. Returns where its body begins, or -1. */
  readPush(length: number): number
}

export interface PushEngine extends CoreViews<PushCore> {
  /** The fields of a document that was read, four numbers each. */
  readonly fields: Uint16Array
  readonly octets: Uint8Array
}

const FAMILY: Family<PushCore, PushEngine> = {
  binary,
  instantiate,
  complete: undefined,
  createEngine,
  passesSelfTest,
  engine: undefined,
}

/** The engine of the family. @throws {SeptetError} 'unsupported' */
export function startPush(): PushEngine {
  return startFamily(FAMILY)
}

/** Most octets of a document or PDU that can be read. */
export const MOST_OCTETS = MOST_SEGMENTS * UNPACKED

/** Octets that the core refuses: the number of the reason, and the offset of the octet. */
export interface Refused {
  readonly reason: number
  readonly offset: number
}

/** Whether the core has refused what it was to read. */
export function isRefused(read: object): read is Refused {
  return Object.hasOwn(read, 'reason')
}

/** What the core has refused last. */
export function readRefusal({ result }: PushEngine): Refused {
  return { reason: result[REASON]!, offset: result[REASON_AT]! }
}

function createEngine(core: PushCore): PushEngine {
  const { buffer } = core.memory
  return {
    ...createViews(core),
    fields: new Uint16Array(buffer, core.CUTS.value, 2 * core.WINDOW.value),
    octets: new Uint8Array(buffer, core.OCTETS.value, MOST_OCTETS),
  }
}

/**
 * Some browsers compute wrongly with SIMD. This family does not use it, so it is enough to write a head and read it.
 */
function passesSelfTest({ core }: PushEngine): boolean {
  return core.readPush(core.writePush(1, 0x2e, 0, UTF_8, 0x1234, 0)) === 11
}
