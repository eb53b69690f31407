import type { SeptetErrorCode } from 'septet'
import { copyMembers } from '../arguments'
import { findPlaceInLine, type LineField, type ListLine } from './list-line'
import { RequestError, type RequestPlace } from './request-error'
import type { ServiceCode } from './service-errors'
import type { Warning, WarningCode } from './types'

/**
 * Collects the warnings and errors of a request. Equal ones become one with a count, so a list of a million bad lines
 * gives only a few.
 */
export class Notices {
  readonly #warnings = new Map<string, Warning>()
  readonly #errors = new Map<string, RequestError>()
  #entry: ListLine | undefined
  #field: LineField = 'text'
  #codes: WarningCode[] = []
  #refusals: ServiceCode[] = []

  /** Starts the warnings and errors of a line of `list`, or of none. `take` ends them. */
  begin(entry: ListLine | undefined): void {
    this.#entry = entry
    this.#field = 'text'
    this.#codes = [...(entry?.warnings ?? [])]
    this.#refusals = []
  }

  /** From here on, offsets are in this field of the line. */
  read(field: LineField): void {
    this.#field = field
  }

  /** The codes of the warnings and of the errors since `begin`. */
  take(): { warnings: WarningCode[]; errors: ServiceCode[] } {
    const taken = { warnings: this.#codes, errors: this.#refusals }
    this.begin(undefined)
    return taken
  }

  /** `message` is called only for the first warning of its kind. */
  warn(code: WarningCode, place: RequestPlace, message: () => string): void {
    if (!this.#codes.includes(code)) this.#codes.push(code)
    const key = `${code} ${place.argument}`
    const known = this.#warnings.get(key)
    if (known) known.count++
    else this.#warnings.set(key, { code, message: message(), ...this.#locate(place), count: 1 })
  }

  /** Errors with the same `fault` become one. A fault is the message without values. */
  fail(
    service: ServiceCode | undefined,
    code: SeptetErrorCode,
    place: RequestPlace,
    message: string,
    fault: string = message,
  ): void {
    if (service !== undefined && !this.#refusals.includes(service)) this.#refusals.push(service)
    const key = `${service} ${code} ${place.argument} ${fault}`
    const known = this.#errors.get(key)
    if (known) known.count++
    else this.#errors.set(key, new RequestError(service, code, this.#locate(place), message))
  }

  get warnings(): Warning[] {
    return [...this.#warnings.values()]
  }

  get errors(): RequestError[] {
    return [...this.#errors.values()]
  }

  #locate(place: RequestPlace): RequestPlace {
    const entry = this.#entry
    if (entry === undefined) return place
    const { offset } = copyMembers(place)
    return { ...place, ...(offset === undefined ? { line: entry.line } : findPlaceInLine(entry, this.#field, offset)) }
  }
}
