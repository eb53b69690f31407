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

/** The members of an object, each read once. It inherits nothing. */
export type Members = Readonly<Record<string, unknown>>

/**
 * The members of an object that is no list: its own and those it inherits, up to Object.prototype, whose members are nobody's
 * options. Of members that are not enumerable, such as the getters of a class, those called `names` alone.
 *
 * What keeps its content elsewhere (a Map, a Date, a Promise) has no members that could have an effect, and is refused.
 *
 * @throws {SeptetError} 'invalid-type'
 */
export function requireObject(argument: string, value: unknown, names: readonly string[] = []): Members {
  const isObject = typeof value === 'object' && value !== null && !isRevoked(value) && !Array.isArray(value)
  const members = isObject ? membersOf(value, names) : undefined
  if (members !== undefined) return members
  throw new SeptetError('invalid-type', argument, value, `must be an object with members, got ${describe(value)}`)
}

/** An object with members of these names only: one that is misspelt would be silently without effect. @throws {SeptetError} 'invalid-type', 'unknown-option' */
export function requireMembers(argument: string, value: unknown, names: readonly string[]): Members {
  const members = requireObject(argument, value, names)
  for (const name in members) {
    if (members[name] === undefined || names.includes(name)) continue
    const message = `is no member; there are ${names.join(', ')}`
    throw new SeptetError('unknown-option', `${argument}.${name}`, members[name], message)
  }
  return members
}

/** A Proxy may have a chain of prototypes without an end. */
const MOST_PROTOTYPES = 100

function membersOf(object: object, names: readonly string[]): Members | undefined {
  const members: Record<string, unknown> = Object.create(null)
  const isEnumerable = Object.prototype.propertyIsEnumerable
  let level: object | null = object
  for (let depth = 0; level !== null && !isRoot(level); depth++) {
    if (depth > MOST_PROTOTYPES || Object.hasOwn(level, Symbol.iterator)) return undefined
    if (depth > 0 && isOfRuntime(level)) return undefined
    for (const name of Object.getOwnPropertyNames(level)) {
      if (name in members || !(names.includes(name) || isEnumerable.call(level, name))) continue
      members[name] = (object as Record<string, unknown>)[name]
    }
    level = Object.getPrototypeOf(level)
  }
  return members
}

/** Object.prototype, of this realm or of another: a page's frame has its own. */
function isRoot(level: object): boolean {
  if (level === Object.prototype) return true
  return Object.getPrototypeOf(level) === null && Object.hasOwn(level, 'isPrototypeOf')
}

/** Whether a prototype is that of a class which the runtime brings: Map, Date, Promise. */
function isOfRuntime(prototype: object): boolean {
  const made: unknown = Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value
  return typeof made === 'function' && /\{\s*\[native code\]\s*\}$/.test(Function.prototype.toString.call(made))
}

/** A Proxy that was revoked: whatever is done with it throws. */
function isRevoked(value: object): boolean {
  try {
    Array.isArray(value)
    return false
  } catch {
    return true
  }
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

/** Which typed array a value is, of this realm or of another: 'Uint8Array' is a Buffer too. Undefined for what only looks like one. */
export function typedArrayOf(value: unknown): string | undefined {
  return ArrayBuffer.isView(value)
    ? Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag)!.get!.call(value)
    : undefined
}

/** A value in the words of a message, never longer than a line. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value)
  if (value === null || typeof value === 'number' || typeof value === 'boolean' || value === undefined)
    return `${value}`
  return Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`
}
