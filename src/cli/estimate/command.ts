import type { Command } from 'commander'
import { createRateTable } from '../../pricing/rates'
import { pluralize } from '../../words'
import { Failure } from '../failure'
import { formatExamples } from '../help'
import { readsStandardInput } from '../input/standard-input'
import { createTextOptions } from '../options/text-options'
import { formatJson, write } from '../output'
import { createProfileOption, type NamedProfile, readProfile } from '../profile'
import { createScreen } from '../screen/screen'
import { showInvisible } from '../screen/visible'
import type { Shell } from '../shell'
import { estimate } from './estimate'
import { createFlags, type EstimateFlags } from './flags'
import { createReport } from './output/report'
import { formatReport } from './output/report-screen'
import { readRequest } from './read-request'
import type { Estimate } from './request'

/** How many bad rows are listed. */
const TOLD = 20

const EXAMPLES: readonly (readonly [command: string, purpose: string])[] = [
  ['septet estimate messages.txt', 'a message a line'],
  ['septet estimate --rates rates.json campaign.csv', 'with what it costs'],
  ["septet estimate --template 'Hi {name}!' people.csv", 'a text for each row'],
  ['septet estimate --text-column body --output counted.csv campaign.csv.gz', 'each row counted'],
  ['zcat *.gz | septet estimate --format ndjson --json', 'as JSON'],
]

export function defineEstimate(command: Command, shell: Shell): void {
  command
    .description(
      `${command.summary()}. A file has a message a line; or it is NDJSON, CSV or TSV with a header. ` +
        'Any of them may be packed with gzip. Rows that cannot be counted are named, left out, and make the exit code 1.',
    )
    .argument('[file...]', 'campaign files; - or nothing: standard input')
    .optionsGroup('Text options:')
  for (const option of [createProfileOption(), ...createTextOptions(false)]) command.addOption(option)
  command.optionsGroup('Input and output:')
  for (const option of createFlags()) command.addOption(option)
  command
    .addHelpText('after', formatExamples(EXAMPLES))
    .action((files: string[], flags: EstimateFlags) => run(files, flags, shell))
}

async function run(typed: string[], flags: EstimateFlags, shell: Shell): Promise<void> {
  const files = readsStandardInput(typed, shell) ? ['-'] : typed
  const named = readProfile(flags)
  const request = await readRequest(files, flags, named, shell)
  const found = await estimate(request, shell)
  const rates = request.rates && createRateTable(request.rates)
  const report = flags.json
    ? formatJson(createReport(found, rates), shell)
    : formatReport(found, rates, createScreen(shell))
  await write(report, shell)
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

/** @throws {Failure} rows were left out, so that the exit code says it */
function tellBadRows({ named, badRows }: Estimate, { stderr }: Shell): void {
  if (badRows === 0) return
  const told = named
    .slice(0, TOLD)
    .map(({ file, line, reason }) => `septet: ${showInvisible(`${file}: line ${line}: ${reason}`)}\n`)
  stderr.write(told.join(''))
  throw new Failure(`${pluralize(badRows, 'row')} left out`)
}
