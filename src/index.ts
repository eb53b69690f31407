/**
 * Counts, cuts, encodes and reads SMS.
 *
 * @module
 */
export { countMany } from './bulk/count-many'
export { countUtf8, type Offsets, utf8Window } from './bulk/count-utf8'
export { type Survey, type SurveyOptions, surveyUtf8 } from './bulk/survey-utf8'
export { engine, init } from './core/text'
export { SeptetError, type SeptetErrorCode } from './errors'
export { decodeHeader, encodeHeader } from './header/header'
export { type BinaryMessage, encodeBinary, type ReferenceOptions } from './message/binary'
export { type BinaryForm, formatBinary, type ParsedBinary, parseBinary } from './message/binary-form'
export {
  type Collected,
  type Collector,
  type CollectorKey,
  type CollectorOptions,
  createCollector,
  type Pending,
} from './message/collector'
export { encode, encodeInto } from './message/encode'
export { type FormatOptions, formatText } from './message/format-text'
export { fromHex, toHex } from './message/hex'
export { decode, type Readable, read } from './message/read'
export { decodeWapPush, type WapPushReadOptions } from './push/decode-wap-push'
export { encodeWapPush, type WapPushInput, type WapPushOptions } from './push/encode-wap-push'
export { decodeMmsNotification, type MmsField, type MmsNotification } from './push/mms'
export { parsePush } from './push/parse-push'
export { ports } from './push/ports'
export {
  decodeServiceIndication,
  encodeServiceIndication,
  type IndicationItem,
  type IndicationItemInput,
  type ServiceIndication,
  type ServiceIndicationInput,
} from './push/service-indication'
export { decodeServiceLoading, encodeServiceLoading, type ServiceLoading } from './push/service-loading'
export type { PushContent, PushHeaders, WapPush } from './push/wap-push'
export { count } from './text/count'
export { inspect } from './text/inspect'
export { countRcs, type RcsCount, type RcsOptions } from './text/rcs'
export { segment } from './text/segment'
export { smartEncode } from './text/smart-encode'
export { countTemplate, type TemplateCount, type TemplateOptions } from './text/template/count-template'
export type { TemplateField, TemplateFieldRange } from './text/template/fields'
export { type FillTemplateOptions, fillTemplate } from './text/template/fill-template'
export type { TemplateSyntax } from './text/template/syntax'
export { templateFields } from './text/template/template-fields'
export { transliterate } from './text/transliterate'
export { type Unencodable, UnencodableError } from './text/unencodable'
export type * from './types'
