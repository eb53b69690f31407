import { count, SeptetError, type TextOptions } from 'septet'
import { requireBoolean, requireInteger, requireMembers, requireObject, requireOneOf } from '../arguments'
import { CHARSETS, type Charset } from '../charsets'
import type { Amount } from '../pricing/amount'
import { type RateTable, requireRates } from '../pricing/rates'

/** Options of `count` and `segment` that a preview takes too. The core checks them. */
type CoreOption = 'newline' | 'boundary' | 'limits' | 'referenceBits'

/** Options for what the service's public rules leave open. Each default is what the best evidence says. */
export interface PreviewOptions extends Pick<TextOptions, CoreOption> {
  /**
   * Price of a part by the prefix of the number; the longest matching prefix counts, and `''` matches every number.
   * Decimal strings. Without it there is no cost. Example: `{ '7': '1.40', '7903': '1.25', '': '5' }`.
   */
  rates?: Readonly<Record<string, string>>
  /** Sizes of groups by their number: `{ 12: 350 }` for G12. A group without a size makes n a range. */
  groups?: Readonly<Record<string, Amount>>
  /** The length of a link that `tinyurl` made, in characters. Default 13 to 28, the lengths of other gateways. */
  shortLink?: Amount
  /** Whether `tinyurl` shortens `example.com` too, without `http://` before it. Default `false`. */
  bareLinks?: boolean
  /** The charset of a request that names none; a JSON body is always UTF-8. Default `'windows-1251'`. */
  defaultCharset?: Charset
  /** The most UTF-16 units of `mes`, without its comment. Default 1000; older pages say 800. */
  maxCharacters?: number
  /** A text beyond that limit: `'error'` is error 1; `'count'` counts it all, with a warning. Default `'error'`. */
  overLimit?: 'error' | 'count'
  /**
   * What the limit counts in a binary message: the `'characters'` of `mes`, or its `'octets'`. Default `'characters'`.
   */
  binaryLimit?: 'characters' | 'octets'
  /** Septets of an extension character such as €. Default 2, as TS 23.038 has it. */
  extensionSeptets?: 1 | 2
  /**
   * Rows that replace those of our `translit` tables, since the service's table is not public: a letter, and its
   * replacement.
   */
  transliterate?: { table: Readonly<Record<string, string>> }
  /**
   * Whether typographic characters are replaced by similar GSM-7 ones after `translit`: « » — № and others. Default
   * `false`.
   */
  smartEncoding?: boolean
  /** Whether 8 903 ... becomes 7 903 ..., and 903 ... too, where there is no + before it. Default `true`. */
  correctPhones?: boolean
  /** A number that is twice in one message: `'count'` counts it twice, `'drop'` drops the second. Default `'count'`. */
  duplicates?: 'count' | 'drop'
  /**
   * With `nl=1`: this many digits at the start of a line begin a message; the two of `12:30` do not. Default: a number
   * begins one if it has at least 7 digits, its length is possible, and it is not written like a date or a sum.
   */
  shortestPhone?: number
}

/** Checked options. */
export interface PreviewPlan {
  readonly text: Pick<TextOptions, CoreOption>
  readonly rates: RateTable | undefined
  readonly groups: ReadonlyMap<string, Amount>
  /** Undefined if the option was not given and the default is used. */
  readonly shortLink: Amount | undefined
  readonly bareLinks: boolean
  readonly defaultCharset: Charset
  readonly maxCharacters: number
  readonly overLimit: 'error' | 'count'
  readonly binaryLimit: 'characters' | 'octets'
  readonly extensionSeptets: 1 | 2
  readonly transliterate: { readonly table?: Readonly<Record<string, string>> }
  readonly smartEncoding: boolean
  readonly correctPhones: boolean
  readonly duplicates: 'count' | 'drop'
  /** Undefined if a possible number is needed, not a number of digits. */
  readonly shortestPhone: number | undefined
}

const keepValue = (_argument: string, value: unknown) => value

/** The most characters that a short link may have: it is part of the text that is counted. */
const LONGEST_LINK = 1000

