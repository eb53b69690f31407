import { Command, CommanderError } from 'commander'
import { version } from '../../package.json'
import { count } from './count'
import { addDecode } from './decode'
import { encode } from './encode'
import { addEstimate } from './estimate/command'
import { asFailure } from './failure'
import { examples, presentHelp, USAGE_HINT } from './help'
import { addPdu } from './pdu'
import { addPush } from './push'
import { segment } from './segment'
import type { Shell } from './shell'
import { addTextCommand } from './text-command'
import { visible } from './visible'

/**
 * Runs the command with the arguments after its name.
 * @returns the exit code: 0 done, 1 bad input, 2 bad usage
 * @throws {Error} a fault of the program, which keeps its stack
 */
export async function run(argv: readonly string[], shell: Shell): Promise<number> {
  try {
    await createProgram(shell).parseAsync(argv, { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const failure = asFailure(error)
    if (!failure) throw error
    shell.stderr.write(`septet: ${visible(failure.message)}\n${failure.exitCode === 2 ? USAGE_HINT : ''}`)
    return failure.exitCode
  }
}

function createProgram(shell: Shell): Command {
  const program = new Command('septet')
    .description('Text in, SMS out: what a message costs, where it is cut, and the octets the network carries.')
    .version(version, '-V, --version', 'print the version')
  presentHelp(program, shell)
  addTextCommand(program, count, shell)
  addTextCommand(program, segment, shell)
  addTextCommand(program, encode, shell)
  addDecode(program, shell)
  addEstimate(program, shell)
  addPush(program, shell)
  addPdu(program, shell)
  return program.addHelpText(
    'after',
    examples([
      ['septet segment "Привет, мир"', 'the segments of a text'],
      ['septet count --lines --json < messages.txt', 'what each line costs'],
      ['septet encode --json "Hello" | septet decode', 'to octets and back'],
    ]),
  )
}
