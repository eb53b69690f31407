/**
 * Builds, checks and prices requests to the SMSC HTTP API, and reads its answers.
 *
 * @module
 */
export type { Amount, Range } from '../pricing/amount'
export type { NumberStatus } from '../pricing/numbering'
export type { Price } from '../pricing/rates'
export type { Answer, AnswerPhone, AskedAnswer } from './answer/answer'
export { type FormatOptions, format } from './answer/format'
export { parseAnswer } from './answer/parse-answer'
export { parseStatus, type Status } from './answer/parse-status'
export {
  isDelivered,
  isFinalStatus,
  type StatusErrorMeaning,
  type StatusMeaning,
  statusErrors,
  statuses,
} from './answer/statuses'
export type { ListForm, ListMessage } from './list/forms'
export { formatList, type ListOptions, parseList } from './list/list-messages'
export { withComment } from './list/with-comment'
export type { PreviewOptions } from './options'
export { type NormalizedPhone, normalizePhone, type PhoneOptions } from './phones/normalize-phone'
export { checkRequest, type RequestCheck } from './preview/check-request'
export { preview } from './preview/preview'
export { type BuildOptions, buildRequest } from './request/build-request'
export { type CallParam, parseCallParam } from './request/call-param'
export { encodeCharset } from './request/encode-charset'
export type { BuiltRequest, SmscParameters, SmscRequest } from './request/request'
export { requestKey } from './request/request-key'
export { type Refusal, RequestError } from './request-error'
export { type ServiceCode, type ServiceError, type ServiceErrorCode, serviceErrors } from './service-errors'
export { groupSize } from './time/group-size'
export { sendingTime } from './time/sending-time'
export { formatTime, parseTime, type SendingTime } from './time/time'
export type * from './types'
