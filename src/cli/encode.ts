import { Option } from 'commander'
import { count, encodeBinary, encode as encodeText, parseBinary, type ShortMessage, type TextOptions } from 'septet'
import { segmentBlocks } from './segments'
import type { TextCommand } from './text-command'
import { binarySummary, summary } from './words'

export const encode: TextCommand<{ binary?: true }> = {
  name: 'encode',
  about: 'Make the octets of a text, for a modem or for SMPP',
  examples: [
    ['septet encode "Hello"', 'in hex and in words'],
    ['septet encode --unpacked --reference 17 < letter.txt', 'for SMPP'],
    ['septet encode --binary 050A030002104869', 'octets as they are'],
    ["septet encode --json Hello | jq -r '.messages[].userData'", 'user data alone'],
    ['septet encode --json "Hello" | septet decode', 'and back'],
  ],
  flags: [
    new Option(
      '--binary',
      'the message is octets in hex: header (00 for none), data, perhaps a suffix with pid and dcs',
    ),
  ],
  octets: true,
  block: true,
  answer: (text, options, flags) => ({ messages: messagesOf(text, options, flags) }),
  show(text, options, screen, flags) {
    const messages = messagesOf(text, options, flags)
    const heading = flags.binary ? binarySummary(messages) : summary(count(text, options))
    return `${screen.colors.bold(heading)}\n${segmentBlocks(messages, screen)}`
  },
}

function messagesOf(text: string, options: TextOptions, { binary }: { binary?: true }): ShortMessage[] {
  return binary ? encodeBinary(parseBinary(text), options) : encodeText(text, options)
}
