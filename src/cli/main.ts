#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { version } from '../../package.json'
import { count } from './count'
import { addDecode } from './decode'
import { encode } from './encode'
import { addEstimate } from './estimate/command'
import { asFailure } from './failure'
import { examples, presentHelp, USAGE_HINT } from './help'
import { stopWithTheReader } from './output'
import { addPush } from './push'
import { segment } from './segment'
import { addTextCommand } from './text-command'
import { visible } from './visible'

const program = new Command('septet')
  .description('Text in, SMS out: what a message costs, where it is cut, and the octets the network carries.')
  .version(version, '-V, --version', 'print the version')

presentHelp(program)
addTextCommand(program, count)
addTextCommand(program, segment)
addTextCommand(program, encode)
addDecode(program)
addEstimate(program)
addPush(program)
program.addHelpText(
  'after',
  examples([
    ['septet segment "Привет, мир"', 'the segments of a text'],
    ['septet count --lines --json < messages.txt', 'what each line costs'],
    ['septet encode --json "Hello" | septet decode', 'to octets and back'],
  ]),
)

stopWithTheReader()

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
}

/** 0 done, 1 bad input, 2 bad usage. What is neither is a fault of ours, and keeps its stack. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const failure = asFailure(error)
  if (!failure) throw error
  process.stderr.write(`septet: ${visible(failure.message)}\n${failure.exitCode === 2 ? USAGE_HINT : ''}`)
  return failure.exitCode
}
