import fc from 'fast-check'
import { segment } from 'septet'
import { describe, expect, it } from 'vitest'
import { showInvisible } from '../../src/cli/screen/visible'
import { septet, TERMINAL } from '../support/command'
import { runs } from '../support/long'

/** What a terminal obeys: a colour, its title, C1's own forms of them, an order from right to left. */
const ESCAPES = ['\u001b[31m', '\u001b]0;x\u0007', '\u009b31m', '\u009d0;x\u009c', '\u202e', '\u2066', '\r', '\b']

/** All but the line feed that ends a line. */
const OBEYED = /(?!\n)\p{Cc}|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u

describe('a text that is visible as it is', () => {
  it('is shown so, whichever way finds that out', () => {
    const lost: string[] = []
    for (let codePoint = 0x20; codePoint < 0x1f700; codePoint += runs(41, 1)) {
      if (codePoint >= 0xd800 && codePoint < 0x1f000) codePoint = 0x1f000
      const character = String.fromCodePoint(codePoint)
      // With a combining accent no text goes the short way.
      if (showInvisible(character) === character && showInvisible(`${character}a\u0301`) !== `${character}a\u0301`)
        lost.push(character)
    }
    expect(lost).toEqual([])
  })
})

describe('a terminal finds nothing to obey', () => {
  it.each<[string, (typed: string) => string[]]>([
    ['an unknown command', (typed) => [typed]],
    ['an unknown command like another', (typed) => [`seg${typed[0]}ment`]],
    ['the help of an unknown command', (typed) => ['help', typed]],
    ['an unknown option', (typed) => ['count', `--${typed}`, 'x']],
    ['an unknown option like another', (typed) => ['count', `--jso${typed[0]}`, 'x']],
    ['an unknown short option', (typed) => ['count', `-${typed}`, 'x']],
    ['an option of the program', (typed) => [`--${typed}`]],
    ['the value of an option', (typed) => ['count', '--encoding', typed, 'x']],
    ['the value of an option after =', (typed) => ['encode', `--reference=${typed}`, 'x']],
    ['a value that the library refuses', (typed) => ['push', '--created', typed, 'http://a.b', 'x']],
    ['a language', (typed) => ['count', '--languages', typed, 'x']],
    ['a kind of waiting', (typed) => ['encode', '--waiting', typed, 'x']],
    ['the argument of a flag that takes none', (typed) => ['count', `--json=${typed}`, 'x']],
    ['hex digits', (typed) => ['decode', `0g${typed}`]],
    ['broken JSON', (typed) => ['decode', `{"${typed}`]],
    ['the name of a file', (typed) => ['estimate', typed]],
    ['the format of a file', (typed) => ['estimate', '--format', typed]],
  ])('in %s', async (_, args) => {
    for (const typed of ESCAPES) {
      const { code, out, err } = await septet(args(typed))
      expect(code).not.toBe(0)
      expect(err).toMatch(/^septet: .*\n/)
      expect(out + err).not.toMatch(OBEYED)
    }
  })

  it('in a line of its own that an argument would make', async () => {
    const { err } = await septet(['count', '--x\nseptet: all is well', 'x'])
    expect(err).toContain("septet: unknown option '--x␊septet: all is well'\n")
    expect((await septet(['a\n(Did you mean b?)'])).err).toContain("unknown command 'a␊(Did you mean b?)'\n")
  })

  it('in the JSON of any text, which says the same', async () => {
    const unit = fc.oneof(
      fc.constantFrom(...ESCAPES, 'a\u{e0061}', '\u200b', '\ufe0f', '\u2028'),
      fc.string({ unit: 'binary' }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { maxLength: 20 }), async (units) => {
        // Standard input has no half of a pair.
        const text = Buffer.from(units.join('')).toString()
        const { out } = await septet(['segment', '--json', '--keep-newline'], text, TERMINAL)
        expect(out.replace('\n', '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u)
        expect(JSON.parse(out)).toEqual(segment(text.replace(/^\ufeff/, '')))
      }),
      { numRuns: runs(100, 5000) },
    )
  })

  it('in the JSON of each command', async () => {
    const json = ['--json', '\u009b31m\u202e\u{e0061}']
    for (const args of [
      ['segment', ...json],
      ['decode', '--json', '--dcs', '8', '009B202EDB40DC61'],
    ]) {
      const { out } = await septet(args, '', TERMINAL)
      expect(out).toMatch(/\\u009b[^\n]*\\u202e[^\n]*\\udb40\\udc61/)
      expect(out).not.toMatch(OBEYED)
      // A pipe gets the characters as they are.
      expect((await septet(args)).out).toContain('\u202e')
    }
    const { out } = await septet(['estimate', '--json'], '\u009b31m\u202e\n', TERMINAL)
    expect(out).toContain('\\u009b31m\\u202e')
  })
})

describe('what would be unseen is shown', () => {
  it.each([
    ['tags after a letter', 'a\u{e0061}\u{e0062}', 'a<U+E0061><U+E0062>'],
    ['the tag of a language alone', '\u{e0001}', '<U+E0001>'],
    ['selectors that carry data', 'a\u{e0100}\u{e01ef}\ufe0e', 'a<U+E0100><U+E01EF><U+FE0E>'],
    ['joiners between letters', 'a\u200db\u200cc\u034f', 'a<U+200D>b<U+200C>c<U+034F>'],
    ['fillers', '\u1100\u1160\u3164\uffa0\u115f', '\u1100<U+1160><U+3164><U+FFA0><U+115F>'],
    ['blanks that are letters or symbols', '\u2800\u{1d159}\u180e\u17b4', '<U+2800><U+1D159><U+180E><U+17B4>'],
    ['a mark that has nothing to combine with', '\u0301', '<U+0301>'],
    ['a mark after what is unseen', 'a\u200d\u0301', 'a<U+200D><U+0301>'],
    ['half of a pair', 'a\ud83d', 'a<U+D83D>'],
  ])('%s', (_, text, shown) => {
    expect(showInvisible(text)).toBe(shown)
  })

  it.each([
    '👨‍👩‍👧',
    '❤️',
    '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    '1️⃣',
    '👍🏽',
    '🇺🇦',
    'é',
    'e\u0301',
    'नि',
    '각',
  ])('and nothing of what is seen as one: %s', (text) => {
    expect(showInvisible(text)).toBe(text)
  })
})
