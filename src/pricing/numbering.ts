import type { CountryCode, NumberType, PhoneNumber } from 'libphonenumber-js/min'
import { isPossible } from './phone-number'

/** The part of `libphonenumber-js` that is used. The caller decides when to load it, since that takes 30 ms. */
export type Library = Pick<typeof import('libphonenumber-js/min'), 'parsePhoneNumberFromString' | 'Metadata'>

/**
 * What the digits of a number show. `'invalid'`: the length is possible, but no country has such a number.
 * `'impossible'`: no number of its country has this length.
 */
export type NumberStatus = 'valid' | 'invalid' | 'impossible'

/** Reads numbers that begin with the country code. The results are those of the library; it takes less time. */
export interface Numbering {
  isPossible(digits: string): boolean
  judge(digits: string): NumberStatus
}

/** The numbers after a country code. */
interface NumberingPlan {
  /** The digits of the code. */
  readonly code: number
  /** Lengths that are possible in all countries of the code. */
  readonly lengths: ReadonlySet<number>
  /** Digits that may be a trunk prefix. The library drops them, and reads the number without them. */
  readonly trunk: RegExp | undefined
  isValid(national: string): boolean
}

/** Digits of the longest code. */
const LONGEST_CODE = 3

/**
 * The library takes 4 to 9 µs to read a number, and the same again to say whether it is valid. For most numbers a look
 * at their length and one pattern is enough: 0.1 and 0.3 µs (Node 20). The library reads all others.
 */
export function createNumbering(library: Library): Numbering {
  const plans = new Map<string, NumberingPlan | undefined>()
  const loadPlan = (code: string): NumberingPlan | undefined => {
    if (!plans.has(code)) plans.set(code, createPlan(code, library))
    return plans.get(code)
  }
  /** The plan of the number, if no part of it can be a trunk prefix. */
  const findPlan = (digits: string): NumberingPlan | undefined => {
    for (let length = 1; length <= LONGEST_CODE; length++) {
      const plan = loadPlan(digits.slice(0, length))
      if (plan) return plan.lengths.has(digits.length - length) && !isTrunk(plan, digits) ? plan : undefined
    }
    return undefined
  }
  const parse = (digits: string): PhoneNumber | undefined => {
    const number = library.parsePhoneNumberFromString(`+${digits}`, { extract: false })
    return isPossible(number, digits) ? number : undefined
  }
  return {
    isPossible: (digits) => findPlan(digits) !== undefined || parse(digits) !== undefined,
    judge(digits) {
      const plan = findPlan(digits)
      if (plan) return plan.isValid(digits.slice(plan.code)) ? 'valid' : 'invalid'
      const number = parse(digits)
      if (number === undefined) return 'impossible'
      return number.isValid() ? 'valid' : 'invalid'
    },
  }
}

function isTrunk({ trunk, code }: NumberingPlan, digits: string): boolean {
  return trunk?.test(digits.slice(code)) ?? false
}

/**
 * What the library knows about a country, or about the main country of a code. Its types do not name all of it. So its
 * version is fixed, and a test compares these results with those of the library.
 */
interface Country {
  possibleLengths(): number[]
  nationalNumberPattern(): string
  nationalPrefixForParsing(): string | undefined
  leadingDigits(): string | undefined
  hasTypes(): boolean
  type(name: NumberType): { pattern(): string; possibleLengths(): number[] | undefined } | undefined
}

const TYPES: readonly NonNullable<NumberType>[] = [
  'FIXED_LINE',
  'MOBILE',
  'PREMIUM_RATE',
  'TOLL_FREE',
  'SHARED_COST',
  'VOIP',
  'PERSONAL_NUMBER',
  'PAGER',
  'UAN',
  'VOICEMAIL',
]

/** Returns undefined for a code of no country. */
function createPlan(code: string, { Metadata }: Library): NumberingPlan | undefined {
  const metadata = new Metadata() as unknown as {
    getCountryCodesForCallingCode(code: string): CountryCode[] | undefined
    selectNumberingPlan(name: string): { numberingPlan: Country }
  }
  const names = metadata.getCountryCodesForCallingCode(code)
  if (names === undefined) return undefined
  const select = (name: string) => metadata.selectNumberingPlan(name).numberingPlan
  const main = select(code)
  const countries = names.map(select)
  const lengths = countries.map((country) => new Set(country.possibleLengths()))
  const trunk = main.nationalPrefixForParsing()
  return {
    code: code.length,
    lengths: new Set(main.possibleLengths().filter((length) => lengths.every((others) => others.has(length)))),
    trunk: trunk ? new RegExp(`^(?:${trunk})`) : undefined,
    isValid: names.length === 1 ? createCheck(main) : createSharedCheck(countries, main),
  }
}

type Check = (national: string) => boolean

/** Whether a number is one of a country. */
function createCheck(country: Country): Check {
  const pattern = createWholePattern(country.nationalNumberPattern())
  if (!country.hasTypes()) return (national) => pattern.test(national)
  const types = TYPES.map((name) => country.type(name))
  const rows = types.filter((type) => type !== undefined && type.pattern() !== '')
  const checks = rows.map((type) => ({
    pattern: createWholePattern(type!.pattern()),
    lengths: type!.possibleLengths(),
  }))
  return (national) =>
    pattern.test(national) &&
    checks.some(({ pattern, lengths }) => (lengths?.includes(national.length) ?? true) && pattern.test(national))
}

/**
 * Where several countries share a code: the country whose leading digits fit decides, else any country that has the
 * number.
 */
function createSharedCheck(countries: readonly Country[], main: Country): Check {
  const checks = countries.map((country) => {
    const leading = country.leadingDigits()
    return { leading: leading ? new RegExp(`^(?:${leading})`) : undefined, isOf: createCheck(country) }
  })
  const isOfMain = createCheck(main)
  return (national) => {
    for (const { leading, isOf } of checks) {
      if (leading === undefined ? isOf(national) : leading.test(national))
        return leading === undefined || isOf(national)
    }
    return isOfMain(national)
  }
}

function createWholePattern(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`)
}
