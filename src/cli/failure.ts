import { constants } from 'node:buffer'
import { SeptetError } from 'septet'
import { pushFlagOf } from './push'
import { flagOf } from './text-options'

/** Something the person can mend, told without a stack. */
export class Failure extends Error {
  readonly exitCode: 1 | 2

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** The error, with the place of the message in front where it is about a message. */
export function placed(place: string, error: unknown): unknown {
  const failure = asFailure(error)
  return failure?.exitCode === 1 ? new Failure(`${place}: ${failure.message}`) : error
}

/** The failure behind an error; undefined for a fault of the program. */
export function asFailure(error: unknown): Failure | undefined {
  if (error instanceof Failure) return error
  if (error instanceof SeptetError) return refusedByLibrary(error)
  if (isTooLong(error)) return new Failure(`input or answer is longer than ${constants.MAX_STRING_LENGTH} characters`)
  if (error instanceof Error && 'syscall' in error) return new Failure(error.message)
  return undefined
}

/** More than a string holds in this runtime: met while reading, or while the answer was put together. */
function isTooLong(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.message === 'Invalid string length' || ('code' in error && error.code === 'ERR_STRING_TOO_LONG')
}

/** An option's value is usage, and goes by its flag, whatever the member of it; everything else is input. */
function refusedByLibrary(error: SeptetError): Failure {
  const member = /^(?:options|push)\.(\w+)/.exec(error.argument)?.[1]
  const flag = member && (flagOf(member) ?? pushFlagOf(member))
  if (flag) return new Failure(`${flag}: ${refusal(error)}`, 2)
  return new Failure(error.message)
}

/** The words without the argument. What options and members there are is told by --help, in flags. */
function refusal({ code, reason }: SeptetError): string {
  return code === 'unknown-option' ? 'does not apply here' : reason
}
