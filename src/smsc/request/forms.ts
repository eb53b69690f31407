// The forms of a request, recognised by what a value is and not by how it looks.
import { SeptetError } from 'septet'
import { createView, describe, isArray, type Members, nameTypedArray, requireObject } from '../../arguments'

/** A limit, because a Proxy may have an endless chain of prototypes. */
const MOST_LEVELS = 100

/** An object and its prototypes; none if they cannot be read, as for a revoked Proxy. */
function listLevels(value: unknown): object[] {
  const levels: object[] = []
  if (typeof value !== 'object') return levels
  try {
    for (let at = value; at !== null && levels.length < MOST_LEVELS; at = Object.getPrototypeOf(at)) levels.push(at)
  } catch {
    return []
  }
  return levels
}

/** The name of a built-in type: `Map`, `URLSearchParams`. A getter is not called, because it is the caller's code. */
function readTag(value: unknown): string | undefined {
  for (const level of listLevels(value)) {
    const tag: unknown = Object.getOwnPropertyDescriptor(level, Symbol.toStringTag)?.value
    if (typeof tag === 'string') return tag
  }
  return undefined
}

/**
 * A plain view of octets; undefined if the value is not a Uint8Array.
 * @throws {SeptetError} 'invalid-value': their buffer is detached
 */
export function viewOctets(argument: string, value: unknown): Uint8Array | undefined {
  return nameTypedArray(value) === 'Uint8Array' ? createView(argument, value as Uint8Array, Uint8Array) : undefined
}

/** The pairs of URLSearchParams of any runtime; undefined for any other value, also if it only looks like them. */
export function listSearchPairs(value: object): (readonly [string, string])[] | undefined {
  for (const level of listLevels(value).slice(1)) {
    if (!Object.hasOwn(level, 'constructor') || level.constructor?.name !== 'URLSearchParams') continue
    if (!Object.hasOwn(level, 'entries') || !Object.hasOwn(level, Symbol.toStringTag)) continue
    try {
      return [...(level as URLSearchParams).entries.call(value)]
    } catch {
      return undefined // it only looks like one: its own methods refuse it
    }
  }
  return undefined
}

/** The text of a URL; undefined for any other value. */
export function readHref(value: unknown): string | undefined {
  if (readTag(value) !== 'URL') return undefined
  const { href } = value as { href?: unknown }
  return typeof href === 'string' ? href : undefined
}

/**
 * The members of an object, each read once. Those called `names` may be getters of its class. A Map, FormData or Date
 * is refused: its content is not in members, so it would be an empty request.
 *
 * @throws {SeptetError} 'invalid-type'
 */
export function requireRequest(value: unknown, names: readonly string[]): Members {
  const tag = readTag(value)
  const isBuiltIn = tag !== undefined && tag !== 'Object' && Object.hasOwn(globalThis, tag)
  if (typeof value === 'object' && value !== null && !isArray(value) && !isBuiltIn) {
    return requireObject('request', value, names)
  }
  const type = isBuiltIn ? `a value of type ${tag}` : describe(value)
  const more = tag === 'FormData' ? '; give new URLSearchParams of it' : ''
  const message = `must be an object, a string, URLSearchParams or a Uint8Array, got ${type}${more}`
  throw new SeptetError('invalid-type', 'request', value, message)
}

/** The first characters of a JSON body. White space may come before them. */
export const HEAD = 200

/** A JSON object or array; an array is refused later, by name. */
export function isJson(head: string): boolean {
  return /^\uFEFF?\s*[{[]/.test(head)
}

/**
 * A body with files begins like this: a boundary of up to 70 characters, then the header of a part [RFC 2046 5.1.1].
 */
export function isMultipart(head: string): boolean {
  return /^(?:\r?\n)?--[^\r\n]{1,70}\r?\ncontent-/i.test(head)
}
