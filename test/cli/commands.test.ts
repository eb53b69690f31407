import pc from 'picocolors'
import { decode, encode, inspect, segment } from 'septet'
import { describe, expect, it } from 'vitest'
import { drawSegments } from '../../src/cli/screen/box'
import { hex, printed } from '../support/command'

describe('septet segment', () => {
  it('shows a short text in one frame, and why it is UCS-2', async () => {
    expect(await printed(['segment', 'Привет, мир'])).toBe(
      [
        '1 segment · UCS-2 · 11 of 70 units · 59 left',
        '',
        '    ┌─────────────┐',
        '  1 │ Привет, мир │ 11/70',
        '    └─────────────┘',
        '',
        'UCS-2 because 9 characters are not in GSM-7:',
        '  П (U+041F) at offset 0, р (U+0440) at offset 1, и (U+0438) at offset 2, and 6 more',
        '',
      ].join('\n'),
    )
  })

  it('marks each cut, numbers the segments and counts the units of each', async () => {
    const out = await printed(['segment', 'x'.repeat(152) + '€'.repeat(5)])
    expect(out).toMatch(/^2 segments · GSM-7 · 162 units, 153 a segment/m)
    expect(out.match(/├╌+┤/g)).toHaveLength(1)
    expect(out).toMatch(/^ {2}1 │ x+ +│$/m)
    expect(out).toMatch(/│ x+ +│ 152\/153$/m)
    expect(out).toMatch(/^ {2}2 │ €{5} +│ 10\/153$/m)
  })

  it('sets messages apart by an empty line', async () => {
    expect(await printed(['segment', '--lines'], 'a\nb\n')).toMatch(/└─+┘\n\n1 segment/)
  })
})

describe('the frame', () => {
  const bare = { colors: pc.createColors(false), columns: 80 }
  const frame = (text: string, columns = 80) => drawSegments(segment(text), { ...bare, columns }).join('\n')

  it('shows what would not be seen, and starts a row after a line end', () => {
    expect(frame('a\r\nb\u0000\u200B\u00A0\u202E\u{FEFF}\uD83D')).toBe(
      [
        '    ┌────────────────────────────────────────────┐',
        '  1 │ a␍␊                                        │',
        '    │ b␀<U+200B><U+00A0><U+202E><U+FEFF><U+D83D> │ 10/70',
        '    └────────────────────────────────────────────┘',
      ].join('\n'),
    )
  })

  it('stays straight with wide and combined characters', () => {
    expect(frame('你好\n👨‍👩‍👧\ne\u0301')).toBe(
      ['    ┌───────┐', '  1 │ 你好␊ │', '    │ 👨‍👩‍👧␊   │', '    │ e\u0301     │ 14/70', '    └───────┘'].join('\n'),
    )
  })

  it('breaks rows after a space, and loses no character', () => {
    const text = 'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod'
    const rows = [...frame(text, 40).matchAll(/^ {2}[ 1] │ (.*?) +│/gm)].map(([, row]) => row)
    expect(rows.join(' ')).toBe(text)
    expect(
      Math.max(
        ...frame(text, 40)
          .split('\n')
          .map((row) => row.length),
      ),
    ).toBeLessThanOrEqual(40)
  })

  it('has colours on a terminal', () => {
    const rows = drawSegments(segment('a\n'), { colors: pc.createColors(true), columns: 80 })
    expect(rows[1]).toContain('a\u001B[36m␊\u001B[39m')
  })

  it('has colours for what is outside GSM-7, and for cuts', () => {
    const text = `a${'é'.repeat(69)}🎉’`
    const colors = pc.createColors(true)
    const rows = drawSegments(segment(text), { colors, columns: 200 }, inspect(text).characters)
    expect(rows.join('')).toContain('é\u001B[31m🎉\u001B[39m\u001B[31m’\u001B[39m')
    expect(rows.find((row) => row.includes('╌'))).toContain('\u001B[33m├')
  })
})

