import { count, SeptetError, type TextOptions } from 'septet'
import { requireBoolean, requireInteger, requireMembers, requireObject, requireOneOf } from '../arguments'
import { CHARSETS, type Charset } from '../charsets'
import type { Amount } from '../pricing/amount'
import { type RateTable, requireRates } from '../pricing/rates'

/** Options of `count` and `segment` that a preview takes too; they are the core's, and checked by it. */
type CoreOption = 'newline' | 'boundary' | 'limits' | 'referenceBits'

/** The service's public rules leave gaps. Each is an option here, and its default is what the best evidence says. */
export interface PreviewOptions extends Pick<TextOptions, CoreOption> {
  /**
   * Price of a part by the prefix of the number, the longest match first; `''` is for all others. Decimal strings.
   * Without it there is no cost. Example: `{ '7': '1.40', '7903': '1.25', '': '5' }`.
   */
  rates?: Readonly<Record<string, string>>
  /** Sizes of groups by their number: `{ 12: 350 }` for G12. A group that is not here makes n a range. */
  groups?: Readonly<Record<string, Amount>>
  /** Characters of a link that `tinyurl` made. Default 13 to 28, which is what other gateways make. */
  shortLink?: Amount
  /** Whether `tinyurl` shortens `example.com` too, without `http://` before it. Default `false`. */
  bareLinks?: boolean
  /** The charset where the request names none; a JSON body is UTF-8. Default `'windows-1251'`. */
  defaultCharset?: Charset
  /** The most UTF-16 units of `mes`, comment not counted. Default 1000; older texts say 800. */
  maxCharacters?: number
  /** Over the limit: `'error'` 1, or `'count'` it as it is and warn. Default `'error'`. */
  overLimit?: 'error' | 'count'
  /** What the limit of a binary message counts: `'characters'` as `mes` is written, or its `'octets'`. Default `'characters'`. */
  binaryLimit?: 'characters' | 'octets'
  /** Septets of an extension character such as €. Default 2, as TS 23.038 has it. */
  extensionSeptets?: 1 | 2
  /** Rows laid over our tables of `translit`, since the service's own are not public: a letter, and what replaces it. */
  transliterate?: { table: Readonly<Record<string, string>> }
  /** Whether typographic characters become GSM-7 look-alikes after `translit`: « » — № and others. Default `false`. */
  smartEncoding?: boolean
  /** Whether 8 903 ... becomes 7 903 ..., and 903 ... too, where no + is before it. Default `true`. */
  correctPhones?: boolean
  /** A number that is twice in one message: `'count'` it twice, or `'drop'` the second. Default `'count'`. */
  duplicates?: 'count' | 'drop'
  /**
   * Under `nl=1`: so many digits begin a message, whatever they are; `12:30` does not. Default: a number of 7 digits or more
   * does that is possible by its length, and is written as no date and no sum.
   */
  shortestPhone?: number
}

/** Options that have been checked. */
export interface Plan {
  readonly text: Pick<TextOptions, CoreOption>
  readonly rates: RateTable | undefined
  readonly groups: ReadonlyMap<string, Amount>
  /** Undefined: nobody said, and the default was taken. */
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
  /** Undefined: a possible number, and no number of digits. */
  readonly shortestPhone: number | undefined
}

const asIs = (_argument: string, value: unknown) => value

/** Characters that a short link may have: it is in the text that is counted. */
const LONGEST_LINK = 1000

/** What an option is checked by. */
const CHECKS: Readonly<Record<keyof PreviewOptions, (argument: string, value: unknown) => unknown>> = {
  newline: asIs,
  boundary: asIs,
  limits: asIs,
  referenceBits: asIs,
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

const DEFAULTS: Omit<Plan, 'text'> = {
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
export function readOptions(options: PreviewOptions = {}): Plan {
  const values = requireMembers('options', options, Object.keys(CHECKS))
  const checked: Record<string, unknown> = {}
  for (const [name, check] of Object.entries(CHECKS)) {
    if (values[name] !== undefined) checked[name] = check(`options.${name}`, values[name])
  }
  const isCore = (name: string) => CHECKS[name as keyof PreviewOptions] === asIs
  const given = Object.entries(checked)
  const text: TextOptions = Object.fromEntries(given.filter(([name]) => isCore(name)))
  const own = Object.fromEntries(given.filter(([name]) => !isCore(name)))
  const plan: Plan = { ...DEFAULTS, ...own, text }
  count('', {
    ...text,
    ...(plan.transliterate.table ? { transliterate: { scheme: 'translit', ...plan.transliterate } } : {}),
  })
  return plan
}

/** Its rows are the core's to check. */
function requireTable(argument: string, value: unknown): Plan['transliterate'] {
  const { table } = requireMembers(argument, value, ['table'])
  return { table: requireObject(`${argument}.table`, table) as Record<string, string> }
}

/** A whole number, or two of them with the smaller first; the larger may be Infinity. */
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
