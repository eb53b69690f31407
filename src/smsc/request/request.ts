import { findSimilar } from '../../similar'
import type { ListForm } from '../list/forms'

type Flag = 0 | 1 | boolean | '0' | '1' | '' | undefined

/** A type of the runtime, if the compiler knows it. */
type Global<Name extends string> =
  typeof globalThis extends Readonly<Record<Name, { prototype: infer Type }>> ? Type : never

/** Parameters of `send.php` that a preview accepts and ignores. */
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
 * The parameters of `send.php`. The type has no index signature, so that an SDK's own interface fits. A name that the
 * service does not list gives a warning.
 */
export interface SmscParameters extends Partial<Record<Unread, string | number | boolean | Global<'URL'> | undefined>> {
  /** Numbers and groups (G12), separated by commas or semicolons, or an array of them. */
  phones?: string | number | readonly (string | number)[] | undefined
  /** The text. With `bin: 1`, octets, or a string of characters up to U+00FF. */
  mes?: string | Uint8Array | undefined
  /**
   * Lines `phones:text`, an object of texts by phones, or an array of messages. Not together with `phones` and `mes`.
   */
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

/** A request that can be sent: `fetch(url, { method, headers, body })`. */
export interface BuiltRequest {
  method: 'GET' | 'POST'
  url: string
  headers: Record<string, string>
  body?: string
}

/**
 * An object, a JSON body, URLSearchParams, a query string (or a whole address), the octets of a body or query, or a
 * built request.
 */
export type SmscRequest = SmscParameters | BuiltRequest | Global<'URLSearchParams'> | string | Uint8Array

/** The parameters that a preview reads. The compiler checks that each name is here. */
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

/** Whether the service has a parameter of this name. Another name may be a typing error. */
export function isKnown(name: string): boolean {
  return NAMES.includes(name)
}

/** The parameter that was probably meant, for a name that the service does not have. */
export function findMeant(name: string): string | undefined {
  return findSimilar(name, NAMES)
}

/** Whether a preview accepts the parameter and ignores it. */
export function isUnread(name: string): boolean {
  return (UNREAD as readonly string[]).includes(name)
}
