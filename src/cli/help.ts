import type { Command } from 'commander'
import pc from 'picocolors'
import { hasColors } from './output'
import type { Shell } from './shell'

/** Closes what is said of wrong usage. */
export const USAGE_HINT = 'Run septet --help for usage.\n'

/** How help and usage errors look, for the program and every command added to it later. */
export function presentHelp(program: Command, { stdout, stderr, environment }: Shell): void {
  const { bold, cyan, dim } = pc.createColors(true) // commander takes colours out again where they do not belong
  program
    .exitOverride()
    .helpCommand('help [command]', 'explain a command')
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
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => stdout.columns ?? 80,
      getErrHelpWidth: () => stderr.columns ?? 80,
      getOutHasColors: () => hasColors(stdout, environment),
      getErrHasColors: () => hasColors(stderr, environment),
      outputError: (message, write) =>
        write(`${message.replace(/^error: /, 'septet: ')}${dashHint(message)}${USAGE_HINT}`),
    })
  program.addHelpText('afterAll', () => `\n${dim('Exit codes: 0 done, 1 bad input, 2 bad usage.')}`)
}

/** A text such as `-o-` reads as an option. */
function dashHint(message: string): string {
  return message.includes('unknown option') ? 'Put -- before a text that begins with a dash.\n' : ''
}

/** Command lines and what they are for, as a section at the end of a help page. */
export function examples(lines: readonly (readonly [command: string, purpose: string])[]): string {
  const { bold, cyan } = pc.createColors(true)
  const width = Math.max(...lines.map(([command]) => command.length))
  const rows = lines.map(([command, purpose]) => `  ${cyan(command.padEnd(width))}  ${purpose}`)
  return `\n${bold('Examples:')}\n${rows.join('\n')}`
}
