import type { Command } from 'commander'
import { encodeWapPush, type WapPushInput, type WapPushOptions } from 'septet'
import { Failure } from '../failure'
import { formatExamples } from '../help'
import { createOption, readMembers } from '../options/option-row'
import { PUSH_DOCUMENT, PUSH_OPTIONS } from '../options/push-options'
import { formatJson, write } from '../output'
import { createScreen } from '../screen/screen'
import { formatSegments } from '../screen/segments'
import { summarizeBinary } from '../screen/words'
import type { Shell } from '../shell'

type PushFlags = Record<string, unknown>

export function definePush(command: Command, shell: Shell): void {
  command
    .description(`${command.summary()}. Without a title the link is shown.`)
    .argument('[url]', 'the link; --action delete with --id needs none')
    .argument('[title...]', 'what is shown, words joined by a space')
    .optionsGroup('Document options:')
  for (const row of PUSH_DOCUMENT) command.addOption(createOption(row))
  command.optionsGroup('Octet options:')
  for (const row of PUSH_OPTIONS) command.addOption(createOption(row))
  command
    .optionsGroup('Output:')
    .option('--json', 'one JSON object, octets as hex digits')
    .addHelpText(
      'after',
      formatExamples([
        ['septet push http://wap.ru/ "wap.ru"', 'in hex and in words'],
        ['septet push --compact http://wap.ru/ wap.ru', 'as gateways take it'],
        ['septet push --type sl http://wap.ru/', 'loaded without asking'],
        ['septet push --json http://a.b | septet decode --hex', 'and back'],
      ]),
    )
    .action((href: string | undefined, words: string[], flags: PushFlags) => runPush(href, words, flags, shell))
}

async function runPush(href: string | undefined, words: string[], flags: PushFlags, shell: Shell): Promise<void> {
  const document = readMembers(PUSH_DOCUMENT, flags) as Partial<WapPushInput>
  const title = words.join(' ') || href
  const text = title === undefined || (document.type === 'sl' && words.length === 0) ? {} : { text: title }
  if (href === undefined && flags.id === undefined) throw new Failure('needs a url, or --id', 2)
  const push = { ...(href === undefined ? {} : { href }), ...text, ...document } as WapPushInput
  const messages = encodeWapPush(push, readMembers(PUSH_OPTIONS, flags) as WapPushOptions)
  if (flags.json) return write(formatJson({ messages }, shell), shell)
  const screen = createScreen(shell)
  return write(`${screen.colors.bold(summarizeBinary(messages))}\n${formatSegments(messages, screen)}`, shell)
}
