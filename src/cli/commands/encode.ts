import { Option } from 'commander'
import { count, encode, encodeBinary, parseBinary, type ShortMessage, type TextOptions } from 'septet'
import { Failure } from '../failure'
import { readOctet } from '../options/typed'
import { formatSegments } from '../screen/segments'
import { summarize, summarizeBinary } from '../screen/words'
import { createTextCommand } from './text-command'

/** Flags for a message of octets. */
interface BinaryFlags {
  binary?: true
  dcs?: number
}

export const defineEncode = createTextCommand<BinaryFlags>({
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
    new Option('--dcs <octet>', 'TP-DCS, with --binary (default: 0x04)').argParser(readOctet),
  ],
  octets: true,
  block: true,
  compute: (text, options, flags) => ({ messages: encodeMessages(text, options, flags) }),
  show(text, options, screen, flags) {
    const messages = encodeMessages(text, options, flags)
    const heading = flags.binary ? summarizeBinary(messages) : summarize(count(text, options))
    return `${screen.colors.bold(heading)}\n${formatSegments(messages, screen)}`
  },
})

function encodeMessages(text: string, options: TextOptions, { binary, dcs }: BinaryFlags): ShortMessage[] {
  if (!binary) {
    if (dcs !== undefined)
      throw new Failure('--dcs: needs --binary; that of a text follows from --class and --waiting', 2)
    return encode(text, options)
  }
  const { protocolId, ...binaryOptions } = options
  const parsed = parseBinary(text)
  const message = { ...parsed, dataCoding: dcs ?? parsed.dataCoding, protocolId: protocolId ?? parsed.protocolId }
  return encodeBinary(message, binaryOptions)
}
