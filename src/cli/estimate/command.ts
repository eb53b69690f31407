import { type Command, Option } from 'commander'
import { countMany } from 'septet'
import { rateTable } from '../../pricing/rates'
import { plural } from '../../words'
import { Failure } from '../failure'
import { formatExamples } from '../help'
import { readsStandardInput } from '../input/standard-input'
import { createTextOptions, readTextOptions } from '../options/text-options'
import { oneOf, readOctetNumber } from '../options/typed'
import { formatJson, write } from '../output'
import { createScreen } from '../screen/screen'
import { visible } from '../screen/visible'
import type { Shell } from '../shell'
import { listMeasures, readMeasureNames } from './count/measures'
import { readRates } from './count/rates'
import { estimate } from './estimate'
import { requireApart } from './input/apart'
import { ADDED } from './input/batch'
import { detectFormat, FORMATS, type Format } from './input/format'
import { FILE_CHARSETS } from './input/octets'
import { nameOf } from './input/source'
import { estimateObject, estimateTable } from './output/report'
import type { Estimate } from './request'

interface Flags {
  maxUnpacked: number
  format?: Format
  charset: string
  textColumn?: string
  phoneColumn?: string
  correctPhones: boolean
  rates?: string
  output?: string
  measure?: string[]
  json?: true
}

/** Octets: more than a campaign has, and less than a disk. */
const MAX_UNPACKED = 100e9

/** Bad rows that are told of one by one. */
const TOLD = 20

export function defineEstimate(command: Command, shell: Shell): void {
  command
    .description(
      `${command.summary()}. A file has a message a line; or it is NDJSON, CSV or TSV with a header. ` +
        'Any of them may be packed with gzip. Rows that cannot be counted are named, left out, and make the exit code 1.',
    )
    .argument('[file...]', 'campaign files; - or nothing: standard input')
    .optionsGroup('Text options:')
  for (const option of createTextOptions(false)) command.addOption(option)
  command
    .optionsGroup('Input and output:')
    .addOption(
      new Option('--format <name>', `${FORMATS.join(', ')} (default: by the file's name, else lines)`).argParser(
        oneOf(...FORMATS),
      ),
    )
    .addOption(
      new Option('--charset <name>', `charset of the files: ${FILE_CHARSETS.join(', ')}`)
        .argParser(oneOf(...FILE_CHARSETS))
        .default('utf-8'),
    )
    .option('--text-column <name>', 'column or member of the text (default: text, message ...)')
    .option('--phone-column <name>', 'column or member of the phone numbers (default: phone, to ...)')
    .option(
      '--no-correct-phones',
      'leave 8 916 ... and 916 ... as they are: else they are 7 916 ... where no + is in front',
    )
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
        ['septet estimate --text-column body --output counted.csv campaign.csv.gz', 'each row counted'],
        ['zcat *.gz | septet estimate --format ndjson --json', 'as JSON'],
      ]),
    )
    .action((files: string[], flags: Flags) => run(files, flags, shell))
}

async function run(files: string[], flags: Flags, shell: Shell): Promise<void> {
  const { format, charset, textColumn, phoneColumn, correctPhones, output, json } = flags
  const inputs = readsStandardInput(files, shell) ? ['-'] : files
  const lines = inputs.find((file) => (format ?? detectFormat(file)) === 'lines')
  const column = textColumn === undefined ? phoneColumn && '--phone-column' : '--text-column'
  if (lines !== undefined && column)
    throw new Failure(`${column}: ${nameOf(lines)} is read as plain lines; see --format`, 2)
  const taken = output === undefined ? undefined : [textColumn, phoneColumn].find(isAdded)
  if (taken !== undefined) throw new Failure(`--output writes a column ${taken} of its own; name another column`, 2)
  if (output !== undefined && inputs.length > 1) throw new Failure('--output takes the rows of one file', 2)
  await requireApart({ inputs, rates: flags.rates, output }, shell)
  const rates = flags.rates === undefined ? undefined : await readRates(flags.rates, shell)
  const options = readTextOptions(flags)
  countMany([], options) // refuses what the options' checks refuse, before anything is read
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
    correctPhones,
    output,
    options,
    measures,
  }
  const found = await estimate(request, shell)
  const table = rates && rateTable(rates)
  await write(
    json ? formatJson(estimateObject(found, table), shell) : estimateTable(found, table, createScreen(shell)),
    shell,
  )
  tellBadRows(found, shell)
}

/** @throws {Failure} rows were left out: the exit code says so */
function tellBadRows({ named, badRows }: Estimate, { stderr }: Shell): void {
  if (badRows === 0) return
  const told = named
    .slice(0, TOLD)
    .map(({ file, line, reason }) => `septet: ${visible(`${file}: line ${line}: ${reason}`)}\n`)
  stderr.write(told.join(''))
  throw new Failure(`${plural(badRows, 'row')} left out`)
}

function isAdded(column: string | undefined): boolean {
  return (ADDED as readonly (string | undefined)[]).includes(column)
}
