// The checks of arguments. They do not run the caller's code twice: each member of an object is read once.

import { SeptetError } from './errors'
import { listNames } from './similar'
import { shorten } from './words'

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

/** Requires an integer from `least` to `most`. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function requireInteger(argument: string, value: unknown, least: number, most: number): number {
  if (typeof value !== 'number') {
    throw new SeptetError('invalid-type', argument, value, `must be a number, got ${describe(value)}`)
  }
  if (Number.isInteger(value) && value >= least && value <= most) return value
  const isInexact = value > most && most === Number.MAX_SAFE_INTEGER
  const reason = isInexact ? `must be at most ${most}` : `must be ${describeRange(least, most)}`
  throw new SeptetError('invalid-value', argument, value, `${reason}, got ${value}`)
}

/** Describes a range. Nobody reaches the largest exact integer, so a limit of that size is not named. */
function describeRange(least: number, most: number): string {
  if (most < Number.MAX_SAFE_INTEGER) return `an integer from ${least} to ${most}`
  return least === 1 ? 'a positive integer' : `an integer of at least ${least}`
}

/** Requires one of `choices`, which all have the same type; `hint` ends the error. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function requireOneOf<Choice>(argument: string, value: unknown, choices: readonly Choice[], hint = ''): Choice {
  if (choices.includes(value as Choice)) return value as Choice
  const code = typeof value === typeof choices[0] ? 'invalid-value' : 'invalid-type'
  const list = choices.map((choice) => (typeof choice === 'string' ? `'${choice}'` : `${choice}`)).join(', ')
  throw new SeptetError(code, argument, value, `must be one of ${list}, got ${describe(value)}${hint}`)
}

/** The members of an object, each read once. The object that has them inherits nothing. */
export type Members = Readonly<Record<string, unknown>>

/**
 * Reads the members of an object that is not a list: its own, and those that it inherits, except from Object.prototype.
 * Of members that are not enumerable, such as the getters of a class, it reads only those in `names`.
 *
 * A Map, a Date or a Promise is refused: its content is not in its members.
 *
 * @throws {SeptetError} 'invalid-type'
 */
export function requireObject(argument: string, value: unknown, names: readonly string[] = []): Members {
  const isObject = typeof value === 'object' && value !== null && !isRevoked(value) && !Array.isArray(value)
  const members = isObject ? collectMembers(value, names) : undefined
  if (members !== undefined) return members
  throw new SeptetError('invalid-type', argument, value, `must be an object with members, got ${describe(value)}`)
}

/**
 * Requires an object without members of other names than these. A misspelt option would have no effect, and nobody would
 * notice.
 *
 * @throws {SeptetError} 'invalid-type', 'unknown-option'
 */
export function requireMembers(argument: string, value: unknown, names: readonly string[]): Members {
  const members = requireObject(argument, value, names)
  for (const name in members) {
    if (members[name] === undefined || names.includes(name)) continue
    const message = `is no member; ${listNames(name, names)}`
    throw new SeptetError('unknown-option', `${argument}.${name}`, members[name], message)
  }
  return members
}

/** The members that are not undefined. */
export function omitUndefined<Given extends object>(
  members: Given,
): { [Name in keyof Given]: NonNullable<Given[Name]> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never
}

/** Copies an object of this library. The copy inherits nothing, so it has no member that somebody adds to Object.prototype. */
export function copyMembers<Of extends object>(object: Of): Of {
  return Object.assign(createBare(), object) as Of
}

let Empty: (new () => object) | undefined

/**
 * Creates an object that inherits nothing. Its prototype is empty, not null: V8 keeps an object without a prototype as a
 * hash table, and `count` takes 0.5 µs more to read its options from one (Node 20).
 */
export function createBare(): Record<string, unknown> {
  Empty ??= createEmptyClass()
  return new Empty() as Record<string, unknown>
}

function createEmptyClass(): new () => object {
  const made = class {}
  Object.setPrototypeOf(made.prototype, null)
  Reflect.deleteProperty(made.prototype, 'constructor')
  return made
}

/** A limit, because a Proxy may have an endless chain of prototypes. */
const MOST_PROTOTYPES = 100

function collectMembers(object: object, names: readonly string[]): Members | undefined {
  const members = createBare()
  const isEnumerable = Object.prototype.propertyIsEnumerable
  let level: object | null = object
  for (let depth = 0; level !== null && !isRoot(level); depth++) {
    if (depth > MOST_PROTOTYPES || Object.hasOwn(level, Symbol.iterator)) return undefined
    if (depth > 0 && isOfRuntimeClass(level)) return undefined
    for (const name of Object.getOwnPropertyNames(level)) {
      if (name in members || !(names.includes(name) || isEnumerable.call(level, name))) continue
      members[name] = (object as Record<string, unknown>)[name]
    }
    level = Object.getPrototypeOf(level)
    if (level !== null && isRevoked(level)) return undefined
  }
  return members
}

