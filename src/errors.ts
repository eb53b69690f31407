// The error that every folder may throw: this file imports nothing.

/** What went wrong, as a stable word. */
export type SeptetErrorCode =
  /** The argument has another type than the one that the message names. */
  | 'invalid-type'
  /** The argument has the right type, but its value is not allowed. */
  | 'invalid-value'
  /** There is no option, or no member of an object, with this name. */
  | 'unknown-option'
  /** The option exists, but this function or entry does not support it. */
  | 'unsupported-option'
  /** Two options contradict each other. */
  | 'conflicting-options'
  /** The options ask for GSM-7, but the text has characters outside it. */
  | 'unencodable'
  /** More than 255 segments: no concatenation element can number them (TS 23.040 9.2.3.24.1). */
  | 'too-many-segments'
  /** The result would be longer than a string or memory can be. */
  | 'too-long'
  /** The target has room for fewer octets than the message needs. */
  | 'buffer-too-small'
  /** The octets end too early: a length in them announces more. */
  | 'truncated'
  /** The octets contradict themselves or the standard. */
  | 'malformed'
  /** Segments of the message are missing. */
  | 'incomplete'
  /** The segments belong to more than one message. */
  | 'mixed-messages'
  /** Two segments with the same sequence number differ. */
  | 'conflicting-segments'
  /** The runtime lacks what the option needs. */
  | 'unsupported'
  /** A parameter that the request needs is absent or empty. */
  | 'missing-parameter'
  /** Two parameters of the request exclude each other. */
  | 'conflicting-parameters'
  /** The template has a field that is not given. */
  | 'missing-field'
  /** A value is given for a field that the template does not have. */
  | 'unknown-field'
  /** The request asks for something that is not an SMS. */
  | 'not-previewable'

/** A member of every SeptetError. Each entry of the package, as a module and as CommonJS, has its own copy of the class. */
const COPY = /* @__PURE__ */ Symbol.for('septet.error')

/**
 * The error that this library throws. It says what is wrong, where, and in which value. `instanceof` recognises it, also if
 * another copy of the library has thrown it.
 *
 * `value` is not enumerable and not in JSON, so a log does not contain it. The message quotes at most one line of it.
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
  /** The path of the wrong argument or option: `text`, `options.reference`, `messages[2].userData`. */
  declare readonly argument: string
  /** What is wrong, in words: the message without the argument and the offset. */
  declare readonly reason: string
  /** The place in the value: an offset in UTF-16 units of a string, or in octets. */
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

  /** The members for JSON: all except the value, which may be a long text or a list of phones. */
  toJSON(): object {
    return { ...this, message: this.message }
  }

  /** @hidden */
  get [COPY](): true {
    return true
  }

  /** @hidden */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: a subclass inherits this, and is asked for itself
    return isErrorClass(this) ? !!(value as SeptetError | undefined)?.[COPY] : super[Symbol.hasInstance](value)
  }
}

/** Outside the class: a bundler calls a class that names itself `_SeptetError`, and Node prints that name. */
function isErrorClass(one: unknown): boolean {
  return one === SeptetError
}

/** Characters of the path that a message quotes: a name in it may be a caller's, and of any length. */
const QUOTED = 80

function quotePath(argument: string): string {
  return argument.length > QUOTED ? `${argument.slice(0, QUOTED)}...` : argument
}

/** Runs `work` on a part of a value. An error that it throws gets the offset in the whole value, which `place` returns. */
export function locateErrors<Result>(
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
