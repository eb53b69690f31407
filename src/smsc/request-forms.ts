// What a request may come as, told apart by what it is and not by what it looks like.
import { SeptetError } from 'septet'
import { describe, type Members, requireObject, typedArrayOf, viewOf } from '../arguments'

/** The name of a built-in type: `Map`, `URLSearchParams`. */
function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1)
}

/** Octets as a plain view of them; undefined where it is no Uint8Array. @throws {SeptetError} 'invalid-value': their buffer is no more */
export function octetsOf(argument: string, value: unknown): Uint8Array | undefined {
  return typedArrayOf(value) === 'Uint8Array' ? viewOf(argument, value as Uint8Array, Uint8Array) : undefined
}

/** The pairs of URLSearchParams, of whatever runtime; undefined where it is something else, or only looks like them. */
export function searchPairsOf(value: object): (readonly [string, string])[] | undefined {
  for (let at = Object.getPrototypeOf(value); at !== null; at = Object.getPrototypeOf(at)) {
    if (!Object.hasOwn(at, 'constructor') || at.constructor?.name !== 'URLSearchParams') continue
    if (!Object.hasOwn(at, 'entries') || !Object.hasOwn(at, Symbol.toStringTag)) continue
    try {
      return [...at.entries.call(value)]
    } catch {
      return undefined // its own methods do not know it
    }
  }
  return undefined
}

/** The text of a URL; undefined where it is something else. */
export function hrefOf(value: unknown): string | undefined {
  if (tagOf(value) !== 'URL') return undefined
  const { href } = value as { href?: unknown }
  return typeof href === 'string' ? href : undefined
}

/**
 * The members of an object, each read once; those called `names` may be getters of its class. What keeps its content elsewhere
 * (a Map, FormData, a Date) would be an empty request.
 *
 * @throws {SeptetError} 'invalid-type'
 */
export function requireRequest(value: unknown, names: readonly string[]): Members {
  const tag = tagOf(value)
  if (tag === 'Object' || (typeof value === 'object' && value !== null && !Object.hasOwn(globalThis, tag))) {
    return requireObject('request', value, names)
  }
  const type =
    typeof value !== 'object' || value === null || Array.isArray(value) ? describe(value) : `a value of type ${tag}`
  const more = tag === 'FormData' ? '; give new URLSearchParams of it' : ''
  const message = `must be an object, a string, URLSearchParams or a Uint8Array, got ${type}${more}`
  throw new SeptetError('invalid-type', 'request', value, message)
}

/** Characters of a body that say what it is: white space of JSON is passed over before. */
export const HEAD = 200

/** A JSON object or array; an array is refused later, by name. */
export function isJson(head: string): boolean {
  return /^\uFEFF?\s*[{[]/.test(head)
}

/** A body as a form with files has it: a boundary of up to 70 characters, then the header of a part [RFC 2046 5.1.1]. */
export function isMultipart(head: string): boolean {
  return /^(?:\r?\n)?--[^\r\n]{1,70}\r?\ncontent-/i.test(head)
}