describe('septet count', () => {
  it.each([
    ['Hello', '1 segment · GSM-7 · 5 of 160 units · 155 left\n'],
    ['x'.repeat(161), '2 segments · GSM-7 · 161 units, 153 a segment · 145 left in the last\n'],
    ['', '1 segment · GSM-7 · 0 of 160 units · 160 left\n'],
  ])('says of %j in one line what it costs', async (text, line) => {
    expect(await printed(['count', text])).toBe(line)
  })
})

describe('septet encode', () => {
  it('shows each segment in hex and in words', async () => {
    const text = 'x'.repeat(161)
    const [first, second] = encode(text, { reference: 42, flash: true })
    const out = await printed(['encode', '--reference', '42', '--flash', text])
    expect(out).toContain('Segment 2 of 2')
    expect(out).toContain('header            8-bit concatenation, reference 42, segment 2 of 2')
    expect(out).toContain('data coding       0x10')
    expect(out).toContain(`user data length  ${second!.userDataLength} septets`)
    expect(out).toContain(`user data         ${hex(first!.userData)}\n`)
  })

  it('counts the length of UCS-2 and of unpacked user data in octets', async () => {
    expect(await printed(['encode', 'Привет'])).toContain('user data length  12 octets')
    expect(await printed(['encode', '--unpacked', 'Hello'])).toContain('user data length  5 octets')
  })
})

describe('septet decode', () => {
  it.each([
    ['packed GSM-7', ['E8329BFD06'], 'hello'],
    ['hex in small letters with spaces', ['e8 32 9b fd 06'], 'hello'],
    ['seven septets in seven octets, with --udl', ['--udl', '7', '31D98C56B3DD00'], '1234567'],
    ['unpacked septets', ['--unpacked', '68656C6C6F1B65'], 'hello€'],
    ['UCS-2', ['--dcs', '0x08', '041F0440'], 'Пр'],
    ['8-bit data as hex digits', ['--dcs', '4', 'c0ffee'], 'C0FFEE'],
    ['empty user data', [''], ''],
  ])('reads %s', async (_, args, text) => {
    expect(await printed(['decode', ...args])).toBe(`${text}\n`)
  })

  it('joins segments in any order, as arguments and as lines', async () => {
    const text = 'Lorem ipsum '.repeat(30)
    const segments = encode(text)
      .map(({ userData }) => hex(userData))
      .reverse()
    expect(await printed(['decode', '--udh', ...segments])).toBe(`${text}\n`)
    expect(await printed(['decode', '--udh'], segments.join('\r\n\n'))).toBe(`${text}\n`)
  })

  it('makes each line a message with --lines', async () => {
    expect(await printed(['decode', '--lines'], 'E8329BFD06\n\nC8\n')).toBe('hello\n\nH\n')
  })

  it.each([
    ['', []],
    ['Hello', []],
    ['€'.repeat(100), ['--reference', '65535', '--reference-bits', '16']],
    ['Привет, мир 😀'.repeat(20), ['--class', '1']],
    ['a@'.repeat(100), ['--unpacked']],
  ])('gives %j back from what encode %j printed', async (text, args) => {
    expect(await printed(['decode'], await printed(['encode', '--json', ...args, text]))).toBe(`${text}\n`)
  })

  it('gives every line back from what encode --lines printed', async () => {
    const lines = 'one\n\nПривет\n'
    expect(await printed(['decode'], await printed(['encode', '--json', '--lines'], lines))).toBe(lines)
  })

  it('takes the objects of segments one by one too', async () => {
    const text = 'x'.repeat(161)
    const segments = encode(text).map((message) => JSON.stringify({ ...message, userData: hex(message.userData) }))
    expect(await printed(['decode'], segments.join('\n'))).toBe(`${decode(encode(text))}\n`)
    expect(await printed(['decode', `[${segments}]`])).toBe(`${text}\n`)
  })
})
