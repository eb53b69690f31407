import { Option } from 'commander'
import { count, encodeBinary, encode as encodeText, parseBinary, type ShortMessage, type TextOptions } from 'septet'
import { Failure } from './failure'
import { segmentBlocks } from './segments'
import type { TextCommand } from './text-command'
import { octet } from './typed'
import { binarySummary, summary } from './words'

/** Flags of a message of octets. */
interface BinaryFlags {
  binary?: true
  dcs?: number
}

export const encode: TextCommand<BinaryFlags> = {
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
    new Option('--dcs <octet>', 'TP-DCS, with --binary (default: 0x04)').argParser(octet),
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

function messagesOf(text: string, options: TextOptions, { binary, dcs }: BinaryFlags): ShortMessage[] {
  if (!binary) {
    if (dcs !== undefined)
      throw new Failure('--dcs: needs --binary; that of a text follows from --class and --waiting', 2)
    return encodeText(text, options)
  }
  const { protocolId, ...rest } = options
  const parsed = parseBinary(text)
  const message = { ...parsed, dataCoding: dcs ?? parsed.dataCoding, protocolId: protocolId ?? parsed.protocolId }
  return encodeBinary(message, rest)
}