/** The check of each option. */
const CHECKS: Readonly<Record<keyof PreviewOptions, (argument: string, value: unknown) => unknown>> = {
  newline: keepValue,
  boundary: keepValue,
  limits: keepValue,
  referenceBits: keepValue,
  rates: requireRates,
  groups: requireGroups,
  shortLink: (argument, value) => requireAmount(argument, value, 1, LONGEST_LINK),
  bareLinks: requireBoolean,
  defaultCharset: (argument, value) => requireOneOf(argument, value, CHARSETS),
  maxCharacters: (argument, value) => requireInteger(argument, value, 1, Number.MAX_SAFE_INTEGER),
  overLimit: (argument, value) => requireOneOf(argument, value, ['error', 'count']),
  binaryLimit: (argument, value) => requireOneOf(argument, value, ['characters', 'octets']),
  extensionSeptets: (argument, value) => requireOneOf(argument, value, [1, 2]),
  transliterate: requireTable,
  smartEncoding: requireBoolean,
  correctPhones: requireBoolean,
  duplicates: (argument, value) => requireOneOf(argument, value, ['count', 'drop']),
  shortestPhone: (argument, value) => requireInteger(argument, value, 1, 15),
}

const DEFAULTS: Omit<PreviewPlan, 'text'> = {
  rates: undefined,
  groups: new Map(),
  shortLink: undefined,
  bareLinks: false,
  defaultCharset: 'windows-1251',
  maxCharacters: 1000,
  overLimit: 'error',
  binaryLimit: 'characters',
  extensionSeptets: 2,
  transliterate: {},
  smartEncoding: false,
  correctPhones: true,
  duplicates: 'count',
  shortestPhone: undefined,
}

/** @throws {SeptetError} 'invalid-type', 'invalid-value', 'unknown-option' */
export function readOptions(options: PreviewOptions = {}): PreviewPlan {
  const values = requireMembers('options', options, Object.keys(CHECKS))
  const checked: Record<string, unknown> = {}
  for (const [name, check] of Object.entries(CHECKS)) {
    if (values[name] !== undefined) checked[name] = check(`options.${name}`, values[name])
  }
  const isCore = (name: string) => CHECKS[name as keyof PreviewOptions] === keepValue
  const entries = Object.entries(checked)
  const text: TextOptions = Object.fromEntries(entries.filter(([name]) => isCore(name)))
  const own = Object.fromEntries(entries.filter(([name]) => !isCore(name)))
  const plan: PreviewPlan = { ...DEFAULTS, ...own, text }
  count('', {
    ...text,
    ...(plan.transliterate.table ? { transliterate: { scheme: 'translit', ...plan.transliterate } } : {}),
  })
  return plan
}

/** The core checks its rows. */
function requireTable(argument: string, value: unknown): PreviewPlan['transliterate'] {
  const { table } = requireMembers(argument, value, ['table'])
  return { table: requireObject(`${argument}.table`, table) as Record<string, string> }
}

/** A whole number, or two of them, the smaller first. The larger may be Infinity. */
function requireAmount(argument: string, value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): Amount {
  if (typeof value === 'number') return requireInteger(argument, value, least, most)
  const { min, max } = requireObject(argument, value)
  const from = requireInteger(`${argument}.min`, min, least, most)
  if (max === Number.POSITIVE_INFINITY && argument.startsWith('options.groups')) return { min: from, max }
  return { min: from, max: requireInteger(`${argument}.max`, max, from, most) }
}

function requireGroups(argument: string, value: unknown): ReadonlyMap<string, Amount> {
  const groups = requireObject(argument, value)
  return new Map(
    Object.keys(groups).map((name) => {
      const place = `${argument}['${name}']`
      const number = /^G?(\d+)$/i.exec(name)?.[1]
      if (number !== undefined) return [number, requireAmount(place, groups[name], 0)]
      throw new SeptetError('invalid-value', place, name, 'is no number of a group: 12 or G12')
    }),
  )
}
