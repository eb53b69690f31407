import { type Command, InvalidArgumentError, Option } from 'commander'
import { countMany, type TemplateSyntax } from 'septet'
import { createRateTable } from '../../pricing/rates'
import { pluralize } from '../../words'
import { Failure } from '../failure'
import { formatExamples } from '../help'
import { readsStandardInput } from '../input/standard-input'
import { createTextOptions, readTextOptions } from '../options/text-options'
import { createWordReader, readOctetNumber } from '../options/typed'
import { formatJson, write } from '../output'
import { addProfile, createProfileOption, type NamedProfile, type ProfileFlags, readProfile } from '../profile'
import { createScreen } from '../screen/screen'
import { showInvisible } from '../screen/visible'
import type { Shell } from '../shell'
import { listMeasures, readMeasureNames } from './count/measures'
import { isCountry } from './count/possible-number'
import { readRates } from './count/rates'
import { estimate } from './estimate'
import { requireApart } from './input/apart'
import { ADDED, type Surround } from './input/batch'
import { detectFormat, FORMATS, type Format } from './input/format'
import { nameSource } from './input/source'
import { createReport, formatReport } from './output/report'
import type { Estimate, FileTemplate } from './request'

const SYNTAXES = ['{x}', '{{x}}', '((x))', `${'$'}{x}`, '%x%', '[x]', '#x#']

interface EstimateFlags extends ProfileFlags {
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

/** How many bad rows are listed. */
const TOLD = 20

export function defineEstimate(command: Command, shell: Shell): void {
  command
    .description(
      `${command.summary()}. A file has a message a line; or it is NDJSON, CSV or TSV with a header. ` +
        'Any of them may be packed with gzip. Rows that cannot be counted are named, left out, and make the exit code 1.',
    )
    .argument('[file...]', 'campaign files; - or nothing: standard input')
    .optionsGroup('Text options:')
  for (const option of [createProfileOption(), ...createTextOptions(false)]) command.addOption(option)
  command
    .optionsGroup('Input and output:')
    .addOption(
      new Option('--format <name>', `${FORMATS.join(', ')} (default: by the file's name, else lines)`).argParser(
        createWordReader(...FORMATS),
      ),
    )
    .addOption(
      new Option('--charset <name>', 'charset of the files: windows-1251, utf-16le, or any that TextDecoder knows')
        .argParser(readCharset)
        .default('utf-8'),
    )
    .option('--no-header', 'CSV or TSV without a header: columns are named by their numbers, from 1')
    .option('--text-column <name>', 'column or member of the text (default: text, message ...)')
    .option('--phone-column <name>', 'column or member of the phone numbers (default: phone, to ...)')
    .option(
      '--no-correct-phones',
      'do not change 8 916 ... and 916 ...; by default they become 7 916 ... if there is no +',
    )
    .addOption(new Option('--country <code>', 'country of phone numbers without +, such as de').argParser(readCountry))
    .option('--template <text>', "make each text of CSV or TSV by this, {name} is the column's: 'Hi {name}, ...'")
    .addOption(
      new Option('--placeholders <form>', `how --template writes a placeholder: ${SYNTAXES.join(', ')}`)
        .argParser(createWordReader(...SYNTAXES))
        .default('{x}'),
    )
    .option('--prepend <text>', 'begin each text with this')
    .option('--append <text>', 'end each text with this, such as how to opt out')
    .option('--rates <file>', 'prices of a segment by prefix of the number, JSON or CSV; - is standard input')
    .option(
      '--output <file>',
      'write the rows again as UTF-8, with columns encoding, units, segments, cost; packed if it ends in .gz',
    )
    .addOption(
      new Option('--max-unpacked <octets>', 'the most that a gzip file may unpack to, such as 500M or 2G')
        .argParser(readOctetNumber)
        .default(MAX_UNPACKED, '100G'),
    )
    .addOption(
      new Option('--measure <names>', 'more measures in the report: newline-lf, language-turkish ...').argParser(
        readMeasureNames,
      ),
    )
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      formatExamples([
        ['septet estimate messages.txt', 'a message a line'],
        ['septet estimate --rates rates.json campaign.csv', 'with what it costs'],
        ["septet estimate --template 'Hi {name}!' people.csv", 'a text for each row'],
        ['septet estimate --text-column body --output counted.csv campaign.csv.gz', 'each row counted'],
        ['zcat *.gz | septet estimate --format ndjson --json', 'as JSON'],
      ]),
    )
    .action((files: string[], flags: EstimateFlags) => run(files, flags, shell))
}

