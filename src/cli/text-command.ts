import type { Command, Option } from 'commander'
import type { TextOptions } from 'septet'
import { examples } from './help'
import { type InputFlags, inputOptions, messages } from './input'
import { jsonLine, printAll, type Screen, screenOf } from './output'
import type { Shell } from './shell'
import { textOptions, toTextOptions } from './text-options'

/** A command that takes a text and says something of it. */
export interface TextCommand<Flags = object> {
  name: string
  about: string
  examples: readonly (readonly [command: string, purpose: string])[]
  /** Flags of its own. */
  flags?: readonly Option[]
  /** Whether it makes octets, so that options of octets are worth listing. */
  octets: boolean
  /** Whether what it shows of a message is a block, set apart from the next by an empty line. */
  block: boolean
  /** The library's answer, printed by --json. */
  answer(text: string, options: TextOptions, flags: Flags): object
  /** The answer for people, as whole lines. */
  show(text: string, options: TextOptions, screen: Screen, flags: Flags): string
}

/** Gives the program a command with the text, input and output options that all of them share. */
export function addTextCommand(program: Command, text: TextCommand, shell: Shell): void {
  const command = program
    .command(text.name)
    .summary(text.about)
    .description(`${text.about}.`)
    .argument('[text...]', 'the message, words joined by a space; - or nothing: standard input')
    .optionsGroup('Text options:')
  for (const option of [...(text.flags ?? []), ...textOptions(text.octets)]) command.addOption(option)
  command.optionsGroup('Input and output:')
  for (const option of inputOptions()) command.addOption(option)
  command
    .option('--json', 'one JSON object a message, octets as hex digits')
    .addHelpText('after', examples(text.examples))
    .action((words: string[], flags: InputFlags & { json?: true }) => run(text, words, flags, shell))
}

async function run(
  command: TextCommand,
  words: string[],
  flags: InputFlags & { json?: true },
  shell: Shell,
): Promise<void> {
  const options = toTextOptions({ ...flags })
  const screen = screenOf(shell)
  const print = (text: string, number: number): string => {
    if (flags.json) return jsonLine(command.answer(text, options, flags))
    const shown = command.show(text, options, screen, flags)
    return command.block && number > 1 ? `\n${shown}` : shown
  }
  await printAll(messages(words, flags, shell), print, shell, flags.lines && 'line')
}
