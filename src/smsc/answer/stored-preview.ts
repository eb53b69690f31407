import { SeptetError } from 'septet'
import { describe, isArray, requireBoolean, requireInteger, requireObject, requireOneOf } from '../../arguments'
import { findServiceError } from '../service-errors'
import type { Preview } from '../types'

/**
 * Checks a preview as far as `format` reads it: another version may have stored it, or it may have been cut. Members
 * that `format` does not read are not checked.
 *
 * @throws {SeptetError} 'invalid-type', 'invalid-value': with the path of what is wrong
 */
export function requirePreview(argument: string, value: unknown): Preview {
  const { errors, answer, lines, n, cost } = requireObject(argument, value)
  if (!isArray(errors)) throw createLackError(argument, value, 'errors')
  if (!isObject(answer)) throw createLackError(argument, value, 'answer')
  if (!isArray(lines)) throw createLackError(argument, value, 'lines')
  for (const [index, error] of errors.entries()) requireFault(`${argument}.errors[${index}]`, error)
  for (const [index, line] of lines.entries()) {
    const place = `lines[${index}].recipients`
    const recipients = isObject(line) ? requireObject(`${argument}.lines[${index}]`, line).recipients : undefined
    if (!isArray(recipients)) throw createLackError(argument, value, place)
    for (const [row, recipient] of recipients.entries()) requireRecipient(`${argument}.${place}[${row}]`, recipient)
  }
  requireAnswer(`${argument}.answer`, answer, errors.length > 0)
  requireAmount(`${argument}.n`, n)
  if (cost !== undefined) requirePrice(`${argument}.cost`, cost)
  return value as Preview
}

function createLackError(argument: string, value: unknown, lacking: string): SeptetError {
  return new SeptetError('invalid-type', argument, value, `must be what preview returns, and has no ${lacking}`)
}

/** Errors are read from `answer`, where they are plain data: a clone of `errors` keeps none of the members. */
function requireFault(argument: string, error: unknown): void {
  if (isObject(error)) return
  throw new SeptetError('invalid-type', argument, error, `must be an error, got ${describe(error)}`)
}

function requireAnswer(argument: string, value: unknown, isWrong: boolean): void {
  const { fmt, op, err, cost, error, id } = requireObject(argument, value)
  if (fmt !== undefined) requireOneOf(`${argument}.fmt`, fmt, [0, 1, 2, 3])
  for (const [name, flag] of Object.entries({ op, err })) {
    if (flag !== undefined) requireBoolean(`${argument}.${name}`, flag)
  }
  if (cost !== undefined) requireOneOf(`${argument}.cost`, cost, [1, 2, 3])
  if (id !== undefined) requireText(`${argument}.id`, id)
  if (error === undefined && !isWrong) return
  const { service, argument: place, reason, code } = requireObject(`${argument}.error`, error)
  for (const [name, text] of Object.entries({ code, argument: place, reason }))
    requireText(`${argument}.error.${name}`, text)
  if (service === undefined || (typeof service === 'number' && findServiceError(service))) return
  const message = `must be a code of the service, got ${describe(service)}`
  throw new SeptetError('invalid-value', `${argument}.error.service`, service, message)
}

function requireRecipient(argument: string, value: unknown): void {
  const { phone, cost, error } = requireObject(argument, value)
  requireText(`${argument}.phone`, phone)
  if (cost !== undefined) requirePrice(`${argument}.cost`, cost)
  if (error === undefined || Number.isSafeInteger(error)) return
  throw new SeptetError('invalid-type', `${argument}.error`, error, `must be a code, got ${describe(error)}`)
}

/** In JSON, Infinity is null: no bound. */
function requireAmount(argument: string, value: unknown): void {
  if (typeof value === 'number') {
    requireCount(argument, value)
    return
  }
  const { min, max } = requireObject(argument, value)
  requireCount(`${argument}.min`, min)
  if (max !== null && max !== Number.POSITIVE_INFINITY) requireCount(`${argument}.max`, max)
}

function requireCount(argument: string, value: unknown): void {
  requireInteger(argument, value, 0, Number.MAX_SAFE_INTEGER)
}

function requirePrice(argument: string, value: unknown): void {
  if (typeof value === 'string') return
  const { min, max } = requireObject(argument, value)
  requireText(`${argument}.min`, min)
  requireText(`${argument}.max`, max)
}

function requireText(argument: string, value: unknown): void {
  if (typeof value === 'string') return
  throw new SeptetError('invalid-type', argument, value, `must be a string, got ${describe(value)}`)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
