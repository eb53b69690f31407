import { count, encode, read, segment } from 'septet'
import { describe, expect, it } from 'vitest'
import { version } from '../../package.json'
import { hex, objects, printed, septet } from '../support/command'

describe('the text of a message', () => {
  it.each([
    ['an argument', ['Hello'], 'unread', 'Hello'],
    ['arguments joined by a space', ['Hello,', 'world'], 'unread', 'Hello, world'],
    ['an empty argument', [''], 'unread', ''],
    ['standard input, without arguments', [], 'Hello', 'Hello'],
    ['standard input, where the argument is -', ['-'], 'Hello', 'Hello'],
    ['words with a dash among them', ['a', '-', 'b'], 'unread', 'a - b'],
    ['what would be an option, after --', ['--', '--json'], 'unread', '--json'],
    ['a negative number', ['-5'], 'unread', '-5'],
    ['standard input without the last LF', [], 'two\nlines\n', 'two\nlines'],
    ['standard input without the last CR LF', [], 'two\r\nlines\r\n', 'two\r\nlines'],
    ['standard input with its last LF, if asked', ['--keep-newline'], 'line\n', 'line\n'],
    ['standard input without its byte order mark', [], '\uFEFFHello', 'Hello'],
    ['empty standard input', [], '', ''],
  ])('is %s', async (_, args, input, text) => {
    expect(await objects('segment', args, input)).toEqual([segment(text)])
  })

  it.each([
    ['windows-1251', [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]],
    ['koi8-r', [0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4]],
    ['UTF-8', [...Buffer.from('Привет')]],
  ])('may be %s', async (charset, octets) => {
    const [answer] = await objects('segment', ['--charset', charset], Uint8Array.from(octets))
    expect(answer).toEqual(segment('Привет'))
  })
})

describe('--lines', () => {
  it('makes each line a message, CR LF and empty lines included', async () => {
    const answers = await objects('count', ['--lines'], 'one\r\n\nПривет\nlast')
    expect(answers).toEqual(['one', '', 'Привет', 'last'].map((text) => count(text)))
  })

  it('finds no message in empty input', async () => {
    expect(await objects('count', ['--lines'], '')).toEqual([])
  })

  it('takes off a byte order mark in front, and no other', async () => {
    const [first, second] = await objects('segment', ['--lines'], '\uFEFFa\n\uFEFFb')
    expect([first, second]).toEqual([segment('a'), segment('\uFEFFb')])
  })

  it('cuts no character where a chunk of input ends', async () => {
    const lines = Array.from({ length: 5000 }, (_, at) => `${'я'.repeat(at % 97)}€😀`)
    expect(await objects('count', ['--lines'], lines.join('\n'))).toEqual(lines.map((text) => count(text)))
  })

  it('reads one line of 3 MB', async () => {
    expect(await objects('count', ['--lines'], 'x'.repeat(3_000_000))).toEqual([count('x'.repeat(3_000_000))])
  })

  it('prints the answers before the line that fails, and names that line', async () => {
    const { code, out, err } = await septet(['count', '--lines', '--encoding', 'gsm-7'], 'one\ntwo\nтри\nfour\n')
    expect(out.split('\n')).toHaveLength(3)
    expect(code).toBe(1)
    expect(err).toMatch(/^septet: line 3: text: .*U\+0442, at offset 0\n$/)
  })
})

describe('--json', () => {
  it.each(['', 'Hello', 'Привет, мир', 'x'.repeat(161), '€'.repeat(80), '\u0000\u001B\u202E'])(
    'prints the answers of count and segment for %j, field for field',
    async (text) => {
      expect(await objects('count', [], text)).toEqual([count(text)])
      expect(await objects('segment', [], text)).toEqual([segment(text)])
    },
  )

  it('prints the messages of encode, octets as hex digits', async () => {
    const text = 'x'.repeat(161)
    const messages = encode(text, { reference: 7 }).map((message) => ({ ...message, userData: hex(message.userData) }))
    expect(await objects('encode', ['--reference', '7', text])).toEqual([{ messages }])
  })

  it('prints the reading of decode', async () => {
    const message = { userData: Uint8Array.of(0x04, 0x1f, 0x04, 0x40), dataCoding: 8, hasHeader: false }
    expect(await objects('decode', ['--dcs', '8', '041F0440'])).toEqual([read(message)])
  })

  it('prints octets of 8-bit data as hex digits', async () => {
    expect(await objects('decode', ['--dcs', '4', 'C0FFEE'])).toMatchObject([{ encoding: '8-bit', data: 'C0FFEE' }])
  })
})

describe('the text options', () => {
  const long = 'a\r\nb'.repeat(60)

  it.each([
    [['--encoding', 'ucs-2'], { encoding: 'UCS-2' }],
    [['--encoding', 'GSM-7', '--replacement', '?'], { encoding: 'GSM-7', replacement: '?' }],
    [['--newline', 'lf'], { newline: 'lf' }],
    [['--reference', '200'], { reference: 200 }],
    [['--reference', '0x1234', '--reference-bits', '16'], { reference: 0x1234, referenceBits: 16 }],
    [['--flash'], { flash: true }],
    [['--class', '2'], { messageClass: 2 }],
    [['--pid', '0x40'], { protocolId: 0x40 }],
    [['--unpacked'], { packed: false }],
  ] as const)('%j are the options of the library', async (args, options) => {
    const messages = encode(long, options).map((message) => ({ ...message, userData: hex(message.userData) }))
    expect(await objects('encode', [...args], long)).toEqual([{ messages }])
    expect(await objects('count', [...args], long)).toEqual([count(long, options)])
  })

  it('are listed in the help of each command, those of octets for encode alone', async () => {
    expect(await printed(['encode', '--help'])).toContain('--unpacked')
    expect(await printed(['count', '--help'])).not.toContain('--unpacked')
    expect(await printed(['count', '--help'])).toContain('--encoding')
  })
})

describe('the command', () => {
  it('prints its version', async () => {
    expect(await printed(['--version'])).toBe(`${version}\n`)
  })

  it.each([
    [['--help']],
    [['help']],
    [['count', '--help']],
    [['help', 'segment']],
    [['encode', '-h']],
    [['decode', '-h']],
    [['push', '-h']],
  ])('%j explains, with examples and exit codes, in 80 columns', async (args) => {
    const out = await printed(args)
    expect(out).toMatch(/Usage: septet[\s\S]*Examples:[\s\S]*Exit codes: 0 done, 1 bad input, 2 bad usage/)
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  it('writes no colours where there is no terminal', async () => {
    const commands = [['--help'], ['segment', 'a\n“'], ['encode', 'x'.repeat(161)]]
    const outputs = await Promise.all(commands.map((args) => printed(args)))
    expect(outputs.join('')).not.toContain('\u001B')
  })
})
