import { type Command, Option } from 'commander'
import { decodeWapPush, ports, type ReadableMessage, type Reading, read, SeptetError, toHex } from 'septet'
import { Failure } from '../failure'
import { formatExamples } from '../help'
import { readLines, readsStandardInput } from '../input/standard-input'
import { type HexFlags, isJson, readHex, readJson } from '../input/user-data'
import { loadWholePdu } from '../input/whole-pdu'
import { readOctet } from '../options/typed'
import { formatJson, printAll, write } from '../output'
import { createScreen } from '../screen/screen'
import { formatElements } from '../screen/segments'
import { showInvisible } from '../screen/visible'
import type { Shell } from '../shell'

/** Flags of user data: with any of them the digits are not a PDU. */
const HEX_FLAGS = ['dcs', 'udh', 'udl', 'unpacked', 'smpp'] as const satisfies readonly (keyof DecodeFlags)[]

/** The bit of esm_class for a header. */
const UDH_INDICATOR = 0x40

interface DecodeFlags extends HexFlags {
  lines?: true
  json?: true
  hex?: true
  smpp?: true
}

/** Reads segments; some may be missing. */
type SegmentReader = (segments: readonly ReadableMessage[]) => Reading

export function defineDecode(command: Command, shell: Shell): void {
  command
    .description(
      `${command.summary()}. Each argument or line of standard input is the user data of one segment in hex, and together ` +
        'they are one message, in any order. A whole PDU, as a modem prints it, is known without an option. ' +
        'A line may also be what encode --json prints, a message of its own.',
    )
    .argument('[hex...]', 'user data of each segment; - or nothing: standard input')
    .optionsGroup('Hex options:')
    .option('--dcs <octet>', 'TP-DCS, with --smpp data_coding; decimal or 0x...', readOctet, 0)
    .option('--udh', 'user data begins with a header (TP-UDHI)')
    .option('--udl <number>', 'TP-UDL of a single segment: septets if packed GSM-7, else octets', readOctet)
    .option('--unpacked', 'one septet an octet, as SMPP carries it')
    .addOption(new Option('--smpp', "short_message of SMPP: unpacked, --dcs by SMPP's own table").conflicts('udl'))
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
        ['septet decode --smpp --dcs 3 4A6F73E9', 'Latin-1, as SMPP has it'],
        ['septet encode --json "Hello" | septet decode', 'what encode made'],
      ]),
    )
    .action((words: string[], flags: DecodeFlags, command: Command) =>
      runDecode(
        words,
        flags,
        shell,
        HEX_FLAGS.some((name) => command.getOptionValueSource(name) === 'cli'),
      ),
    )
}

/** Collects segments into one message. A line that is already a whole message is printed at once. */
async function runDecode(words: string[], flags: DecodeFlags, shell: Shell, isUserData: boolean): Promise<void> {
  const fromInput = readsStandardInput(words, shell)
  if (flags.lines && !fromInput) throw new Failure('--lines reads standard input: leave out the user data', 2)

  const wholePdu = isUserData ? undefined : await loadWholePdu()
  const reader = flags.smpp ? await loadSmppReader() : readPartial
  const hexReader = nameSegments(reader)
  const gathered: ReadableMessage[] = []
  let found = flags.lines ?? false
  const readHexSegments = (digits: string) => {
    const pdu = wholePdu?.(digits)
    return pdu === undefined ? readHex(digits, flags) : { segments: [pdu], complete: false }
  }
  const decodeOne = (input: string): string => {
    if (fromInput && !flags.lines && input.trim() === '') return ''
    found = true
    const { segments, complete } = isJson(input) ? readJson(input) : readHexSegments(input)
    if (complete || flags.lines) return formatMessage(segments, complete ? reader : hexReader, flags, shell)
    gathered.push(...segments)
    return ''
  }

  const batches = fromInput ? readLines(shell.stdin, 'utf-8') : [words]
  await printAll(batches, decodeOne, shell, fromInput ? 'line' : 'argument')
  if (!found) throw new Failure('standard input: no user data')
  if (gathered.length > 0) await write(formatMessage(gathered, hexReader, flags, shell), shell)
}

