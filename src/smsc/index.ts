/**
 * Builds, checks and prices requests to the SMSC HTTP API, and reads its answers.
 *
 * @module
 */
export type { Amount, Range } from '../pricing/amount'
export type { NumberStatus } from '../pricing/numbering'
export type { Price } from '../pricing/rates'
export type { Answer, AnswerPhone, AskedAnswer } from './answer'
export { type BuildOptions, buildRequest } from './build-request'
export { type CallParam, parseCallParam } from './call-param'
export { checkRequest, type RequestCheck } from './check-request'
export { encodeCharset } from './encode-charset'
export { type FormatOptions, format } from './format'
export { groupSize } from './group-size'
export type { ListForm, ListMessage } from './list-forms'
export { formatList, type ListOptions, parseList } from './list-messages'
export { type NormalizedPhone, normalizePhone, type PhoneOptions } from './normalize-phone'
export type { PreviewOptions } from './options'
export { parseAnswer } from './parse-answer'
export { parseStatus, type Status } from './parse-status'
export { preview } from './preview'
export type { BuiltRequest, SmscParameters, SmscRequest } from './request'
export { type Refusal, RequestError } from './request-error'
export { requestKey } from './request-key'
export { sendingTime } from './sending-time'
export { type ServiceCode, type ServiceError, type ServiceErrorCode, serviceErrors } from './service-errors'
export {
  isDelivered,
  isFinalStatus,
  type StatusErrorMeaning,
  type StatusMeaning,
  statusErrors,
  statuses,
} from './statuses'
export { formatTime, parseTime, type SendingTime } from './time'
export type * from './types'
export { withComment } from './with-comment'
