import type { CountryCode, NumberType, PhoneNumber } from 'libphonenumber-js/min'
import { isPossible } from './phone-number'

/** What is used of `libphonenumber-js`. Who calls decides when it is loaded: that takes 30 ms. */
export type Library = Pick<typeof import('libphonenumber-js/min'), 'parsePhoneNumberFromString' | 'Metadata'>

/**
 * What is known of a number by its digits: `'invalid'` has a possible length, and no country has such a number; `'impossible'` has
 * a length that none of its country has.
 */
export type NumberStatus = 'valid' | 'invalid' | 'impossible'

/** Reads numbers, the country's code first, as the library does, and faster. */
export interface Numbering {
  isPossible(digits: string): boolean
  judge(digits: string): NumberStatus
}

/** The numbers after a country's code. */
interface Plan {
  /** Digits of the code. */
  readonly code: number
  /** Lengths that are possible in all countries of the code. */
  readonly lengths: ReadonlySet<number>
  /** What may be a trunk prefix: the library drops it, and reads another number. */
  readonly trunk: RegExp | undefined
  isValid(national: string): boolean
}

/** Digits of the longest code. */
const LONGEST_CODE = 3

/**
 * The library takes 4 to 9 µs to read a number, and as long again to say whether it is valid. Most numbers need no more than a
 * look at their length and one pattern: 0.1 and 0.3 µs (Node 20). All others are the library's.
 */
export function createNumbering(library: Library): Numbering {
  const plans = new Map<string, Plan | undefined>()
  const planOf = (code: string): Plan | undefined => {
    if (!plans.has(code)) plans.set(code, createPlan(code, library))
    return plans.get(code)
  }
  /** The plan of the number, where nothing in it may be a trunk prefix. */
  const findPlan = (digits: string): Plan | undefined => {
    for (let length = 1; length <= LONGEST_CODE; length++) {
      const plan = planOf(digits.slice(0, length))
      if (plan) return plan.lengths.has(digits.length - length) && !isTrunk(plan, digits) ? plan : undefined
    }
    return undefined
  }
  const read = (digits: string): PhoneNumber | undefined => {
    const number = library.parsePhoneNumberFromString(`+${digits}`, { extract: false })
    return isPossible(number, digits) ? number : undefined
  }
  return {
    isPossible: (digits) => findPlan(digits) !== undefined || read(digits) !== undefined,
    judge(digits) {
      const plan = findPlan(digits)
      if (plan) return plan.isValid(digits.slice(plan.code)) ? 'valid' : 'invalid'
      const number = read(digits)
      if (number === undefined) return 'impossible'
      return number.isValid() ? 'valid' : 'invalid'
    },
  }
}

function isTrunk({ trunk, code }: Plan, digits: string): boolean {
  return trunk?.test(digits.slice(code)) ?? false
}

/**
 * What the library knows of a country, or of the main country of a code. Not all of it is among its types: its version is
 * fixed, and a test holds what comes of it to the library's answers.
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

/** Undefined where it is the code of no country. */
function createPlan(code: string, { Metadata }: Library): Plan | undefined {
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
  const pattern = whole(country.nationalNumberPattern())
  if (!country.hasTypes()) return (national) => pattern.test(national)
  const types = TYPES.map((name) => country.type(name))
  const rows = types.filter((type) => type !== undefined && type.pattern() !== '')
  const checks = rows.map((type) => ({ pattern: whole(type!.pattern()), lengths: type!.possibleLengths() }))
  return (national) =>
    pattern.test(national) &&
    checks.some(({ pattern, lengths }) => (lengths?.includes(national.length) ?? true) && pattern.test(national))
}

/** Of several countries with one code: that whose leading digits it has decides, else any whose number it is. */
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

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`)
}
