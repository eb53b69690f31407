import { segment } from 'septet'
import { formatExamples } from '../help'
import type { InputFlags } from '../input/standard-input'
import { readMessages } from '../input/standard-input'
import { createInputOptions } from '../options/input-options'
import { createTextOptions, readTextOptions } from '../options/text-options'
import { printAll } from '../output'
import { showInvisible } from '../screen/visible'
import type { DefineCommand } from './define'

/** Options that change the text. The other options only cut and count. */
const REWRITING = ['--transliterate', '--smart', '--newline', '--alphabet']

export const defineTransliterate: DefineCommand = (command, shell) => {
  command
    .description(`${command.summary()}.`)
    .argument('[text...]', 'the text, words joined by a space; - or nothing: standard input')
    .optionsGroup('Text options:')
  for (const option of createTextOptions(false)) if (REWRITING.includes(option.long!)) command.addOption(option)
  command.optionsGroup('Input and output:')
  for (const option of createInputOptions()) if (option.long === '--charset') command.addOption(option)
  command
    .addHelpText(
      'after',
      formatExamples([
        ['septet transliterate < letter.txt', 'Cyrillic in Latin letters'],
        ['septet transliterate --transliterate ukrainian2010 "Згурський"', 'by the official table'],
        ['septet transliterate --smart always < letter.txt', 'plain punctuation too'],
      ]),
    )
    .action(async (words: string[], flags: InputFlags) => {
      const options = { transliterate: 'translit' as const, ...readTextOptions(flags) }
      const { isTTY } = shell.stdout
      // Standard input is not changed otherwise: a filter keeps every line end.
      const isPiped = words.length === 0 || (words.length === 1 && words[0] === '-')
      const print = (given: string) => {
        const { text } = segment(given, options)
        const shown = isTTY ? text.split('\n').map(showInvisible).join('\n') : text
        return isPiped ? shown : `${shown}\n`
      }
      await printAll(readMessages(words, { ...flags, keepNewline: true }, shell), print, shell)
    })
}
