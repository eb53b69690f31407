import { type Command, Option } from 'commander'
import type { PduOptions } from 'septet/pdu'
import { Failure } from '../failure'
import { formatExamples } from '../help'
import { readLines, readMessages, readsStandardInput } from '../input/standard-input'
import { formatJson, printAll } from '../output'
import { formatPdu } from '../screen/pdu-words'
import { createScreen } from '../screen/screen'
import type { Shell } from '../shell'

interface PduFlags {
  direction?: PduOptions['direction']
  smsc: boolean
  carrier?: PduOptions['carrier']
  lenient?: true
  lines?: true
  json?: true
}

export function definePdu(command: Command, shell: Shell): void {
  command
    .description(
      `${command.summary()}: every field in words, and the text. Each argument is a PDU in hex that begins with the service centre ` +
        'address; on standard input the lines of the modem (+CMGR, +CMGL, +CMT, +CDS ...) may be before it.',
    )
    .argument('[hex...]', 'PDUs; - or nothing: what a modem has printed, on standard input')
    .optionsGroup('PDU options:')
    .addOption(
      new Option('--direction <way>', 'default: as a line of the modem says, else to-phone').choices([
        'to-phone',
        'to-network',
      ]),
    )
    .option('--no-smsc', 'a TPDU, without a service centre address')
    .addOption(new Option('--carrier <kind>', 'what carries a report: RP-ACK or RP-ERROR').choices(['ack', 'error']))
    .option('--lenient', 'read as far as the octets go, and say what is wrong')
    .optionsGroup('Input and output:')
    .option('--lines', 'each line of standard input is a PDU')
    .option('--json', 'one JSON object a PDU; octets in hex')
    .addHelpText(
      'after',
      formatExamples([
        ['septet pdu 07914306090909F9040B914306103254F60000623050417090400BC8329BFD06DDDF723619', 'a message'],
        ['septet pdu --direction to-network 0001000B914306604523F100000AE8329BFD4697D9EC37', 'what is sent'],
        ['septet pdu < modem.log', 'what a modem has printed'],
      ]),
    )
    .action((words: string[], flags: PduFlags) => runPdu(words, flags, shell))
}

async function runPdu(words: string[], flags: PduFlags, shell: Shell): Promise<void> {
  const fromInput = readsStandardInput(words, shell)
  if (flags.lines && !fromInput) throw new Failure('--lines reads standard input: leave out the PDU', 2)
  // Loaded here, because the other commands do not need it.
  const { decodePdu } = await import('septet/pdu')
  const { direction, carrier, lenient = false, smsc, json } = flags
  const options: PduOptions = {
    lenient,
    ...(direction === undefined ? {} : { direction }),
    ...(carrier === undefined ? {} : { carrier }),
    ...(smsc ? {} : { smsc }),
  }
  const print = (given: string) => {
    const pdu = decodePdu(given, options)
    return json ? formatJson(pdu, shell) : formatPdu(pdu, createScreen(shell))
  }
  const given = !fromInput ? [words] : flags.lines ? readLines(shell.stdin, 'utf-8') : readPrinted(shell)
  await printAll(given, print, shell, fromInput ? (flags.lines ? 'line' : undefined) : 'argument')
}

/** Finds the PDUs in everything that a modem has printed. */
async function* readPrinted(shell: Shell): AsyncGenerator<string[]> {
  for await (const [text] of readMessages([], { charset: 'utf-8' }, shell)) yield findPdus(text!)
}

/**
 * A PDU begins with the line of the modem that announces it. Lines before the first one, without digits, are ignored.
 */
function findPdus(text: string): string[] {
  const pieces = text.split(/^(?=\+(?:CMGL|CMGR|CMT|CDS):)/im)
  const pdus = pieces.filter((piece) => /^(?:> ?)?[\dA-F]{4}| [\dA-F]{12}/im.test(piece))
  return pdus.length === 0 ? [text] : pdus
}
