import { count, encode, segment } from 'septet'
import { describe, expect, it } from 'vitest'
import { greekCapitals, twilio, ukrainian2010 } from '../../src/schemes/index'
import { hex, objects, printed, septet } from '../support/command'

describe('the options that make a message shorter', () => {
  it.each<[string[], string, Parameters<typeof segment>[1]]>([
    [['--transliterate', 'translit'], 'ЩУКА и Жук', { transliterate: 'translit' }],
    [['--transliterate', 'VOLAPUK'], 'транслит', { transliterate: 'volapuk' }],
    [['--transliterate', 'Ukrainian2010'], 'Згурський', { transliterate: { table: ukrainian2010 } }],
    [['--transliterate', 'greekcapitals'], 'Καλησπέρα', { transliterate: { table: greekCapitals } }],
    [['--smart', 'always'], '“Hi” 👍', { smartEncoding: 'always' }],
    [['--smart', 'always,letters'], '“Você”', { smartEncoding: { policy: 'always', letters: true } }],
    [['--smart', 'always,twilio'], '“a\u00a0b”', { smartEncoding: { policy: 'always', table: twilio } }],
    [['--alphabet', 'ascii'], 'café', { alphabet: 'ascii' }],
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
    [['--smart', 'always,all'], '--smart'],
    [['--alphabet', 'latin1'], '--alphabet'],
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

describe('advice', () => {
  const text = `${'a'.repeat(64)}🎉${'b'.repeat(64)}`

  it('says what to leave out, in words and with the flags that do it', async () => {
    const line = '  leave out 🎉: 1 segment instead of 2, 128 characters (--encoding gsm-7 --replacement "")'
    expect(await printed(['segment', text])).toContain(`To pay less:\n${line}\n`)
    expect(await printed(['inspect', text])).toContain(`To pay less:\n${line}\n`)
  })

  it.each([
    [`${'a'.repeat(80)}’“`, 'write plain characters for ’ “: 1 segment instead of 2'],
    [`${'a'.repeat(80)}ê`, 'write plain characters and letters without accents for ê: 1 segment instead of 2'],
    [`${'a'.repeat(80)}“🎉`, 'write plain punctuation, and leave out 🎉: 1 segment instead of 2'],
    [`${'a'.repeat(80)}ê🎉`, 'write plain punctuation and letters without accents, and leave out 🎉: 1 segment'],
    ['a\r\n'.repeat(54), 'end each line with one character instead of two: 1 segment instead of 2'],
    ['Юлия '.repeat(20), 'write it in Latin letters by icao9303: 1 segment instead of 2'],
    ['Юлия — '.repeat(20), 'write it in Latin letters by icao9303, and plain punctuation: 2 segments instead of 3'],
    ['Қыз '.repeat(20), 'write it in Latin letters: 1 segment instead of 2'],
    ['ğ '.repeat(40), 'use the turkish alphabet, which not every phone has: 1 segment instead of 2'],
  ])('%j: %s', async (text, words) => {
    expect(await printed(['inspect', '--', text])).toContain(words)
  })

  it('says so where there is none', async () => {
    expect(await printed(['inspect', 'ok'])).toContain('Nothing that septet knows makes it cheaper.')
    expect(await printed(['segment', 'ok'])).not.toContain('To pay less')
  })

  it('has flags that give what they promise', async () => {
    expect(await objects('count', ['--encoding', 'gsm-7', '--replacement', '', text])).toEqual([
      count(text.replace('🎉', '')),
    ])
  })
})

describe('septet transliterate', () => {
  it('is a filter that keeps every line end', async () => {
    expect(await printed(['transliterate'], 'Щука\r\nЖУК\n\nжук')).toBe('Shchuka\r\nZHUK\n\nzhuk')
    expect(await printed(['transliterate', '--transliterate', 'ukrainian2010', '-'], 'Знам’янка\n')).toBe('Znamianka\n')
  })

  it('takes words too, and the other options that rewrite', async () => {
    expect(await printed(['transliterate', '«Да»', '—', 'нет'])).toBe('«Da» — net\n')
    expect(await printed(['transliterate', '--smart', 'always', '«Да»'])).toBe('"Da"\n')
  })
})
