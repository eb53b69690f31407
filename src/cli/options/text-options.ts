import { InvalidArgumentError, type Option } from 'commander'
import { type LanguageShift, ports, type TextOptions } from 'septet'
import { LANGUAGES } from '../../text/language-names'
import { createOption, findFlag, type OptionRow, readMembers } from './option-row'
import { REFERENCE_OPTIONS } from './reference-options'
import { readScheme, twilio } from './schemes'
import { createWordReader, offerList, offerWords, readInteger } from './typed'

/** Every text option, in the order of work. A new one is a new row. */
const TEXT_OPTIONS: readonly (OptionRow & { member: keyof TextOptions })[] = [
  {
    member: 'transliterate',
    flags: '--transliterate <scheme>',
    about:
      'letters as Latin ones: translit or volapuk (mpaHc/Ium); ukrainian2010, bulgarian2009, icao9303; greekCapitals',
    parse: readScheme,
  },
  {
    member: 'smartEncoding',
    flags: '--smart <when>',
    about:
      'look-alikes for typographic characters: always, if-gsm7 or if-cheaper; with ,letters for letters of a language too (Você: Voce), with ,twilio for what Twilio replaces',
    parse: offerWords(['always', 'if-gsm7', 'if-cheaper', 'always,letters', 'always,twilio'], readSmart),
  },
  {
    member: 'newline',
    flags: '--newline <form>',
    about: 'line ends: keep, or all as lf or crlf',
    parse: createWordReader('keep', 'lf', 'crlf'),
  },
  {
    member: 'alphabet',
    flags: '--alphabet <name>',
    about: 'what the route carries: gsm7, gsm7-basic (no extension table) or ascii',
    parse: createWordReader('gsm7', 'gsm7-basic', 'ascii'),
  },
  {
    member: 'encoding',
    flags: '--encoding <name>',
    about: 'encoding of the SMS: auto, gsm-7 or ucs-2',
    parse: offerWords(['auto', 'gsm-7', 'ucs-2'], readEncoding),
  },
  {
    member: 'languages',
    flags: '--languages <names>',
    about: 'national tables allowed: all, or turkish,hindi:single,urdu:locking ...',
    parse: offerList(['all', ...LANGUAGES], readLanguages),
  },
  {
    member: 'replacement',
    flags: '--replacement <text>',
    about: 'takes the place of each character outside GSM-7; needs --encoding gsm-7',
  },
  {
    member: 'header',
    flags: '--header <elements>',
    about:
      'elements in every segment: port=5505, port=5505:9200, port=vCard, or a header in hex, its length octet first',
    parse: readHeader,
  },
  {
    member: 'maxSegments',
    flags: '--max-segments <number>',
    about: 'cut the text so that it needs no more',
    parse: readInteger,
  },
  {
    member: 'boundary',
    flags: '--boundary <kind>',
    about: 'cut at each character, or keep whole what is one grapheme',
    parse: createWordReader('character', 'grapheme'),
  },
  ...REFERENCE_OPTIONS,
  { member: 'flash', flags: '--flash', about: 'message class 0: displayed at once', octets: true },
  { member: 'messageClass', flags: '--class <0-3>', about: 'message class', parse: readInteger, octets: true },
  {
    member: 'messageWaiting',
    flags: '--waiting <kind>',
    about: 'message waiting: voice, fax, email or other; :off takes it back, :discard stores no message',
    parse: offerWords(['voice', 'fax', 'email', 'other'], readWaiting),
    octets: true,
  },
  { member: 'protocolId', flags: '--pid <octet>', about: 'TP-PID, decimal or 0x...', parse: readInteger, octets: true },
  {
    member: 'packed',
    flags: '--unpacked',
    about: 'one septet an octet, as SMPP carries it',
    value: false,
    octets: true,
  },
]

/** Creates a flag for every text option. A command without octets accepts the octet options too, but does not list them. */
export function createTextOptions(octets: boolean): Option[] {
  return TEXT_OPTIONS.map((row) => createOption(row).hideHelp(row.octets === true && !octets))
}

/** Reads the options for the library from the parsed flags. */
export function readTextOptions(flags: object): TextOptions {
  return readMembers(TEXT_OPTIONS, flags as Record<string, unknown>)
}

/** Finds the flag of an option: `--class` for `messageClass`. */
export function findTextFlag(member: string): string | undefined {
  return findFlag(TEXT_OPTIONS, member)
}

/** Reads names separated by commas. After a colon comes the only table that may be used. */
function readLanguages(typed: string): TextOptions['languages'] {
  const names = typed.toLowerCase().split(',')
  if (names.length === 1 && names[0] === 'all') return 'all'
  const entries = names.map((name) => {
    const [language, shift] = name.trim().split(':')
    return shift === undefined ? language : { language, shift }
  })
  // The library knows which names there are.
  return entries as LanguageShift[]
}

/** Reads a destination port, by number or name, with or without a source port; or the octets of a header. */
function readHeader(typed: string): TextOptions['header'] {
  const [, destination, source = '0'] = /^ports?=([^:]*)(?::(.*))?$/i.exec(typed) ?? []
  if (destination !== undefined) {
    return [{ type: 'ports', bits: 16, destination: readPort(destination), source: readPort(source) }]
  }
  if (/^(?:[\da-f]{2})+$/i.test(typed)) return Uint8Array.from(Buffer.from(typed, 'hex'))
  throw new InvalidArgumentError('It is port=5505, or a header in hex with its length octet first: 06050415810000.')
}

function readPort(typed: string): number {
  const name = Object.keys(ports).find((name) => name.toLowerCase() === typed.toLowerCase())
  return name === undefined ? readInteger(typed) : ports[name as keyof typeof ports]
}

/** Reads a policy; after a comma, other replacements than usual. */
function readSmart(typed: string): TextOptions['smartEncoding'] {
  const [when, which] = typed.split(',') as [string, string | undefined]
  const policy = createWordReader('always', 'if-gsm7', 'if-cheaper')(when) as 'always'
  if (which === undefined) return policy
  return createWordReader('letters', 'twilio')(which.trim()) === 'letters'
    ? { policy, letters: true }
    : { policy, table: twilio }
}

/** Reads a kind; after colons, other actions than usual. */
function readWaiting(typed: string): Record<string, unknown> {
  const [kind, ...suffixes] = typed.toLowerCase().split(':')
  const unusual = suffixes.map((suffix) => (createWordReader('off', 'discard')(suffix) === 'off' ? 'active' : 'store'))
  return { kind, ...Object.fromEntries(unusual.map((member) => [member, false])) }
}

function readEncoding(typed: string): string {
  const name = createWordReader('auto', 'gsm-7', 'ucs-2')(typed)
  return name === 'auto' ? name : name.toUpperCase()
}
