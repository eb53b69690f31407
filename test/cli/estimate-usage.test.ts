import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { estimate, ownFolder, refusal } from '../support/campaign'
import { septet } from '../support/command'

const { file, path } = ownFolder()

const isMisused = async (args: string[], message: RegExp | string, input = '') => {
  const { code, out, err } = await septet(['estimate', ...args], input)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(message)
}

describe('--output is refused at once', () => {
  it('without a name, and as standard output', async () => {
    await isMisused(['--output', ''], '--output: name a file', 'a\n')
    await isMisused(['--output', '-'], '--output: standard output has the result', 'a\n')
    expect(readdirSync('.').filter((name) => name === '-' || name.endsWith('.tmp'))).toEqual([])
  })

  it('where it is a file that is read', async () => {
    const campaign = file('same.txt', 'a\n')
    symlinkSync(campaign, path('link.txt'))
    for (const output of [campaign, path('link.txt'), path('./same.txt')]) {
      await isMisused(['--output', output, campaign], /--output: .* is what .*same\.txt is read from/)
    }
    const rates = file('rates.csv', '7;1.40\n')
    await isMisused(['--rates', rates, '--output', rates, campaign], /rates\.csv is read from/)
    expect(readFileSync(campaign, 'utf8')).toBe('a\n')
  })
})

describe('--rates', () => {
  it('- are standard input, once', async () => {
    const campaign = file('rated.csv', 'text,phone\na,79161234567\n')
    expect((await estimate(['--rates', '-', campaign], '7;1.40\n')).cost).toBe('1.40')
    await isMisused(['--rates', '-'], '--rates: standard input can be read once', 'a\n')
    await isMisused(['-', '-'], 'standard input can be read once', 'a\n')
    await isMisused(['--rates', ''], '--rates: name a file', 'a\n')
  })

  it('that are a directory or UTF-16 are refused by name', async () => {
    expect(await refusal(['--rates', path()], 'a\n')).toBe(`septet: ${path()}: is a directory\n`)
    const rates = file('rates.csv', Buffer.from('\uFEFF7;1.40\r\n', 'utf16le'))
    expect(await refusal(['--rates', rates], 'a\n')).toMatch(/rates\.csv: is utf-16le; rates are read as utf-8\n$/)
  })
})

describe('escapes of a terminal are not obeyed', () => {
  const RED = '\u001b[31m'

  it('in names of files, of columns and of options', async () => {
    const campaign = file(`${RED}a.csv`, `who${RED},what\na,b\nc\n`)
    const column = `what${RED}`
    for (const args of [[campaign], ['--text-column', column, campaign], [path(RED)]]) {
      const { err, out } = await septet(['estimate', ...args], 'a\n')
      expect(err).toContain('␛[31m')
      expect(err + out).not.toContain('\u001b')
    }
    const { err, out } = await septet(['estimate', '--text-column', 'what', campaign])
    expect(err).toMatch(/␛\[31ma\.csv: line 3: /)
    expect(out).toMatch(/␛\[31ma\.csv:2 /)
    expect(err + out).not.toContain('\u001b')
  })
})
