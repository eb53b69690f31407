/**
 * Whole PDUs, as modems print and take them; USSD and cell broadcast.
 *
 * @module
 */
export type { CbsTextOptions } from './cell-broadcast/cbs-text'
export {
  type CellBroadcast,
  type CellBroadcastPage,
  type CellBroadcastScope,
  decodeCellBroadcast,
  encodeCellBroadcast,
} from './cell-broadcast/cell-broadcast'
export { encodeSubmit, type SubmitFields, type SubmitOptions } from './encode-submit'
export { describeCommand } from './fields/command-type'
export { describeFailureCause } from './fields/failure-cause'
export type * from './fields/field-types'
export { describeProtocol } from './fields/protocol-identifier'
export { describeStatus } from './fields/status'
export type * from './input-types'
export { decodePdu, encodePdu, type Pdu, type PduOptions, type WithServiceCentre } from './pdu'
export { type Carrier, type Direction, decodeTpdu, encodeTpdu, type TpduOptions } from './tpdu/tpdu'
export type * from './types'
export { decodeUssd, encodeUssd, type Ussd, type UssdText } from './ussd'
