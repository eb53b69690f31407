type Flag = 0 | 1 | boolean | '0' | '1' | '' | undefined

/** Parameters of `send.php` that a preview accepts and does not look at, and the kinds of message that it has no cost of. */
const OTHERS = [
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
  'bot',
  'smsreq',
  'test',
  'all',
  'sha512',
  'mms',
  'mail',
  'soc',
  'viber',
  'whatsapp',
  'call',
] as const

type Other = (typeof OTHERS)[number]

/**
 * The parameters of `send.php`. Without an index signature, so that an interface of an SDK's own fits; a name that is in no
 * list of the service's is a warning.
 */
export interface SmscParameters extends Partial<Record<Other, unknown>> {
  /** Numbers and groups (G12), separated by commas or semicolons; an array of them is joined. */
  phones?: string | number | readonly (string | number)[] | undefined
  /** The text. Octets, or a string of characters to U+00FF, with `bin: 1`. */
  mes?: string | Uint8Array | undefined
  /** Lines `phones:text`. Excludes `phones` and `mes`. */
  list?: string | undefined
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

/** URLSearchParams, of whatever runtime. */
export interface SearchParams extends Iterable<[string, string]> {
  get(name: string): string | null
}

/** An object, a JSON body, URLSearchParams, a query string (or a whole address), or the octets of a body or query. */
export type SmscRequest = SmscParameters | SearchParams | string | Uint8Array

/** What a preview looks at, each name once: the compiler sees to it. */
const LOOKED_AT: Readonly<Record<Exclude<keyof SmscParameters, Other>, true>> = {
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

/** A name that is not here is a warning, for it may be a slip. */
export const KNOWN: ReadonlySet<string> = /* @__PURE__ */ new Set([...Object.keys(LOOKED_AT), ...OTHERS])
