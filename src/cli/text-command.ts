import type { Command } from 'commander'
import type { TextOptions } from 'septet'
import { examples } from './help'
import { type InputFlags, inputOptions, messages } from './input'
import { jsonLine, printAll, type Screen, screenOf } from './output'
import { textOptions, toTextOptions } from './text-options'

/** A command that takes a text and says something of it. */
export interface TextCommand {
  name: string
  about: string
  examples: readonly (readonly [command: string, purpose: string])[]
  /** Whether it makes octets, so that options of octets are worth listing. */
  octets: boolean
  /** Whether what it shows of a message is a block, set apart from the next by an empty line. */
  block: boolean
  /** The library's answer, printed by --json. */
  answer(text: string, options: TextOptions): object
  /** The answer for people, as whole lines. */
  show(text: string, options: TextOptions, screen: Screen): string
}

/** Gives the program a command with the text, input and output options that all of them share. */
export function addTextCommand(program: Command, text: TextCommand): void {
  const command = program
    .command(text.name)
    .summary(text.about)
    .description(`${text.about}.`)
    .argument('[text...]', 'the message, words joined by a space; - or nothing: standard input')
    .optionsGroup('Text options:')
  for (const option of textOptions(text.octets)) command.addOption(option)
  command.optionsGroup('Input and output:')
  for (const option of inputOptions()) command.addOption(option)
  command
    .option('--json', 'one JSON object a message, octets as hex digits')
    .addHelpText('after', examples(text.examples))
    .action((words: string[], flags: InputFlags & { json?: true }) => run(text, words, flags))
}

async function run(command: TextCommand, words: string[], flags: InputFlags & { json?: true }): Promise<void> {
  const options = toTextOptions({ ...flags })
  const screen = screenOf(process.stdout)
  const print = (text: string, number: number): string => {
    if (flags.json) return jsonLine(command.answer(text, options))
    const shown = command.show(text, options, screen)
    return command.block && number > 1 ? `\n${shown}` : shown
  }
  await printAll(messages(words, flags), print, flags.lines && 'line')
}
