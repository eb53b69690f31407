import { SeptetError, type SeptetErrorCode } from 'septet'
import { copyMembers, omitUndefined } from '../arguments'
import type { ServiceCode } from './service-errors'

/**
 * Why the service would refuse a request. `preview` collects these errors and does not throw them, so one call finds
 * all. To stop at the first, write `throw preview.errors[0]`.
 *
 * @example
 * const [error] = preview({ login: 'me', psw: 'secret', phones: '79161234567', mes: '' }).errors
 * error instanceof RequestError // true
 * error.service // 1
 */
export class RequestError extends SeptetError {
  override readonly name: string = 'RequestError'
  /** The `error_code` that the service would return; absent for `'not-previewable'`, which the service would accept. */
  readonly service?: ServiceCode
  /** The number of the line of `list`, from 1. */
  readonly line?: number
  /** How many cases of it there are. This is the first. */
  count = 1

  constructor(service: ServiceCode | undefined, code: SeptetErrorCode, place: RequestPlace, message: string) {
    const { argument, value, line, offset } = copyMembers(place)
    super(code, argument, value, line ? `${message}, in line ${line}` : message, offset)
    if (service !== undefined) this.service = service
    if (line !== undefined) this.line = line
  }

  /**
   * The members for JSON.stringify, because the message of an Error is not enumerable. The value is left out: it may be
   * a long list.
   */
  override toJSON(): object {
    const { name, code, service, argument, offset, line, message, count } = this
    return { name, code, service, argument, offset, line, message, count }
  }
}

/** An error as plain data. `structuredClone` and `postMessage` keep only the message of an Error. */
export interface Refusal {
  code: SeptetErrorCode
  /** Absent for `'not-previewable'`, since the service would return no error. */
  service?: ServiceCode
  argument: string
  reason: string
  offset?: number
}

/**
 * The error that the service would return for several. A message that is not an SMS gives none, unless it is of several
 * kinds. Otherwise it is the lowest code, because parameters are read before a message is checked. The service's own
 * order is not public.
 */
export function findRefusal(errors: readonly RequestError[]): Refusal | undefined {
  const [lowest] = [...errors].sort((one, other) => rankError(one) - rankError(other))
  if (lowest === undefined) return undefined
  const { code, service, argument, reason, offset } = lowest
  return omitUndefined({ code, service, argument, reason, offset })
}

function rankError({ code, service }: RequestError): number {
  return code === 'conflicting-parameters' ? -1 : (service ?? 0)
}

/** A place in the request. */
export interface RequestPlace {
  readonly argument: string
  readonly value: unknown
  readonly offset?: number
  readonly line?: number
}
