import { buffer } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import {
  addSums,
  createRateTable,
  formatSum,
  multiplyRate,
  type RateTable,
  type WrittenRate,
  ZERO,
} from '../../../pricing/rates'
import { pluralize } from '../../../words'
import { Failure } from '../../failure'
import { readWholeFile } from '../../input/file'
import type { Shell } from '../../shell'
import { JsonScanner, parseString } from '../input/json-scanner'
import { detectUtf16 } from '../input/octets'
import { nameSource } from '../input/source'

/** Rates as written. A worker gets these, and makes its own table. */
export type WrittenRates = readonly WrittenRate[]

/** The most digits of a price: --output writes them in each row. */
const MOST_DIGITS = 40

/** Reads rates from a JSON object, or from CSV with a prefix and a price in each row. */
export async function readRates(argument: string, shell: Shell): Promise<WrittenRates> {
  const file = nameSource(argument)
  const octets = argument === '-' ? await buffer(shell.stdin) : await readWholeFile(file)
  const utf16 = detectUtf16(octets, 'utf-8')
  if (utf16 !== undefined) throw new Failure(`${file}: is ${utf16}; rates are read as utf-8`)
  const text = octets
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim()
  const rates = text.startsWith('{') ? readMembers(file, text) : readRows(file, text)
  for (const [place, , price] of rates) {
    if (typeof price === 'string' && price.length > MOST_DIGITS) {
      throw new Failure(`${place}: a price of more than ${MOST_DIGITS} characters`)
    }
  }
  if (createRateTable(rates).byPrefix.size === 0) throw new Failure(`${file}: no rates`)
  return rates
}

function readMembers(file: string, text: string): WrittenRates {
  try {
    JSON.parse(text)
  } catch (error) {
    throw new Failure(`${file}: not JSON: ${(error as SyntaxError).message}`)
  }
  const octets = Buffer.from(text)
  const rates: WrittenRate[] = []
  // JSON.parse would keep only one of two members with the same name.
  new JsonScanner(octets, 0, octets.length).skipObject(({ nameBegin, nameEnd, valueBegin, valueEnd }) => {
    const name = parseString(octets, nameBegin, nameEnd, true)
    rates.push([`${file}: rate "${name}"`, name, JSON.parse(octets.toString('utf8', valueBegin, valueEnd))])
  })
  return rates
}

interface RateLine {
  record: string[]
  info: { lines: number }
}

function readRows(file: string, text: string): WrittenRates {
  // A prefix or price contains no tab and no semicolon. A comma in a price is refused.
  const delimiter = ['\t', ';'].find((mark) => text.includes(mark)) ?? ','
  const rates = parseRows(file, text, delimiter).map(({ record, info }): WrittenRate => {
    const place = `${file}: line ${info.lines}`
    const [prefix, price] = record
    if (record.length === 2) return [place, prefix!, price]
    throw new Failure(`${place}: ${pluralize(record.length, 'field')} instead of a prefix and a price`)
  })
  return rates.slice(isHeader(rates[0]) ? 1 : 0)
}

function parseRows(file: string, text: string, delimiter: string): RateLine[] {
  try {
    const options = { delimiter, trim: true, skip_empty_lines: true, relax_column_count: true, info: true }
    return parse(text, options) as unknown as RateLine[]
  } catch (error) {
    throw new Failure(`${file}: ${(error as Error).message}`)
  }
}

/** Whether a first row is a header: it contains no number. */
function isHeader([, prefix, price]: WrittenRate = ['', '', '']): boolean {
  return prefix !== '' && !/\d/.test(`${prefix}${price}`)
}

/** The cost of segments, by the prefix of their number. It is exact, with the most decimals of the rates used. */
export function sumCosts(
  { byPrefix }: RateTable,
  segments: Iterable<readonly [prefix: string, segments: number]>,
): string {
  let sum = ZERO
  for (const [prefix, number] of segments) sum = addSums(sum, multiplyRate(byPrefix.get(prefix)!, number))
  return formatSum(sum) as string // without ranges the sum is not a range
}
