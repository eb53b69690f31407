import { type AddHelpTextContext, type Command, Help } from 'commander'
import pc from 'picocolors'
import { countColumns, hasColors } from './screen/screen'
import { showInvisible } from './screen/visible'
import type { Shell } from './shell'

/** The last line of a message about wrong usage. */
export const USAGE_HINT = 'Run septet --help for usage.\n'

/** Sets how help and usage errors look, for the program and all commands that are added later. */
export function presentHelp(program: Command, shell: Shell): void {
  const { stdout, environment } = shell
  // commander removes colours again where a stream has none.
  const { bold, cyan, dim } = pc.createColors(true)
  program
    .exitOverride()
    .helpOption('-h, --help', 'print this help')
    .configureHelp({
      minWidthToWrap: 20,
      formatItem,
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
    .addHelpText('afterAll', (context) => {
      const codes = 'Exit codes: 0 done, 1 bad input, 2 bad usage.'
      return `\n${dim(context.command.createHelp().boxWrap(codes, countHelpColumns(context)))}`
    })
}

/** Writes command lines and their purposes, as a section at the end of a help page. */
export function formatExamples(
  lines: readonly (readonly [command: string, purpose: string])[],
): (context: AddHelpTextContext) => string {
  const { bold, cyan } = pc.createColors(true)
  const width = Math.max(...lines.map(([command]) => command.length))
  const whole = Math.max(...lines.map(([, purpose]) => width + purpose.length + 4))
  return (context) => {
    // On a narrow screen, the purpose is below the command line.
    const rows = lines.map(([command, purpose]) =>
      whole <= countHelpColumns(context)
        ? `  ${cyan(command.padEnd(width))}  ${purpose}`
        : `  ${cyan(command)}\n      ${purpose}`,
    )
    return `\n${bold('Examples:')}\n${rows.join('\n')}`
  }
}

/** On a screen with fewer columns, a description is below its term, not beside it. */
const NARROW = 60

function formatItem(term: string, termWidth: number, description: string, helper: Help): string {
  const { helpWidth = 80 } = helper
  if (helpWidth >= NARROW || !description) {
    return Help.prototype.formatItem.call(helper, term, termWidth, description, helper)
  }
  return `  ${term}\n${helper.boxWrap(description, helpWidth - 6).replace(/^/gm, '      ')}`
}

/** Counts the columns of the screen on which a help text is shown. */
function countHelpColumns({ command, error }: AddHelpTextContext): number {
  const { getOutHelpWidth, getErrHelpWidth } = command.configureOutput()
  return (error ? getErrHelpWidth : getOutHelpWidth)?.() ?? 80
}

/** The message of commander: the typed words, without anything that a terminal obeys, then commander's suggestion. */
function formatUsageError(message: string, program: Command): string {
  const [, said, suggestion] = /^(?:error: )?(.*?)(\n\(Did you mean [^()]*\))?\n$/s.exec(message)!
  const hints = [suggestion ?? suggestLongForm(said!, program), suggestDashes(said!)]
  return `septet: ${showInvisible(said!)}${hints.join('')}\n${USAGE_HINT}`
}

/** Suggests `--json` for `-json`, which commander does not. */
function suggestLongForm(said: string, program: Command): string {
  const word = /^unknown option '-(\w[\w-]+)'$/.exec(said)?.[1]
  const isOption = program.commands.some(({ options }) => options.some(({ long }) => long === `--${word}`))
  return isOption ? `\n(Did you mean --${word}?)` : ''
}

/** Says how to write a text such as `-o-`, which looks like an option. */
function suggestDashes(said: string): string {
  return said.startsWith('unknown option') ? '\nPut -- before a text that begins with a dash.' : ''
}
