import { Option } from 'commander'
import type { LanguageShift, TextOptions } from 'septet'
import { integer, oneOf } from './typed'

/** A flag, and the member of TextOptions that it sets. */
interface TextOption {
  member: keyof TextOptions
  flags: string
  about: string
  /** From what was typed to what the library takes; refuses with InvalidArgumentError. */
  parse?: (typed: string) => unknown
  /** What a flag without an argument sets, where that is not `true`. */
  value?: boolean
  /** Changes octets, never a count. */
  octets?: true
}

/** Every text option, in the order of work. A new one is a new row. */
const TEXT_OPTIONS: readonly TextOption[] = [
  {
    member: 'transliterate',
    flags: '--transliterate <scheme>',
    about: 'Cyrillic in Latin letters: translit, or volapuk (mpaHc/Ium)',
    parse: oneOf('translit', 'volapuk'),
  },
  {
    member: 'smartEncoding',
    flags: '--smart <when>',
    about: 'look-alikes for typographic characters: always, if-gsm7 or if-cheaper',
    parse: oneOf('always', 'if-gsm7', 'if-cheaper'),
  },
  {
    member: 'newline',
    flags: '--newline <form>',
    about: 'line ends: keep, or all as lf or crlf',
    parse: oneOf('keep', 'lf', 'crlf'),
  },
  {
    member: 'encoding',
    flags: '--encoding <name>',
    about: 'encoding of the SMS: auto, gsm-7 or ucs-2',
    parse: encoding,
  },
  {
    member: 'languages',
    flags: '--languages <names>',
    about: 'national tables allowed: all, or turkish,hindi:single,urdu:locking ...',
    parse: languages,
  },
  {
    member: 'replacement',
    flags: '--replacement <text>',
    about: 'stands for each character outside GSM-7; needs --encoding gsm-7',
  },
  {
    member: 'maxSegments',
    flags: '--max-segments <number>',
    about: 'cut the text so that it needs no more',
    parse: integer,
  },
  {
    member: 'boundary',
    flags: '--boundary <kind>',
    about: 'cut at each character, or keep whole what is one grapheme',
    parse: oneOf('character', 'grapheme'),
  },
  { member: 'reference', flags: '--reference <number>', about: 'concatenation reference (default: 0)', parse: integer },
  {
    member: 'referenceBits',
    flags: '--reference-bits <8|16>',
    about: 'width of the reference (default: 8)',
    parse: integer,
  },
  { member: 'flash', flags: '--flash', about: 'message class 0: displayed at once', octets: true },
  { member: 'messageClass', flags: '--class <0-3>', about: 'message class', parse: integer, octets: true },
  {
    member: 'messageWaiting',
    flags: '--waiting <kind>',
    about: 'message waiting: voice, fax, email or other; :off takes it back, :discard stores no message',
    parse: waiting,
    octets: true,
  },
  { member: 'protocolId', flags: '--pid <octet>', about: 'TP-PID, decimal or 0x...', parse: integer, octets: true },
  {
    member: 'packed',
    flags: '--unpacked',
    about: 'one septet an octet, as SMPP carries it',
    value: false,
    octets: true,
  },
]

/** All for a command that makes octets; the others take the octet options too, and do not list them. */
export function textOptions(octets: boolean): Option[] {
  return TEXT_OPTIONS.map((row) => toOption(row).hideHelp(row.octets === true && !octets))
}

/** The library's options from the parsed flags. */
export function toTextOptions(flags: Record<string, unknown>): TextOptions {
  const given = TEXT_OPTIONS.map((row) => [row.member, flags[toOption(row).attributeName()]])
  return Object.fromEntries(given.filter(([, value]) => value !== undefined))
}

/** `--class` for `messageClass`. */
export function flagOf(member: string): string | undefined {
  return TEXT_OPTIONS.find((row) => row.member === member)?.flags.split(' ')[0]
}

function toOption({ flags, about, parse, value }: TextOption): Option {
  const option = new Option(flags, about)
  if (parse) option.argParser(parse)
  return value === undefined ? option : option.preset(value)
}

/** Names apart by commas; behind a colon the one table that may be used. */
function languages(typed: string): TextOptions['languages'] {
  const names = typed.toLowerCase().split(',')
  if (names.length === 1 && names[0] === 'all') return 'all'
  const entries = names.map((name) => {
    const [language, shift] = name.trim().split(':')
    return shift === undefined ? language : { language, shift }
  })
  // Which names there are is the library's to say.
  return entries as LanguageShift[]
}

/** A kind; behind colons what is not as usual. */
function waiting(typed: string): Record<string, unknown> {
  const [kind, ...suffixes] = typed.toLowerCase().split(':')
  const unusual = suffixes.map((suffix) => (oneOf('off', 'discard')(suffix) === 'off' ? 'active' : 'store'))
  return { kind, ...Object.fromEntries(unusual.map((member) => [member, false])) }
}

function encoding(typed: string): string {
  const name = oneOf('auto', 'gsm-7', 'ucs-2')(typed)
  return name === 'auto' ? name : name.toUpperCase()
}
