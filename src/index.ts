export { type BinaryForm, formatBinary, type ParsedBinary, parseBinary } from './binary-form'
export { type BinaryMessage, encodeBinary, type ReferenceOptions } from './binary-message'
export { count } from './count'
export { countMany } from './count-many'
export { countUtf8, type Offsets, utf8Window } from './count-utf8'
export { encode, encodeInto } from './encode'
export { engine, init } from './engine'
export { SeptetError, type SeptetErrorCode, type Unencodable, UnencodableError } from './errors'
export { type FormatOptions, formatText } from './format-text'
export { decodeHeader, encodeHeader } from './header'
export { fromHex, toHex } from './hex'
export { inspect } from './inspect'
export { decode, read } from './read'
export { segment } from './segment'
export {
  decodeServiceIndication,
  encodeServiceIndication,
  type IndicationItem,
  type ServiceIndication,
  type ServiceIndicationInput,
} from './service-indication'
export { decodeServiceLoading, encodeServiceLoading, type ServiceLoading } from './service-loading'
export { smartEncode } from './smart-encoding'
export { transliterate } from './transliterate'
export type * from './types'
export {
  decodeWapPush,
  encodeWapPush,
  type PushHeaders,
  parsePush,
  type WapPush,
  type WapPushInput,
  type WapPushOptions,
} from './wap-push'
