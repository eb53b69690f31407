import { SeptetError } from 'septet'
import { describe, requireObject } from '../arguments'
import { serviceErrorOf } from './service-errors'
import type { Preview } from './types'

/**
 * A preview as `format` needs it: it may have been stored by another version, or cut short on its way. What is not read is
 * not asked for.
 *
 * @throws {SeptetError} 'invalid-type', 'invalid-value': with the path of what is wrong
 */
export function requirePreview(argument: string, value: unknown): Preview {
  const { errors, answer, lines, n, cost } = requireObject(argument, value)
  if (!Array.isArray(errors)) throw noPreview(argument, value, 'errors')
  if (typeof answer !== 'object' || answer === null) throw noPreview(argument, value, 'answer')
  if (!Array.isArray(lines)) throw noPreview(argument, value, 'lines')
  for (const [index, line] of lines.entries()) {
    const place = `lines[${index}].recipients`
    if (!Array.isArray(line?.recipients)) throw noPreview(argument, value, place)
    for (const [row, recipient] of line.recipients.entries())
      requireRecipient(`${argument}.${place}[${row}]`, recipient)
  }
  requireAnswer(`${argument}.answer`, answer)
  requireAmount(`${argument}.n`, n)
  if (!isAbsent(cost)) requirePrice(`${argument}.cost`, cost)
  return value as Preview
}

function noPreview(argument: string, value: unknown, lacking: string): SeptetError {
  return new SeptetError('invalid-type', argument, value, `must be what preview returns, and has no ${lacking}`)
}

function requireAnswer(argument: string, value: unknown): void {
  const { error, id } = requireObject(argument, value)
  if (!isAbsent(id)) requireText(`${argument}.id`, id)
  if (isAbsent(error)) return
  const { service, argument: place, reason, code } = requireObject(`${argument}.error`, error)
  for (const [name, text] of Object.entries({ code, argument: place, reason }))
    requireText(`${argument}.error.${name}`, text)
  if (isAbsent(service) || (typeof service === 'number' && serviceErrorOf(service))) return
  const message = `must be a code of the service, got ${describe(service)}`
  throw new SeptetError('invalid-value', `${argument}.error.service`, service, message)
}

function requireRecipient(argument: string, value: unknown): void {
  const { phone, cost, error } = requireObject(argument, value)
  requireText(`${argument}.phone`, phone)
  if (!isAbsent(cost)) requirePrice(`${argument}.cost`, cost)
  if (isAbsent(error) || Number.isSafeInteger(error)) return
  throw new SeptetError('invalid-type', `${argument}.error`, error, `must be a code, got ${describe(error)}`)
}

/** Infinity is null in JSON. */
function requireAmount(argument: string, value: unknown): void {
  if (typeof value === 'number') return
  const { min, max } = requireObject(argument, value)
  for (const [name, end] of Object.entries({ min, max })) {
    if (typeof end === 'number' || end === null) continue
    throw new SeptetError('invalid-type', `${argument}.${name}`, end, `must be a number, got ${describe(end)}`)
  }
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

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null
}
