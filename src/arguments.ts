import { SeptetError } from './errors'

/** @throws {SeptetError} 'invalid-type' */
export function requireString(argument: string, value: unknown): string {
  if (typeof value === 'string') return value
  throw new SeptetError('invalid-type', argument, value, `must be a string, got ${describe(value)}`)
}

/** @throws {SeptetError} 'invalid-type' */
export function requireBoolean(argument: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value
  throw new SeptetError('invalid-type', argument, value, `must be true or false, got ${describe(value)}`)
}

/** An integer from `least` to `most`. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function requireInteger(argument: string, value: unknown, least: number, most: number): number {
  if (typeof value !== 'number') {
    throw new SeptetError('invalid-type', argument, value, `must be a number, got ${describe(value)}`)
  }
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new SeptetError('invalid-value', argument, value, `must be an integer from ${least} to ${most}, got ${value}`)
}

/** One of `choices`, which are of one type. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function requireOneOf<Choice>(argument: string, value: unknown, choices: readonly Choice[]): Choice {
  if (choices.includes(value as Choice)) return value as Choice
  const code = typeof value === typeof choices[0] ? 'invalid-value' : 'invalid-type'
  const list = choices.map((choice) => (typeof choice === 'string' ? `'${choice}'` : `${choice}`)).join(', ')
  throw new SeptetError(code, argument, value, `must be one of ${list}, got ${describe(value)}`)
}

/** An object that is not an array. @throws {SeptetError} 'invalid-type' */
export function requireObject(argument: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new SeptetError('invalid-type', argument, value, `must be an object, got ${describe(value)}`)
}

/** An object with members of these names only: one that is misspelt would be silently without effect. @throws {SeptetError} 'invalid-type', 'unknown-option' */
export function requireMembers(
  argument: string,
  value: unknown,
  names: readonly string[],
): Readonly<Record<string, unknown>> {
  const object = requireObject(argument, value)
  // Inherited members too: they are heeded.
  for (const name in object) {
    if (object[name] === undefined || names.includes(name)) continue
    const message = `is no member; there are ${names.join(', ')}`
    throw new SeptetError('unknown-option', `${argument}.${name}`, object[name], message)
  }
  return object
}

/** @throws {SeptetError} 'invalid-type' */
export function requireArray(argument: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new SeptetError('invalid-type', argument, value, `must be an array, got ${describe(value)}`)
}

/** An array, or what has members by number as one has. @throws {SeptetError} 'invalid-type' */
export function requireList(argument: string, value: unknown): void {
  if (typeof value === 'object' && value !== null && 'length' in value && typeof value.length === 'number') return
  requireArray(argument, value)
}

/**
 * Octets, as a plain view: a Buffer's `slice` would not copy, and its pool is shared. @throws {SeptetError} 'invalid-type'
 */
export function requireOctets(argument: string, value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array || isOctets(value))) {
    throw new SeptetError('invalid-type', argument, value, `must be a Uint8Array, got ${describe(value)}`)
  }
  // Of a buffer that was handed to another thread no view can be made; it is empty.
  if (value.length === 0) return new Uint8Array()
  return value.constructor === Uint8Array ? value : new Uint8Array(value.buffer, value.byteOffset, value.length)
}

/** An array of another realm, as a page's frame has it. */
function isOctets(value: unknown): value is Uint8Array {
  return Object.prototype.toString.call(value) === '[object Uint8Array]'
}

/** A value in the words of a message, never longer than a line. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value)
  if (value === null || typeof value === 'number' || typeof value === 'boolean' || value === undefined)
    return `${value}`
  return Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`
}
