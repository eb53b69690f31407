import type { SeptetErrorCode } from 'septet'
import { bare } from '../arguments'
import { type Field, type ListLine, placeInLine } from './list-line'
import { type Place, RequestError } from './request-error'
import type { ServiceCode } from './service-errors'
import type { Warning, WarningCode } from './types'

/**
 * Gathers what there is to say about a request. Equal warnings and equal errors are one with a count: a list of a
 * million bad lines makes a few sentences.
 */
export class Notices {
  readonly #warnings = new Map<string, Warning>()
  readonly #errors = new Map<string, RequestError>()
  #entry: ListLine | undefined
  #field: Field = 'text'
  #codes: WarningCode[] = []
  #refusals: ServiceCode[] = []

  /** Whatever follows is about this line of `list`, or about none; `take` ends it. */
  begin(entry: ListLine | undefined): void {
    this.#entry = entry
    this.#field = 'text'
    this.#codes = [...(entry?.warnings ?? [])]
    this.#refusals = []
  }

  /** Offsets that follow are in this field of the line. */
  read(field: Field): void {
    this.#field = field
  }

  /** The codes of the warnings and of the errors since `begin`. */
  take(): { warnings: WarningCode[]; errors: ServiceCode[] } {
    const taken = { warnings: this.#codes, errors: this.#refusals }
    this.begin(undefined)
    return taken
  }

  /** `message` is only asked for the first of its kind. */
  warn(code: WarningCode, place: Place, message: () => string): void {
    if (!this.#codes.includes(code)) this.#codes.push(code)
    const key = `${code} ${place.argument}`
    const known = this.#warnings.get(key)
    if (known) known.count++
    else this.#warnings.set(key, { code, message: message(), ...this.#located(place), count: 1 })
  }

  /** Errors with one `fault` are one: it is what is wrong, without the values that the message may name. */
  fail(
    service: ServiceCode | undefined,
    code: SeptetErrorCode,
    place: Place,
    message: string,
    fault: string = message,
  ): void {
    if (service !== undefined && !this.#refusals.includes(service)) this.#refusals.push(service)
    const key = `${service} ${code} ${place.argument} ${fault}`
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
    const entry = this.#entry
    if (entry === undefined) return place
    const { offset } = bare(place)
    return { ...place, ...(offset === undefined ? { line: entry.line } : placeInLine(entry, this.#field, offset)) }
  }
}
