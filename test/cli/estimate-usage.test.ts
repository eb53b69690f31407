import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { estimate, ownFolder, refusal } from '../support/campaign'
import { CLI, septet } from '../support/command'

const { file, path } = ownFolder()

const isMisused = (args: string[], message: RegExp | string, input = '') => {
  const { code, out, err } = septet(['estimate', ...args], input)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(message)
}

describe('--output is refused at once', () => {
  it('without a name, and as standard output', () => {
    isMisused(['--output', ''], '--output: name a file', 'a\n')
    isMisused(['--output', '-'], '--output: standard output has the result', 'a\n')
    expect(readdirSync('.').filter((name) => name === '-' || name.endsWith('.tmp'))).toEqual([])
  })

  it('where it is a file that is read', () => {
    const campaign = file('same.txt', 'a\n')
    symlinkSync(campaign, path('link.txt'))
    for (const output of [campaign, path('link.txt'), path('./same.txt')]) {
      isMisused(['--output', output, campaign], /--output: .* is what .*same\.txt is read from/)
    }
    const rates = file('rates.csv', '7;1.40\n')
    isMisused(['--rates', rates, '--output', rates, campaign], /rates\.csv is read from/)
    expect(readFileSync(campaign, 'utf8')).toBe('a\n')
  })
})

describe('--rates', () => {
  it('- are standard input, once', () => {
    const campaign = file('rated.csv', 'text,phone\na,79161234567\n')
    expect(estimate(['--rates', '-', campaign], '7;1.40\n').cost).toBe('1.40')
    isMisused(['--rates', '-'], '--rates: standard input can be read once', 'a\n')
    isMisused(['-', '-'], 'standard input can be read once', 'a\n')
    isMisused(['--rates', ''], '--rates: name a file', 'a\n')
  })

  it('that are a directory or UTF-16 are refused by name', () => {
    expect(refusal(['--rates', path()], 'a\n')).toBe(`septet: ${path()}: is a directory\n`)
    const rates = file('rates.csv', Buffer.from('\uFEFF7;1.40\r\n', 'utf16le'))
    expect(refusal(['--rates', rates], 'a\n')).toMatch(/rates\.csv: is utf-16le; rates are read as utf-8\n$/)
  })
})

describe('escapes of a terminal are not obeyed', () => {
  const RED = '\u001b[31m'

  it('in names of files, of columns and of options', () => {
    const campaign = file(`${RED}a.csv`, `who${RED},what\na,b\nc\n`)
    const column = `what${RED}`
    for (const args of [[campaign], ['--text-column', column, campaign], [path(RED)]]) {
      const { err, out } = septet(['estimate', ...args], 'a\n')
      expect(err).toContain('␛[31m')
      expect(err + out).not.toContain('\u001b')
    }
    const { err, out } = septet(['estimate', '--text-column', 'what', campaign])
    expect(err).toMatch(/␛\[31ma\.csv: line 3: /)
    expect(out).toMatch(/␛\[31ma\.csv:2 /)
    expect(err + out).not.toContain('\u001b')
  })
})

/** Runs a command on a terminal of its own, ends it when its bar is there, and prints what the terminal has got. */
const ON_TERMINAL = `
import os, pty, signal, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
got = b""
ended = False
while True:
    try:
        octets = os.read(terminal, 1 << 16)
    except OSError:
        break
    if not octets:
        break
    got += octets
    if not ended and b"\\x1b[?25l" in got:
        ended = True
        if sys.argv[1] == "^C":
            os.write(terminal, b"\\x03")
        else:
            os.kill(pid, int(sys.argv[1]))
_, status = os.waitpid(pid, 0)
sys.stdout.buffer.write(got)
sys.exit(os.WTERMSIG(status) if os.WIFSIGNALED(status) else 99)
`

const hasPython = spawnSync('python3', ['-c', 'import pty']).status === 0

describe('a terminal gets back its cursor and the wrapping of its lines', () => {
  it.runIf(hasPython).each([
    ['^C', 2],
    ['15', 15],
    ['1', 1],
  ])('when the run is ended by %s', (how, signal) => {
    for (const flags of [[], ['--output', path('ended.out')]]) {
      const command = [process.execPath, CLI, 'estimate', ...flags, '-']
      const { status, stdout } = spawnSync('python3', ['-c', ON_TERMINAL, how, ...command], { encoding: 'utf8' })
      expect({ status, left: readdirSync(path()).filter((name) => name.startsWith('ended')) }).toEqual({
        status: signal,
        left: [],
      })
      for (const mode of ['?25', '?7']) {
        expect(stdout.lastIndexOf(`\u001b[${mode}h`)).toBeGreaterThan(stdout.lastIndexOf(`\u001b[${mode}l`))
      }
    }
  })
})
