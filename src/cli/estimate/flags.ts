import { InvalidArgumentError, Option } from 'commander'
import type { TemplateSyntax } from 'septet'
import { createWordReader, readOctetNumber } from '../options/typed'
import type { ProfileFlags } from '../profile'
import { readMeasureNames } from './count/measures'
import { isCountry } from './count/possible-number'
import { FORMATS, type Format } from './input/format'

const SYNTAXES = ['{x}', '{{x}}', '((x))', `${'$'}{x}`, '%x%', '[x]', '#x#']

/** The flags of `septet estimate`, besides those of texts. */
export interface EstimateFlags extends ProfileFlags {
  maxUnpacked: number
  format?: Format
  charset: string
  textColumn?: string
  phoneColumn?: string
  correctPhones: boolean
  /** `false` for --no-header; a text for --header, the elements of every segment. */
  header?: string | false
  country?: string
  template?: string
  placeholders: TemplateSyntax
  prepend?: string
  append?: string
  rates?: string
  output?: string
  measure?: string[]
  json?: true
}

/** In octets: more than any campaign has, and less than a disk has room for. */
const MAX_UNPACKED = 100e9

/** The flags, in the order of --help. */
export function createFlags(): Option[] {
  return [...createFileFlags(), ...createTextFlags(), ...createResultFlags()]
}

/** How the files are written. */
function createFileFlags(): Option[] {
  return [
    new Option('--format <name>', `${FORMATS.join(', ')} (default: by the file's name, else lines)`).argParser(
      createWordReader(...FORMATS),
    ),
    new Option('--charset <name>', 'charset of the files: windows-1251, utf-16le, or any that TextDecoder knows')
      .argParser(readCharset)
      .default('utf-8'),
    new Option('--no-header', 'CSV or TSV without a header: columns are named by their numbers, from 1'),
    new Option('--text-column <name>', 'column or member of the text (default: text, message ...)'),
    new Option('--phone-column <name>', 'column or member of the phone numbers (default: phone, to ...)'),
    new Option(
      '--no-correct-phones',
      'do not change 8 916 ... and 916 ...; by default they become 7 916 ... if there is no +',
    ),
    new Option('--country <code>', 'country of phone numbers without +, such as de').argParser(readCountry),
  ]
}

/** What is around the texts of the files. */
function createTextFlags(): Option[] {
  return [
    new Option('--template <text>', "make each text of CSV or TSV by this, {name} is the column's: 'Hi {name}, ...'"),
    new Option('--placeholders <form>', `how --template writes a placeholder: ${SYNTAXES.join(', ')}`)
      .argParser(createWordReader(...SYNTAXES))
      .default('{x}'),
    new Option('--prepend <text>', 'begin each text with this'),
    new Option('--append <text>', 'end each text with this, such as how to opt out'),
  ]
}

function createResultFlags(): Option[] {
  return [
    new Option('--rates <file>', 'prices of a segment by prefix of the number, JSON or CSV; - is standard input'),
    new Option(
      '--output <file>',
      'write the rows again as UTF-8, with columns encoding, units, segments, cost; packed if it ends in .gz',
    ),
    new Option('--max-unpacked <octets>', 'the most that a gzip file may unpack to, such as 500M or 2G')
      .argParser(readOctetNumber)
      .default(MAX_UNPACKED, '100G'),
    new Option('--measure <names>', 'more measures in the report: newline-lf, language-turkish ...').argParser(
      readMeasureNames,
    ),
    new Option('--json', 'one JSON object'),
  ]
}

/** The name that TextDecoder gives to a label. */
function readCharset(typed: string): string {
  try {
    return new TextDecoder(typed).encoding
  } catch {
    throw new InvalidArgumentError('It is no charset that TextDecoder knows, such as windows-1250 or utf-16le.')
  }
}

function readCountry(typed: string): string {
  const code = typed.toUpperCase()
  if (!isCountry(code)) throw new InvalidArgumentError('It is a country of two letters, such as de.')
  return code
}
