import { count, encode, segment } from 'septet'
import { describe, expect, it } from 'vitest'
import { hex, objects, printed, septet } from '../support/command'

describe('the options that make a message shorter', () => {
  it.each<[string[], string, Parameters<typeof segment>[1]]>([
    [['--transliterate', 'translit'], 'ЩУКА и Жук', { transliterate: 'translit' }],
    [['--transliterate', 'VOLAPUK'], 'транслит', { transliterate: 'volapuk' }],
    [['--smart', 'always'], '“Hi” 👍', { smartEncoding: 'always' }],
    [['--smart', 'if-gsm7'], '“Hi” 👍', { smartEncoding: 'if-gsm7' }],
    [['--languages', 'all'], 'şá', { languages: 'all' }],
    [
      ['--languages', 'turkish:single,Spanish'],
      'şá',
      { languages: [{ language: 'turkish', shift: 'single' }, 'spanish'] },
    ],
    [['--max-segments', '1', '--boundary', 'grapheme'], '🇺🇦'.repeat(30), { maxSegments: 1, boundary: 'grapheme' }],
  ])('%j', async (flags, text, options) => {
    expect(await objects('segment', [...flags, text])).toEqual([segment(text, options)])
    expect(await objects('count', [...flags, text])).toEqual([count(text, options)])
    const userData = encode(text, options).map((message) => hex(message.userData))
    expect(await printed(['encode', ...flags, '--json', text])).toContain(userData[0])
  })

  it('show the tables, and what is cut off', async () => {
    expect(await printed(['count', '--languages', 'turkish', 'ış'])).toBe(
      '1 segment · GSM-7 with turkish single shift · 4 of 155 units · 151 left\n',
    )
    expect(await printed(['segment', '--max-segments', '1', 'x'.repeat(161)])).toContain('1 UTF-16 unit cut off')
  })

  it.each([
    [['--transliterate', 'gost'], '--transliterate'],
    [['--smart', 'often'], '--smart'],
    [['--languages', 'klingon'], '--languages'],
    [['--languages', 'spanish:locking'], 'spanish'],
    [['--max-segments', '0'], '--max-segments'],
    [['--max-segments', 'two'], '--max-segments'],
    [['--boundary', 'word'], '--boundary'],
  ])('%j is bad usage', async (flags, named) => {
    const { code, err } = await septet(['count', ...flags, 'a'])
    expect(code).toBe(2)
    expect(err).toContain(named)
  })
})
