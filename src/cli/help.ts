import type { Command } from 'commander'
import pc from 'picocolors'
import { countColumns, hasColors } from './screen/screen'
import { visible } from './screen/visible'
import type { Shell } from './shell'

/** The last line of what is said of wrong usage. */
export const USAGE_HINT = 'Run septet --help for usage.\n'

/** Sets how help and usage errors look, for the program and every command that it gets later. */
export function presentHelp(program: Command, shell: Shell): void {
  const { stdout, environment } = shell
  // commander takes colours out again where a stream has none.
  const { bold, cyan, dim } = pc.createColors(true)
  program
    .exitOverride()
    .helpOption('-h, --help', 'print this help')
    .configureHelp({
      subcommandTerm: (command) => command.name(),
      styleTitle: bold,
      styleCommandText: cyan,
      styleSubcommandText: cyan,
      styleOptionText: cyan,
    })
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => shell.stderr.write(text),
      getOutHelpWidth: () => countColumns(stdout),
      getErrHelpWidth: () => countColumns(shell.stderr),
      getOutHasColors: () => hasColors(stdout, environment),
      getErrHasColors: () => hasColors(shell.stderr, environment),
      outputError: (message, write) => write(formatUsageError(message, program)),
    })
    .addHelpText('afterAll', () => `\n${dim('Exit codes: 0 done, 1 bad input, 2 bad usage.')}`)
}

/** Command lines and what they are for, as a section at the end of a help page. */
export function formatExamples(lines: readonly (readonly [command: string, purpose: string])[]): string {
  const { bold, cyan } = pc.createColors(true)
  const width = Math.max(...lines.map(([command]) => command.length))
  const rows = lines.map(([command, purpose]) => `  ${cyan(command.padEnd(width))}  ${purpose}`)
  return `\n${bold('Examples:')}\n${rows.join('\n')}`
}

/** What commander says: the words that were typed, in which a terminal finds nothing to obey, then its own suggestion. */
function formatUsageError(message: string, program: Command): string {
  const [, said, suggestion] = /^(?:error: )?(.*?)(\n\(Did you mean [^()]*\))?\n$/s.exec(message)!
  const hints = [suggestion ?? suggestLongForm(said!, program), dashHint(said!)]
  return `septet: ${visible(said!)}${hints.join('')}\n${USAGE_HINT}`
}

/** commander makes no suggestion for `-json`. */
function suggestLongForm(said: string, program: Command): string {
  const word = /^unknown option '-(\w[\w-]+)'$/.exec(said)?.[1]
  const isOption = program.commands.some(({ options }) => options.some(({ long }) => long === `--${word}`))
  return isOption ? `\n(Did you mean --${word}?)` : ''
}

/** A text such as `-o-` reads as an option. */
function dashHint(said: string): string {
  return said.startsWith('unknown option') ? '\nPut -- before a text that begins with a dash.' : ''
}
