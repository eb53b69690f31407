import { findSimilar } from '../similar'
import type { ListForm } from './list-forms'

type Flag = 0 | 1 | boolean | '0' | '1' | '' | undefined

/** An object of the runtime, where its types are known. */
type Global<Name extends string> =
  typeof globalThis extends Readonly<Record<Name, { prototype: infer Type }>> ? Type : never

/** Parameters of `send.php` that a preview accepts and does not look at. */
const UNREAD = [
  'login',
  'psw',
  'apikey',
  'subj',
  'fileurl',
  'voice',
  'param',
  'imgcode',
  'userip',
  'pp',
  'smsreq',
  'test',
  'all',
  'sha512',
] as const

type Unread = (typeof UNREAD)[number]

/**
 * The parameters of `send.php`. Without an index signature, so that an interface of an SDK's own fits; a name that is in no
 * list of the service's is a warning.
 */
export interface SmscParameters extends Partial<Record<Unread, string | number | boolean | Global<'URL'> | undefined>> {
  /** Numbers and groups (G12), separated by commas or semicolons; an array of them is joined. */
  phones?: string | number | readonly (string | number)[] | undefined
  /** The text. Octets, or a string of characters to U+00FF, with `bin: 1`. */
  mes?: string | Uint8Array | undefined
  /** Lines `phones:text`, an object of texts by phones, or an array of messages. Excludes `phones` and `mes`. */
  list?: string | ListForm | undefined
  nl?: Flag
  sender?: string | undefined
  id?: string | number | undefined
  translit?: 0 | 1 | 2 | '0' | '1' | '2' | '' | undefined
  tinyurl?: Flag
  flash?: Flag
  bin?: 0 | 1 | 2 | '0' | '1' | '2' | '' | undefined
  push?: Flag
  hlr?: Flag
  ping?: Flag
  mms?: Flag
  mail?: Flag
  soc?: Flag
  viber?: Flag
  whatsapp?: Flag
  call?: Flag
  tg?: Flag
  /** The name of a Telegram bot. */
  bot?: string | number | boolean | undefined
  charset?: string | undefined
  maxsms?: string | number | undefined
  cost?: 0 | 1 | 2 | 3 | '0' | '1' | '2' | '3' | '' | undefined
  fmt?: 0 | 1 | 2 | 3 | '0' | '1' | '2' | '3' | '' | undefined
  op?: Flag
  err?: Flag
  valid?: string | number | undefined
  time?: string | number | undefined
  tz?: string | number | undefined
  period?: string | number | undefined
  freq?: string | number | undefined
}

/** A request that is ready to be sent: `fetch(url, { method, headers, body })`. */
export interface BuiltRequest {
  method: 'GET' | 'POST'
  url: string
  headers: Record<string, string>
  body?: string
}

/** An object, a JSON body, URLSearchParams, a query string (or a whole address), the octets of a body or query, or a request that was built. */
export type SmscRequest = SmscParameters | BuiltRequest | Global<'URLSearchParams'> | string | Uint8Array

/** What a preview looks at, each name once: the compiler sees to it. */
const READ: Readonly<Record<Exclude<keyof SmscParameters, Unread>, true>> = {
  phones: true,
  mes: true,
  list: true,
  nl: true,
  sender: true,
  id: true,
  translit: true,
  tinyurl: true,
  flash: true,
  bin: true,
  push: true,
  hlr: true,
  ping: true,
  mms: true,
  mail: true,
  soc: true,
  viber: true,
  whatsapp: true,
  call: true,
  tg: true,
  bot: true,
  charset: true,
  maxsms: true,
  cost: true,
  fmt: true,
  op: true,
  err: true,
  valid: true,
  time: true,
  tz: true,
  period: true,
  freq: true,
}

/** All parameters of the service. */
export const NAMES: readonly string[] = /* @__PURE__ */ [...Object.keys(READ), ...UNREAD]

/** Whether the service has a parameter of this name; one that it has not may be a slip. */
export function isKnown(name: string): boolean {
  return NAMES.includes(name)
}

/** The parameter that was probably meant by a name that the service has not. */
export function findMeant(name: string): string | undefined {
  return findSimilar(name, NAMES)
}

/** Whether a preview accepts the parameter and does not look at it. */
export function isUnread(name: string): boolean {
  return (UNREAD as readonly string[]).includes(name)
}