const readPartial: SegmentReader = (segments) => read(segments, { partial: true })

/** A reader whose errors name a segment as the command does, not as a member of a list that nobody has typed. */
function nameSegments(reader: SegmentReader): SegmentReader {
  return (segments) => {
    try {
      return reader(segments)
    } catch (error) {
      if (!(error instanceof SeptetError)) throw error
      if (error.argument.endsWith('.data_coding')) throw new Failure(`--dcs: ${error.reason}`)
      const name = (_path: string, index: string) => `user data${segments.length > 1 ? ` ${Number(index) + 1}` : ''}`
      throw new Failure(error.message.replace(/\b(?:messages|pdus)\[(\d+)\](?:\.(?:userData|short_message)\b)?/g, name))
    }
  }
}

/** Loads the reader with SMPP's table only where it is asked for. */
async function loadSmppReader(): Promise<SegmentReader> {
  const { fromSmpp } = await import('septet/smpp')
  return (segments) => {
    const pdus = segments.map(({ userData, dataCoding, hasHeader }) => {
      return { esm_class: hasHeader ? UDH_INDICATOR : 0, data_coding: dataCoding, short_message: userData }
    })
    return fromSmpp(pdus, { partial: true })
  }
}

function formatMessage(
  segments: ReadableMessage[],
  reader: SegmentReader,
  { udl, json, hex }: DecodeFlags,
  shell: Shell,
): string {
  if (udl !== undefined && segments.length > 1) throw new Failure('--udl is only for one segment', 2)
  const { missing = [], parts = [], ...reading } = reader(segments)
  const lack = missing.length > 0
  if (json) return formatJson(lack ? { ...reading, missing, parts } : reading, shell)
  const content = `${reading.text === undefined ? toHex(reading.data!) : formatText(reading.text, shell)}\n`
  const total = missing.length + parts.length
  const note = lack ? `missing: segment${missing.length === 1 ? '' : 's'} ${missing.join(', ')} of ${total}\n` : ''
  if (hex) {
    const blocks = formatElements(segments, createScreen(shell)).trimStart()
    return `${blocks}\n${content}${lack ? `\n${note}` : formatPush(segments, reading)}`
  }
  // The note is on standard error, so that the text stays clean.
  if (lack) shell.stderr.write(`septet: ${note}`)
  return content
}

/** The members of a WAP push, one a line, or why it cannot be read; an empty string for any other message. */
function formatPush(segments: ReadableMessage[], { elements }: Reading): string {
  if (!elements.some((element) => element.type === 'ports' && element.destination === ports.push)) return ''
  try {
    const push = listMembers(decodeWapPush(segments)).map(([name, value]) => {
      return `  ${name.padEnd('transactionId'.length)}  ${value instanceof Uint8Array ? toHex(value) : showInvisible(`${value}`)}\n`
    })
    return `\nWAP push\n${push.join('')}`
  } catch (error) {
    if (!(error instanceof SeptetError)) throw error
    return `\nWAP push: not readable: ${showInvisible(error.message)}\n`
  }
}

/** The members that are values; those of objects by their own names. */
function listMembers(value: object): [name: string, value: unknown][] {
  return Object.entries(value).flatMap(([name, value]): [string, unknown][] => {
    const isValue = typeof value !== 'object' || value === null || value instanceof Uint8Array
    return isValue ? [[name, value]] : listMembers(value)
  })
}

/** The text. On a terminal its controls are symbols, because anybody may have sent the message. */
function formatText(text: string, { stdout }: Shell): string {
  return stdout.isTTY ? text.split(/\r?\n/).map(showInvisible).join('\n') : text
}