/** Object.prototype, of this realm or of another: a page's frame has its own. */
function isRoot(level: object): boolean {
  if (level === Object.prototype) return true
  return Object.getPrototypeOf(level) === null && Object.hasOwn(level, 'isPrototypeOf')
}

/** Whether a prototype is that of a class of the runtime: Map, Date, Promise. */
function isOfRuntimeClass(prototype: object): boolean {
  const made: unknown = Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value
  return typeof made === 'function' && /\{\s*\[native code\]\s*\}$/.test(Function.prototype.toString.call(made))
}

/** Whether a value is a Proxy that was revoked. Every use of one throws. */
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
  if (isArray(value)) return value
  throw new SeptetError('invalid-type', argument, value, `must be an array, got ${describe(value)}`)
}

/** Whether a value is an array. A Proxy that was revoked is not one. */
export function isArray(value: unknown): value is readonly unknown[] {
  return typeof value === 'object' && value !== null && !isRevoked(value) && Array.isArray(value)
}

/**
 * Requires octets, and returns a plain Uint8Array over them: `slice` of a Buffer does not copy, and a subclass may return any
 * length. They may come from another realm. If their buffer is shared or resizable, the length is that of this moment. `what`
 * says in words what may be given.
 *
 * @throws {SeptetError} 'invalid-type'; 'invalid-value': their buffer is detached
 */
export function requireOctets(argument: string, value: unknown, what = 'a Uint8Array'): Uint8Array {
  if (nameTypedArray(value) !== 'Uint8Array') {
    throw new SeptetError('invalid-type', argument, value, `must be ${what}, got ${describe(value)}`)
  }
  return createView(argument, value as Uint8Array, Uint8Array)
}

/** A class of typed arrays. */
type ViewClass<View> = new (buffer: ArrayBufferLike, byteOffset: number, length: number) => View

/** Creates a plain view of the octets of `array`. @throws {SeptetError} 'invalid-value': its buffer is detached */
export function createView<View>(argument: string, array: ArrayBufferView, View: ViewClass<View>): View {
  const length = requireAttached(argument, array)
  const { buffer, byteOffset } = getters ?? findGetters()
  return new View(buffer.call(array), byteOffset.call(array), length)
}

/** Returns the real length of a typed array: a subclass may return another. @throws {SeptetError} 'invalid-value': its buffer is detached */
export function requireAttached(argument: string, array: ArrayBufferView): number {
  const length = (getters ?? findGetters()).length.call(array)
  return length > 0 ? length : requireEmpty(argument, array)
}

/** Requires that an array is empty because it has no octets. @throws {SeptetError} 'invalid-value': its buffer is detached */
function requireEmpty(argument: string, array: ArrayBufferView): 0 {
  try {
    // This throws if the buffer is detached, and otherwise does nothing.
    findTypedArrayPrototype().keys.call(array)
    return 0
  } catch {
    const message = 'has a buffer that was transferred, or that was made too short for it'
    throw new SeptetError('invalid-value', argument, array, message)
  }
}

/** Names the type of a typed array, of any realm; 'Uint8Array' for a Buffer. Undefined for a value that only looks like one. */
export function nameTypedArray(value: unknown): string | undefined {
  return ArrayBuffer.isView(value) ? (getters ?? findGetters()).tag.call(value) : undefined
}

/** The getters that all typed arrays share. They return the real values, which a subclass cannot change. */
interface Getters {
  readonly tag: (this: unknown) => string | undefined
  readonly length: (this: unknown) => number
  readonly buffer: (this: unknown) => ArrayBufferLike
  readonly byteOffset: (this: unknown) => number
}

let getters: Getters | undefined

/** Found at the first call, since nothing runs at import. Kept, since finding one takes ten times as long as calling it. */
function findGetters(): Getters {
  const find = (name: string | symbol) =>
    Object.getOwnPropertyDescriptor(findTypedArrayPrototype(), name)!.get! as never
  getters = {
    tag: find(Symbol.toStringTag),
    length: find('length'),
    buffer: find('buffer'),
    byteOffset: find('byteOffset'),
  }
  return getters
}

function findTypedArrayPrototype(): { keys(): unknown } {
  return Object.getPrototypeOf(Uint8Array.prototype)
}

/** Describes a value for an error, in at most one line. It runs no code of the value. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shorten(value, 40))
  if (value === null || typeof value === 'number' || typeof value === 'boolean' || value === undefined)
    return `${value}`
  if (typeof value !== 'object') return `a value of type ${typeof value}`
  if (isRevoked(value)) return 'a Proxy that was revoked'
  return Array.isArray(value) ? 'an array' : `a value of type ${nameClass(value)}`
}

/** The name of the runtime's class that an object belongs to, else `object`. */
function nameClass(value: object): string {
  try {
    let level: object | null = value
    for (let depth = 0; level !== null && !isRoot(level) && depth < MOST_PROTOTYPES; depth++) {
      if (isOfRuntimeClass(level)) return shorten(`${level.constructor.name}`, 40)
      level = Object.getPrototypeOf(level)
    }
  } catch {}
  return 'object'
}
