import { type Command, Option } from 'commander'
import { encodeWapPush, type WapPushInput, type WapPushOptions } from 'septet'
import { Failure } from './failure'
import { examples } from './help'
import { jsonLine, screenOf, write } from './output'
import { segmentBlocks } from './segments'
import type { Shell } from './shell'
import { integer, oneOf } from './typed'
import { binarySummary } from './words'

/** A flag, and the member that it sets: of the document, or of the options. */
interface PushOption {
  member: string
  flags: string
  about: string
  parse?: (typed: string) => unknown
}

const DOCUMENT: readonly PushOption[] = [
  {
    member: 'type',
    flags: '--type <si|sl>',
    about: 'Service Indication or Loading (default: si)',
    parse: oneOf('si', 'sl'),
  },
  {
    member: 'action',
    flags: '--action <name>',
    about: 'signal-none, -low, -medium, -high, delete; execute-low, -high, cache',
  },
  { member: 'id', flags: '--id <text>', about: 'si-id' },
  { member: 'created', flags: '--created <date>', about: 'such as 1999-06-25T15:23:15Z' },
  { member: 'expires', flags: '--expires <date>', about: 'in the same form' },
]

const OPTIONS: readonly PushOption[] = [
  { member: 'compact', flags: '--compact', about: 'the form that SMS gateways document' },
  { member: 'transactionId', flags: '--transaction <octet>', about: 'WSP transaction (default: 0)', parse: integer },
  { member: 'charset', flags: '--no-charset', about: 'content type without its charset' },
  { member: 'applicationId', flags: '--application-id <number>', about: 'X-Wap-Application-Id', parse: integer },
  { member: 'dataCoding', flags: '--dcs <octet>', about: 'TP-DCS: 0x04 or 0xF5 (default: 0x04)', parse: integer },
  { member: 'protocolId', flags: '--pid <octet>', about: 'TP-PID, decimal or 0x...', parse: integer },
  { member: 'reference', flags: '--reference <number>', about: 'concatenation reference (default: 0)', parse: integer },
  {
    member: 'referenceBits',
    flags: '--reference-bits <8|16>',
    about: 'width of the reference (default: 8)',
    parse: integer,
  },
]

/** `--transaction` for `transactionId`, `url` for `href`. */
export function pushFlagOf(member: string): string | undefined {
  if (member === 'href') return 'url'
  if (member === 'text') return 'title'
  return [...DOCUMENT, ...OPTIONS].find((row) => row.member === member)?.flags.split(' ')[0]
}

export function addPush(program: Command, shell: Shell): void {
  const about = 'Make the octets of a WAP push: a link with a title'
  const command = program
    .command('push')
    .summary(about)
    .description(`${about}. Without a title the link is shown.`)
    .argument('[url]', 'the link; --action delete needs none beside --id')
    .argument('[title...]', 'what is shown, words joined by a space')
    .optionsGroup('Document options:')
  for (const row of DOCUMENT) command.addOption(toOption(row))
  command.optionsGroup('Octet options:')
  for (const row of OPTIONS) command.addOption(toOption(row))
  command
    .optionsGroup('Output:')
    .option('--json', 'one JSON object, octets as hex digits')
    .addHelpText(
      'after',
      examples([
        ['septet push http://wap.ru/ "wap.ru"', 'in hex and in words'],
        ['septet push --compact http://wap.ru/ wap.ru', 'as gateways take it'],
        ['septet push --type sl http://wap.ru/', 'loaded without asking'],
        ['septet push --json http://a.b | septet decode --hex', 'and back'],
      ]),
    )
    .action((href: string | undefined, words: string[], flags: Record<string, unknown>) =>
      run(href, words, flags, shell),
    )
}

async function run(
  href: string | undefined,
  words: string[],
  flags: Record<string, unknown>,
  shell: Shell,
): Promise<void> {
  const document = given(DOCUMENT, flags)
  const title = words.join(' ') || href
  const text = title === undefined || (document.type === 'sl' && words.length === 0) ? {} : { text: title }
  if (href === undefined && document.id === undefined) throw new Failure('needs a url, or --id', 2)
  const options = given(OPTIONS, flags)
  // commander sets what begins with --no- where it is not given, too.
  if (options.charset === true) delete options.charset
  const messages = encodeWapPush(
    { ...(href === undefined ? {} : { href }), ...text, ...document } as WapPushInput,
    options as WapPushOptions,
  )
  if (flags.json) return write(jsonLine({ messages }), shell)
  const screen = screenOf(shell)
  return write(`${screen.colors.bold(binarySummary(messages))}\n${segmentBlocks(messages, screen)}`, shell)
}

function given(rows: readonly PushOption[], flags: Record<string, unknown>): Record<string, unknown> {
  const values = rows.map((row) => [row.member, flags[toOption(row).attributeName()]])
  return Object.fromEntries(values.filter(([, value]) => value !== undefined))
}

function toOption({ flags, about, parse }: PushOption): Option {
  const option = new Option(flags, about)
  return parse ? option.argParser(parse) : option
}
