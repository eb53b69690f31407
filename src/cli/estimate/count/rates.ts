import { readFile, stat } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import {
  addSums,
  NOTHING,
  priceOf,
  priceText,
  type RateTable,
  rateTable,
  type WrittenRate,
} from '../../../pricing/rates'
import { plural } from '../../../words'
import { Failure } from '../../failure'
import type { Shell } from '../../shell'
import { JsonScanner, parseString } from '../input/json-scanner'
import { detectUtf16 } from '../input/octets'
import { nameSource } from '../input/source'

/** Rates as they are written: what goes to a worker, which makes its own table of them. */
export type Rates = readonly WrittenRate[]

/** Of a price: --output has its digits in each row. */
const MOST_DIGITS = 40

/** Rates of a JSON object, or of CSV with a prefix and a price a row. */
export async function readRates(argument: string, shell: Shell): Promise<Rates> {
  const file = nameSource(argument)
  const octets = argument === '-' ? await buffer(shell.stdin) : await readContent(file)
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
  if (rateTable(rates).byPrefix.size === 0) throw new Failure(`${file}: no rates`)
  return rates
}

async function readContent(file: string): Promise<Buffer> {
  if ((await stat(file)).isDirectory()) throw new Failure(`${file}: is a directory`)
  return readFile(file)
}

function readMembers(file: string, text: string): Rates {
  try {
    JSON.parse(text)
  } catch (error) {
    throw new Failure(`${file}: not JSON: ${(error as SyntaxError).message}`)
  }
  const octets = Buffer.from(text)
  const rates: WrittenRate[] = []
  // JSON.parse keeps one of two members that have one name.
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

function readRows(file: string, text: string): Rates {
  // Neither a prefix nor a price has a tab or a semicolon in it; a price may be written with a comma, and is refused then.
  const delimiter = ['\t', ';'].find((mark) => text.includes(mark)) ?? ','
  const rates = parseRows(file, text, delimiter).map(({ record, info }): WrittenRate => {
    const place = `${file}: line ${info.lines}`
    const [prefix, price] = record
    if (record.length === 2) return [place, prefix!, price]
    throw new Failure(`${place}: ${plural(record.length, 'field')} instead of a prefix and a price`)
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

/** A first row that has no number in it. */
function isHeader([, prefix, price]: WrittenRate = ['', '', '']): boolean {
  return prefix !== '' && !/\d/.test(`${prefix}${price}`)
}

/** What segments cost, by the prefix they went to. Exact, with the most decimals of the rates used. */
export function sumCosts(
  { byPrefix }: RateTable,
  segments: Iterable<readonly [prefix: string, segments: number]>,
): string {
  let sum = NOTHING
  for (const [prefix, number] of segments) sum = addSums(sum, priceOf(byPrefix.get(prefix)!, number))
  return priceText(sum) as string // a range comes of ranges only
}
