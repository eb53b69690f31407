// The error that every folder may throw: this file imports nothing.

/** What went wrong, as a stable word. */
export type SeptetErrorCode =
  /** The argument is not of the type named. */
  | 'invalid-type'
  /** The argument is of the right type, and outside its range or set. */
  | 'invalid-value'
  /** No option, or no member of an object, has this name. */
  | 'unknown-option'
  /** The option exists, and this function or entry cannot honour it. */
  | 'unsupported-option'
  /** Two options contradict each other. */
  | 'conflicting-options'
  /** GSM-7 was asked for, and the text has characters outside it. */
  | 'unencodable'
  /** More than 255 segments: no concatenation element can number them (TS 23.040 9.2.3.24.1). */
  | 'too-many-segments'
  /** What is asked for is longer than a string, or memory, can be. */
  | 'too-long'
  /** The target has room for fewer octets than the message needs. */
  | 'buffer-too-small'
  /** The octets end before what they announce. */
  | 'truncated'
  /** The octets contradict themselves or the standard. */
  | 'malformed'
  /** Segments of the message are missing. */
  | 'incomplete'
  /** The segments belong to more than one message. */
  | 'mixed-messages'
  /** Two segments of one sequence number differ. */
  | 'conflicting-segments'
  /** The runtime lacks what the option needs. */
  | 'unsupported'
  /** A parameter that the request cannot do without is absent or empty. */
  | 'missing-parameter'
  /** Two parameters of the request exclude each other. */
  | 'conflicting-parameters'
  /** The template has a field that is not given. */
  | 'missing-field'
  /** A field is given that the template does not have. */
  | 'unknown-field'
  /** The request asks for something that is not an SMS. */
  | 'not-previewable'

/** What the errors of every copy have in common: each entry of the package, as a module and as CommonJS, has a class of its own. */
const COPY = /* @__PURE__ */ Symbol.for('septet.error')

/**
 * The one error this library throws: what was wrong, where, and with which value. `instanceof` knows it whichever copy of
 * the library has thrown it.
 *
 * A log of it does not have the `value`, which is not enumerable and not in JSON; the message quotes no more than a line.
 *
 * @example
 * try {
 *   count('text', { referenceBits: 9 })
 * } catch (error) {
 *   error.code // 'invalid-value'
 *   error.argument // 'options.referenceBits'
 *   error.value // 9
 * }
 */
export class SeptetError extends Error {
  override readonly name: string = 'SeptetError'
  declare readonly code: SeptetErrorCode
  /** The argument or option at fault, as a path: `text`, `options.reference`, `messages[2].userData`. */
  declare readonly argument: string
  /** What is wrong, in words: the message without argument and offset. */
  declare readonly reason: string
  /** Where in the value: a UTF-16 offset in a string, an octet offset in octets. */
  readonly offset?: number
  readonly #value: unknown

  constructor(code: SeptetErrorCode, argument: string, value: unknown, reason: string, offset?: number) {
    super(`${quotePath(argument)}: ${reason}${offset === undefined ? '' : `, at offset ${offset}`}`)
    this.code = code
    this.argument = argument
    this.#value = value
    this.reason = reason
    if (offset !== undefined) this.offset = offset
  }

  /** The value as it was given. */
  get value(): unknown {
    return this.#value
  }

  /** What JSON has of it: all except the value, which may be a whole text or a list of phones; and the message. */
  toJSON(): object {
    return { ...this, message: this.message }
  }

  get [COPY](): true {
    return true
  }

  /** @hidden */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: a subclass inherits this, and is asked for itself
    return this === SeptetError ? !!(value as SeptetError | undefined)?.[COPY] : super[Symbol.hasInstance](value)
  }
}

/** Characters of the path that a message quotes: a name in it may be a caller's, and of any length. */
const QUOTED = 80

function quotePath(argument: string): string {
  return argument.length > QUOTED ? `${argument.slice(0, QUOTED)}...` : argument
}

/** Runs `work` on a part of a value; an error that it throws says where it is in the whole. */
export function located<Result>(
  argument: string,
  whole: unknown,
  place: (offset: number) => number,
  work: () => Result,
): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof SeptetError) || error.offset === undefined) throw error
    throw new SeptetError(error.code, argument, whole, error.reason, place(error.offset))
  }
}

/** Runs `work` on the value of an argument. An error that it throws names that argument. */
export function nameErrors<Result>(argument: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof SeptetError)) throw error
    throw new SeptetError(error.code, argument, error.value, error.reason, error.offset)
  }
}
