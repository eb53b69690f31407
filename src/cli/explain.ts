import { constants } from 'node:buffer'
import { SeptetError } from 'septet'
import { Failure } from './failure'
import { findPushFlag } from './options/push-options'
import { findTextFlag } from './options/text-options'

/** Returns the failure to print for an error; undefined for a fault of the program. */
export function explain(error: unknown): Failure | undefined {
  if (error instanceof Failure) return error
  if (error instanceof SeptetError) return explainRefusal(error)
  if (isTooLong(error)) return new Failure(`input or output is longer than ${constants.MAX_STRING_LENGTH} characters`)
  if (error instanceof Error && 'syscall' in error)
    return new Failure(describeSystemError(error as NodeJS.ErrnoException))
  return undefined
}

/**
 * Adds the place of an error, such as `line 3`, before its message. An error that is not about the input has no place.
 */
export function addPlace(place: string, error: unknown): unknown {
  const failure = explain(error)
  return failure?.exitCode === 1 ? new Failure(`${place}: ${failure.message}`) : error
}

/** A refused option is bad usage, and the message names its flag. Any other error is bad input. */
function explainRefusal(error: SeptetError): Failure {
  const member = /^(?:options|push)\.(\w+)/.exec(error.argument)?.[1]
  const flag = member && (findTextFlag(member) ?? findPushFlag(member))
  if (!flag) return new Failure(error.message)
  // The library lists its members here, which are not flags. --help lists the flags.
  return new Failure(`${flag}: ${error.code === 'unknown-option' ? 'does not apply here' : error.reason}`, 2)
}

/**
 * Writes `name: no such file` instead of Node's "ENOENT: no such file or directory, stat 'name'". Without a path, it returns
 * Node's words.
 */
function describeSystemError({ message, code, path }: NodeJS.ErrnoException): string {
  if (path === undefined) return message
  const words = code === 'ENOENT' ? 'no such file' : /^\w+: (.+?), \w+ '/.exec(message)?.[1]
  return words === undefined ? message : `${path}: ${words}`
}

/** Whether reading or writing made a string that is longer than this runtime allows. */
function isTooLong(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.message === 'Invalid string length' || ('code' in error && error.code === 'ERR_STRING_TOO_LONG')
}
