import { SeptetError, type SeptetErrorCode } from 'septet'
import { bare } from '../arguments'
import type { ServiceCode } from './service-errors'

/**
 * Why the service would refuse a request. `preview` collects these and throws none of them, so that one call tells all
 * that is wrong; to stop at the first, `throw preview.errors[0]`.
 */
export class RequestError extends SeptetError {
  override readonly name: string = 'RequestError'
  /** The `error_code` that the service would return; absent for `'not-previewable'`, which it would accept. */
  readonly service?: ServiceCode
  /** The line of `list`, from 1. */
  readonly line?: number
  /** How many cases there are of it; this is the first. */
  count = 1

  constructor(service: ServiceCode | undefined, code: SeptetErrorCode, place: Place, message: string) {
    const { argument, value, line, offset } = bare(place)
    super(code, argument, value, line ? `${message}, in line ${line}` : message, offset)
    if (service !== undefined) this.service = service
    if (line !== undefined) this.line = line
  }

  /** What JSON.stringify writes: an Error's message is not enumerable. The value is left out, it may be a whole list. */
  override toJSON(): object {
    const { name, code, service, argument, offset, line, message, count } = this
    return { name, code, service, argument, offset, line, message, count }
  }
}

/** An error as plain data: `structuredClone` and `postMessage` keep no more of an Error than its message. */
export interface Refusal {
  code: SeptetErrorCode
  /** Absent for `'not-previewable'`: there is no answer. */
  service?: ServiceCode
  argument: string
  reason: string
  offset?: number
}

/**
 * The one of several errors that the service would return: none for what is no SMS, unless it is several kinds at once; then the
 * lowest code, for parameters are read before a message is judged. Which the service looks at first is not public.
 */
export function findRefusal(errors: readonly RequestError[]): Refusal | undefined {
  const [lowest] = [...errors].sort((one, other) => rankError(one) - rankError(other))
  if (lowest === undefined) return undefined
  const { code, service, argument, reason, offset } = lowest
  return {
    code,
    ...(service === undefined ? {} : { service }),
    argument,
    reason,
    ...(offset === undefined ? {} : { offset }),
  }
}

function rankError({ code, service }: RequestError): number {
  return code === 'conflicting-parameters' ? -1 : (service ?? 0)
}

/** Where in the request. */
export interface Place {
  readonly argument: string
  readonly value: unknown
  readonly offset?: number
  readonly line?: number
}
