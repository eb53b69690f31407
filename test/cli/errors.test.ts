import { describe, expect, it } from 'vitest'
import { septet } from '../support/command'

describe('bad input ends with code 1, and is named with its offset', () => {
  it.each<[string, string[], string | Uint8Array, RegExp]>([
    ['a character outside GSM-7', ['count', '--encoding', 'gsm-7', 'abc д'], '', /text: .*U\+0434, at offset 4/],
    ['a stray UTF-8 octet', ['count'], Uint8Array.of(0x61, 0xff), /not utf-8 at offset 1 \(octet 0xFF\)/],
    ['UTF-8 that breaks off', ['count'], Uint8Array.of(0x61, 0xe2, 0x82), /not utf-8 at offset 1 \(octet 0xE2\)/],
    ['a surrogate in UTF-8', ['count'], Uint8Array.of(0xed, 0xa0, 0x80), /not utf-8 at offset 0/],
    ['a stray octet after a U+FFFD', ['count'], Uint8Array.of(0xef, 0xbf, 0xbd, 0x80), /not utf-8 at offset 3/],
    ['a stray octet in a line', ['count', '--lines'], Uint8Array.of(0x61, 0x0a, 0x62, 0xc0), /not utf-8 at offset 3/],
    ['more than 255 segments', ['encode'], 'x'.repeat(153 * 255 + 1), /text: .*255/],
    ['a digit that is not hex', ['decode', '00', '0g'], '', /argument 2: user data: has "g", which .*, at offset 1/],
    ['an odd number of hex digits', ['decode', '00 1'], '', /argument 1: user data: ends within an octet, at offset 3/],
    ['a header longer than the user data', ['decode', '--udh', '0500'], '', /^septet: user data: announces a header/],
    ['an octet that is no septet', ['decode', '--unpacked', '41', 'FF'], '', /^septet: user data 2: has an octet that/],
    ['the same in a line', ['decode', '--unpacked', '--lines'], 'FF\n', /^septet: line 1: user data: has an octet/],
    ['the same for SMPP', ['decode', '--smpp', '41FF'], '', /^septet: user data: .* at offset 1$/m],
    [
      'a text that SMPP has and we do not',
      ['decode', '--smpp', '--dcs', '5', '41'],
      '',
      /^septet: --dcs: is 0x05: JIS/,
    ],
    ['broken JSON', ['decode'], '00\n{"messages":', /line 2: not JSON/],
    ['JSON that is no message', ['decode'], '{"text":"Hello"}', /line 1: messages\[0\]\.userData/],
    ['no user data at all', ['decode'], '\n', /standard input: no user data/],
  ])('%s', async (_, args, input, message) => {
    const { code, out, err } = await septet(args, input)
    expect(err).toMatch(/^septet: .*\n$/)
    expect(err).toMatch(message)
    expect({ code, out: out.replace(/^1 segment.*\n/, '') }).toEqual({ code: 1, out: '' })
  })

  it('prints the lines before a malformed one', async () => {
    const { code, out } = await septet(['count', '--lines'], Uint8Array.of(0x61, 0x0a, 0x62, 0x0a, 0xff, 0x0a))
    expect({ code, lines: out.split('\n').length - 1 }).toEqual({ code: 1, lines: 2 })
  })
})

describe('bad usage ends with code 2', () => {
  it.each<[string, string[], RegExp]>([
    ['no command', [], /Usage: septet/],
    ['an unknown command', ['segmnt', 'x'], /unknown command 'segmnt'[\s\S]*Did you mean segment/],
    ['an unknown option', ['count', '--jsno', 'x'], /unknown option '--jsno'[\s\S]*Did you mean --json/],
    ['an unknown command in a plea for help', ['help', 'cuont'], /unknown command 'cuont'[\s\S]*Did you mean count/],
    ['a long option with one dash', ['count', '-json', 'x'], /unknown option '-json'[\s\S]*Did you mean --json/],
    ['an option by the name of its member', ['count', '--maxSegments', '1', 'x'], /Did you mean --max-segments/],
    [
      'a most of no segments',
      ['count', '--max-segments', '0', 'x'],
      /--max-segments: must be a positive integer, got 0\n/,
    ],
    ['a text that looks like an option', ['count', '-x'], /unknown option '-x'[\s\S]*Put -- before/],
    ['an unknown encoding', ['count', '--encoding', 'latin-1', 'x'], /--encoding.*auto, gsm-7, ucs-2/],
    ['an unknown charset', ['count', '--charset', 'utf-16'], /--charset.*utf-8, windows-1251, koi8-r/],
    ['a reference that is no number', ['count', '--reference', 'one', 'x'], /--reference.*whole number/],
    ['a fractional reference', ['count', '--reference', '1.5', 'x'], /--reference.*whole number/],
    ['a reference out of range', ['encode', '--reference', '256', 'x'], /--reference: .*255/],
    ['a negative reference', ['encode', '--reference', '-1', 'x'], /--reference: /],
    ['a class out of range', ['encode', '--class', '4', 'x'], /--class: /],
    ['an unknown kind of message waiting', ['encode', '--waiting', 'mail', 'x'], /--waiting: .*'email'/],
    ['message waiting that is something else', ['encode', '--waiting', 'fax:on', 'x'], /--waiting.*off, discard/],
    ['an empty link', ['push', '', 'x'], /^septet: url: is empty/],
    ['a replacement without GSM-7', ['count', '--replacement', '?', 'x'], /--replacement: needs GSM-7 as the encoding/],
    [
      'a flash that is no class 0',
      ['encode', '--flash', '--class', '2', 'x'],
      /--flash: is class 0, and the message class is 2/,
    ],
    ['an unknown language', ['count', '--languages', 'turkish,klingon', 'x'], /--languages: .*'turkish', .*"klingon"/],
    ['a table that there is not', ['count', '--languages', 'spanish:locking', 'x'], /--languages: 'spanish' has no/],
    ['an option of texts for octets', ['encode', '--binary', '--class', '3', '0041'], /--class: does not apply here\n/],
    ['a data coding of a text', ['encode', '--dcs', '4', 'x'], /--dcs: needs --binary/],
    ['a push of nothing', ['push', '--action', 'delete'], /^septet: needs a url, or --id\n/],
    ['a member of the other kind of push', ['push', '--type', 'sl', '--id', '3', 'x'], /--id: does not apply here\n/],
    ['--lines with a text', ['count', '--lines', 'x'], /--lines/],
    ['--lines with --keep-newline', ['count', '--lines', '--keep-newline'], /--lines.*--keep-newline/],
    ['a data coding out of range', ['decode', '--dcs', '256', '00'], /--dcs.*0 to 255/],
    ['--udl for several segments', ['decode', '--udl', '3', '00', '00'], /--udl/],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await septet(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(message)
    expect(err).not.toMatch(/^ +at /m)
  })
})