async function run(files: string[], flags: EstimateFlags, shell: Shell): Promise<void> {
  const { format, charset, textColumn, phoneColumn, correctPhones, output, json, header, country } = flags
  const hasHeader = header !== false
  const inputs = readsStandardInput(files, shell) ? ['-'] : files
  const lines = inputs.find((file) => (format ?? detectFormat(file)) === 'lines')
  const column = textColumn === undefined ? phoneColumn && '--phone-column' : '--text-column'
  const template = readTemplate(flags)
  requireColumns(inputs, flags)
  if (lines !== undefined && column)
    throw new Failure(`${column}: ${nameSource(lines)} is read as plain lines; see --format`, 2)
  const taken = output === undefined ? undefined : [textColumn, phoneColumn].find(isAdded)
  if (taken !== undefined) throw new Failure(`--output writes a column ${taken} of its own; name another column`, 2)
  if (output !== undefined && inputs.length > 1) throw new Failure('--output takes the rows of one file', 2)
  await requireApart({ inputs, rates: flags.rates, output }, shell)
  const rates = flags.rates === undefined ? undefined : await readRates(flags.rates, shell)
  const named = readProfile(flags)
  const options = addProfile(readTextOptions({ ...flags, header: header === false ? undefined : header }), named)
  countMany([], options) // refuses wrong options before anything is read
  const { maxUnpacked } = flags
  const measures = listMeasures(flags.measure ?? [], options)
  const request = {
    files: inputs,
    maxUnpacked,
    format,
    charset,
    textColumn,
    phoneColumn,
    rates,
    hasHeader,
    country,
    template,
    surround: readSurround(flags),
    correctPhones,
    output,
    options,
    measures,
  }
  const found = await estimate(request, shell)
  const table = rates && createRateTable(rates)
  await write(
    json ? formatJson(createReport(found, table), shell) : formatReport(found, table, createScreen(shell)),
    shell,
  )
  if (named) tellTooLong(found, named, shell)
  tellBadRows(found, shell)
}

/** The warnings of --profile, by the number of segments of the messages. */
function tellTooLong({ tally: { histogram } }: Estimate, { name, profile }: NamedProfile, { stderr }: Shell): void {
  const longer = (most: number) =>
    [...histogram].reduce((sum, [segments, messages]) => sum + (segments > most ? messages : 0), 0)
  const { mostSegments, mostCharacters, concatenation } = profile
  const tell = (messages: number, words: string) => {
    if (messages > 0) stderr.write(`septet: warning: ${pluralize(messages, 'message')} ${words}\n`)
  }
  if (mostSegments !== undefined)
    tell(longer(mostSegments), `of more than the ${pluralize(mostSegments, 'segment')} that ${name} takes`)
  // A segment has at most 160 characters, so fewer segments cannot have too many.
  if (mostCharacters !== undefined) {
    tell(
      longer(Math.floor(mostCharacters / 160)),
      `that may be longer than the ${mostCharacters} characters that ${name} takes`,
    )
  }
  if (concatenation === false) tell(longer(1), `of several segments, which ${name} does not join`)
}

/** @throws {Failure} usage: a flag that needs columns, with a file that has none */
function requireColumns(inputs: readonly string[], { format, header, template, textColumn }: EstimateFlags): void {
  const flag = template === undefined ? header === false && '--no-header' : '--template'
  const other = inputs.find((file) => !['csv', 'tsv'].includes(format ?? detectFormat(file)))
  if (flag && other !== undefined)
    throw new Failure(`${flag}: ${nameSource(other)} is not read as CSV or TSV; see --format`, 2)
  if (template !== undefined && textColumn !== undefined) {
    throw new Failure('--template: makes the texts, and --text-column names a column of them', 2)
  }
}

function readTemplate({ template: source, placeholders: syntax }: EstimateFlags): FileTemplate | undefined {
  return source === undefined ? undefined : { source, syntax }
}

function readSurround({ prepend: before = '', append: after = '' }: EstimateFlags): Surround | undefined {
  return before === '' && after === '' ? undefined : { before, after }
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

/** @throws {Failure} rows were left out, so that the exit code says it */
function tellBadRows({ named, badRows }: Estimate, { stderr }: Shell): void {
  if (badRows === 0) return
  const told = named
    .slice(0, TOLD)
    .map(({ file, line, reason }) => `septet: ${showInvisible(`${file}: line ${line}: ${reason}`)}\n`)
  stderr.write(told.join(''))
  throw new Failure(`${pluralize(badRows, 'row')} left out`)
}

function isAdded(column: string | undefined): boolean {
  return (ADDED as readonly (string | undefined)[]).includes(column)
}
