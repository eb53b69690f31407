/**
 * Whole PDUs, as modems print and take them; USSD and cell broadcast.
 *
 * @module
 */
export type { CbsTextOptions } from './cbs-text'
export {
  type CellBroadcast,
  type CellBroadcastPage,
  type CellBroadcastScope,
  decodeCellBroadcast,
  encodeCellBroadcast,
} from './cell-broadcast'
export { describeCommand } from './command-type'
export { encodeSubmit, type SubmitFields, type SubmitOptions } from './encode-submit'
export { describeFailureCause } from './failure-cause'
export type * from './field-types'
export type * from './input-types'
export { decodePdu, encodePdu, type Pdu, type PduOptions, type WithServiceCentre } from './pdu'
export { describeProtocol } from './protocol-identifier'
export { describeStatus } from './status'
export { type Carrier, type Direction, decodeTpdu, encodeTpdu, type TpduOptions } from './tpdu'
export type * from './types'
export { decodeUssd, encodeUssd, type Ussd, type UssdText } from './ussd'
