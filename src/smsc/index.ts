export type { Amount, Range } from '../pricing/amount'
export type { Price } from '../pricing/rates'
export type { Answer, AnswerPhone, AskedAnswer } from './answer'
export { type BuildOptions, buildRequest } from './build-request'
export { encodeCharset } from './encode-charset'
export { type FormatOptions, format } from './format'
export type { PreviewOptions } from './options'
export { parseAnswer } from './parse-answer'
export { parseStatus, type Status } from './parse-status'
export { preview } from './preview'
export type { BuiltRequest, SmscParameters, SmscRequest } from './request'
export { type Refusal, RequestError } from './request-error'
export { type ServiceCode, type ServiceError, type ServiceErrorCode, serviceErrors } from './service-errors'
export {
  isDelivered,
  isFinalStatus,
  type StatusErrorMeaning,
  type StatusMeaning,
  statusErrors,
  statuses,
} from './statuses'
export type * from './types'
