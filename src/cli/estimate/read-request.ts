import { countMany } from 'septet'
import { Failure } from '../failure'
import { readTextOptions } from '../options/text-options'
import { addProfile, type NamedProfile } from '../profile'
import type { Shell } from '../shell'
import { listMeasures } from './count/measures'
import { readRates } from './count/rates'
import type { EstimateFlags } from './flags'
import { requireApart } from './input/apart'
import { ADDED, type Surround } from './input/batch'
import { detectFormat, type Format } from './input/format'
import { nameSource } from './input/source'
import type { FileTemplate, Request } from './request'

/** Formats with columns. */
const TABLES: readonly Format[] = ['csv', 'tsv']

/**
 * Reads what `septet estimate` is asked to do.
 *
 * @throws {Failure} usage: flags that do not go together, or not with the files
 */
export async function readRequest(
  files: readonly string[],
  flags: EstimateFlags,
  profile: NamedProfile | undefined,
  shell: Shell,
): Promise<Request> {
  requireColumns(files, flags)
  requireOutput(files, flags)
  await requireApart({ inputs: files, rates: flags.rates, output: flags.output }, shell)
  const { header, maxUnpacked, format, charset, textColumn, phoneColumn, country, correctPhones, output } = flags
  const rates = flags.rates === undefined ? undefined : await readRates(flags.rates, shell)
  const options = addProfile(readTextOptions({ ...flags, header: header === false ? undefined : header }), profile)
  countMany([], options) // refuses wrong options before a campaign is read
  return {
    files,
    maxUnpacked,
    format,
    charset,
    textColumn,
    phoneColumn,
    rates,
    hasHeader: header !== false,
    country,
    template: readTemplate(flags),
    surround: readSurround(flags),
    correctPhones,
    output,
    options,
    measures: listMeasures(flags.measure ?? [], options),
  }
}

/** @throws {Failure} usage: a flag that needs columns or members, with a file that has none */
function requireColumns(files: readonly string[], flags: EstimateFlags): void {
  const { header, template, textColumn, phoneColumn } = flags
  const detect = (file: string) => flags.format ?? detectFormat(file)
  const tableFlag = template === undefined ? header === false && '--no-header' : '--template'
  const noTable = files.find((file) => !TABLES.includes(detect(file)))
  if (tableFlag && noTable !== undefined)
    throw new Failure(`${tableFlag}: ${nameSource(noTable)} is not read as CSV or TSV; see --format`, 2)
  if (template !== undefined && textColumn !== undefined)
    throw new Failure('--template: makes the texts, and --text-column names a column of them', 2)
  const columnFlag = textColumn === undefined ? phoneColumn && '--phone-column' : '--text-column'
  const lines = files.find((file) => detect(file) === 'lines')
  if (columnFlag && lines !== undefined)
    throw new Failure(`${columnFlag}: ${nameSource(lines)} is read as plain lines; see --format`, 2)
}

/** @throws {Failure} usage: --output with several files, or with a column that it writes itself */
function requireOutput(files: readonly string[], { output, textColumn, phoneColumn }: EstimateFlags): void {
  if (output === undefined) return
  const taken = [textColumn, phoneColumn].find(isAdded)
  if (taken !== undefined) throw new Failure(`--output writes a column ${taken} of its own; name another column`, 2)
  if (files.length > 1) throw new Failure('--output takes the rows of one file', 2)
}

function isAdded(column: string | undefined): boolean {
  return (ADDED as readonly (string | undefined)[]).includes(column)
}

function readTemplate({ template: source, placeholders: syntax }: EstimateFlags): FileTemplate | undefined {
  return source === undefined ? undefined : { source, syntax }
}

function readSurround({ prepend: before = '', append: after = '' }: EstimateFlags): Surround | undefined {
  return before === '' && after === '' ? undefined : { before, after }
}
