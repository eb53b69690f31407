import type { Option } from 'commander'
import type { TextOptions } from 'septet'
import { formatExamples } from '../help'
import { type InputFlags, readMessages } from '../input/standard-input'
import { createInputOptions } from '../options/input-options'
import { createTextOptions, readTextOptions } from '../options/text-options'
import { formatJson, printAll } from '../output'
import { createScreen, type Screen } from '../screen/screen'
import type { Shell } from '../shell'
import type { DefineCommand } from './define'

/** A command that takes a text and reports on it. */
export interface TextCommand<Flags = object> {
  examples: readonly (readonly [command: string, purpose: string])[]
  /** The command's own flags. */
  flags?: readonly Option[]
  /** Whether it makes octets. Then its help lists the options of octets. */
  octets: boolean
  /** Whether it shows a block for each message, with an empty line between blocks. */
  block: boolean
  /** Returns the object that --json prints. */
  compute(text: string, options: TextOptions, flags: Flags): object
  /** Returns the report for people, as whole lines. */
  show(text: string, options: TextOptions, screen: Screen, flags: Flags): string
}

type CommonFlags = InputFlags & { json?: true }

/** Makes a command with the text, input and output options that all such commands share. */
export function createTextCommand<Flags>(text: TextCommand<Flags>): DefineCommand {
  return (command, shell) => {
    command
      .description(`${command.summary()}.`)
      .argument('[text...]', 'the message, words joined by a space; - or nothing: standard input')
      .optionsGroup('Text options:')
    for (const option of [...(text.flags ?? []), ...createTextOptions(text.octets)]) command.addOption(option)
    command.optionsGroup('Input and output:')
    for (const option of createInputOptions()) command.addOption(option)
    command
      .option('--json', 'one JSON object a message, octets as hex digits')
      .addHelpText('after', formatExamples(text.examples))
      .action((words: string[], flags: CommonFlags & Flags) => runText(text, words, flags, shell))
  }
}

async function runText<Flags>(
  command: TextCommand<Flags>,
  words: string[],
  flags: CommonFlags & Flags,
  shell: Shell,
): Promise<void> {
  const options = readTextOptions(flags)
  const screen = createScreen(shell)
  const print = (text: string, number: number): string => {
    if (flags.json) return formatJson(command.compute(text, options, flags), shell)
    const shown = command.show(text, options, screen, flags)
    return command.block && number > 1 ? `\n${shown}` : shown
  }
  await printAll(readMessages(words, flags, shell), print, shell, flags.lines && 'line')
}
