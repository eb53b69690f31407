import { type Command, Option } from 'commander'
import { decodeWapPush, type ReadableMessage, type Reading, read, SeptetError, toHex } from 'septet'
import { Failure } from '../failure'
import { formatExamples } from '../help'
import { readLines, readsStandardInput } from '../input/standard-input'
import { type HexFlags, isJson, readHex, readJson } from '../input/user-data'
import { readInteger, readOctet } from '../options/typed'
import { formatJson, printAll, write } from '../output'
import { createScreen } from '../screen/screen'
import { elementBlocks } from '../screen/segments'
import { visible } from '../screen/visible'
import type { Shell } from '../shell'

/** Where a phone's push agent listens (WAP-259). */
const PUSH_PORT = 2948

interface DecodeFlags extends HexFlags {
  lines?: true
  json?: true
  hex?: true
}

export function defineDecode(command: Command, shell: Shell): void {
  command
    .description(
      `${command.summary()}. Each argument or line of standard input is the user data of one segment in hex, and together ` +
        'they are one message, in any order. A line may also be what encode --json prints, a message of its own.',
    )
    .argument('[hex...]', 'user data of each segment; - or nothing: standard input')
    .optionsGroup('Hex options:')
    .option('--dcs <octet>', 'TP-DCS, or data_coding in SMPP; decimal or 0x...', readOctet, 0)
    .option('--udh', 'user data begins with a header (TP-UDHI)')
    .option('--udl <number>', 'TP-UDL of a single segment: septets if packed GSM-7, else octets', readInteger)
    .option('--unpacked', 'one septet an octet, as SMPP carries it')
    .optionsGroup('Input and output:')
    .option('--lines', 'each line of standard input is a message')
    .addOption(new Option('--hex', 'the octets of each segment, with its elements in words').conflicts('json'))
    .option('--json', 'one JSON object a message: encoding, text, elements ...')
    .addHelpText(
      'after',
      formatExamples([
        ['septet decode E8329BFD06', 'packed GSM-7'],
        ['septet decode --dcs 8 041F04400438043204350442', 'UCS-2'],
        ['septet decode --udh < segments.txt', 'one segment a line'],
        ['septet decode --hex --udh 050A03000210C834', 'elements in words'],
        ['septet encode --json "Hello" | septet decode', 'what encode made'],
      ]),
    )
    .action((words: string[], flags: DecodeFlags) => runDecode(words, flags, shell))
}

/** Segments are gathered into one message; what is a message already is printed at once. */
async function runDecode(words: string[], flags: DecodeFlags, shell: Shell): Promise<void> {
  const fromInput = readsStandardInput(words, shell)
  if (flags.lines && !fromInput) throw new Failure('--lines reads standard input: leave out the user data', 2)

  const gathered: ReadableMessage[] = []
  let found = flags.lines ?? false
  const decodeOne = (given: string): string => {
    if (fromInput && !flags.lines && given.trim() === '') return ''
    found = true
    const { segments, complete } = isJson(given) ? readJson(given) : readHex(given, flags)
    if (complete || flags.lines) return print(segments, flags, shell)
    gathered.push(...segments)
    return ''
  }

  const given = fromInput ? readLines(shell.stdin, 'utf-8') : [words]
  await printAll(given, decodeOne, shell, fromInput ? 'line' : 'argument')
  if (!found) throw new Failure('standard input: no user data')
  if (gathered.length > 0) await write(print(gathered, flags, shell), shell)
}

function print(segments: ReadableMessage[], { udl, json, hex }: DecodeFlags, shell: Shell): string {
  if (udl !== undefined && segments.length > 1) throw new Failure('--udl is of a single segment', 2)
  const reading = read(segments)
  if (json) return formatJson(reading, shell)
  const content = `${reading.text === undefined ? toHex(reading.data!) : shown(reading.text, shell)}\n`
  return hex
    ? `${elementBlocks(segments, createScreen(shell)).trimStart()}\n${content}${pushWords(segments, reading)}`
    : content
}

/** What a WAP push says, a member a line, or why it cannot be read; nothing for any other message. */
function pushWords(segments: ReadableMessage[], { elements }: Reading): string {
  if (!elements.some((element) => element.type === 'ports' && element.destination === PUSH_PORT)) return ''
  try {
    const push = Object.entries(decodeWapPush(segments)).map(([name, value]) => {
      return `  ${name.padEnd('transactionId'.length)}  ${value instanceof Uint8Array ? toHex(value) : visible(`${value}`)}\n`
    })
    return `\nWAP push\n${push.join('')}`
  } catch (error) {
    if (!(error instanceof SeptetError)) throw error
    return `\nWAP push: not readable: ${visible(error.message)}\n`
  }
}

/** The text as it is; on a terminal with its controls as symbols, since a message may come from anybody. */
function shown(text: string, { stdout }: Shell): string {
  return stdout.isTTY ? text.split(/\r?\n/).map(visible).join('\n') : text
}
