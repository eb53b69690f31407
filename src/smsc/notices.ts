import type { SeptetErrorCode } from 'septet'
import { type Place, RequestError, type ServiceCode } from './request-error'
import type { Warning, WarningCode } from './types'

/**
 * Gathers what there is to say about a request. Equal warnings and equal errors are one with a count: a list of a
 * million bad lines is answered in a few sentences.
 */
export class Notices {
  readonly #warnings = new Map<string, Warning>()
  readonly #errors = new Map<string, RequestError>()
  #line: number | undefined
  #codes = new Set<WarningCode>()
  #refusals = new Set<ServiceCode>()

  /** Whatever follows is about this line; `take` ends it. */
  begin(line: number | undefined): void {
    this.#line = line
    this.#codes = new Set()
    this.#refusals = new Set()
  }

  /** The codes of the warnings and of the errors since `begin`. */
  take(): { warnings: WarningCode[]; errors: ServiceCode[] } {
    const taken = { warnings: [...this.#codes], errors: [...this.#refusals] }
    this.begin(undefined)
    return taken
  }

  /** `message` is only asked for the first of its kind. */
  warn(code: WarningCode, place: Place, message: () => string): void {
    this.#codes.add(code)
    const key = `${code} ${place.argument}`
    const known = this.#warnings.get(key)
    if (known) known.count++
    else this.#warnings.set(key, { code, message: message(), ...this.#located(place), count: 1 })
  }

  fail(service: ServiceCode | undefined, code: SeptetErrorCode, place: Place, message: string): void {
    if (service !== undefined) this.#refusals.add(service)
    const key = `${service} ${code} ${place.argument}`
    const known = this.#errors.get(key)
    if (known) known.count++
    else this.#errors.set(key, new RequestError(service, code, this.#located(place), message))
  }

  get warnings(): Warning[] {
    return [...this.#warnings.values()]
  }

  get errors(): RequestError[] {
    return [...this.#errors.values()]
  }

  #located(place: Place): Place {
    return this.#line === undefined ? place : { ...place, line: this.#line }
  }
}
