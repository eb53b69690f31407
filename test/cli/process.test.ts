// The built command in a process of its own: what a process alone has. All else runs in this one (see support/command.ts).
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { count } from 'septet'
import { describe, expect, it } from 'vitest'
import { version } from '../../package.json'
import { ownFolder } from '../support/campaign'
import { CLI, spawnSeptet, startSeptet } from '../support/command'
import { LONG } from '../support/long'

const { file, path } = ownFolder()

describe('the process', () => {
  it.each<[string[], string, { code: number; out: string; err: RegExp }]>([
    [['--version'], '', { code: 0, out: `${version}\n`, err: /^$/ }],
    [['count', '--json'], 'Hello\n', { code: 0, out: `${JSON.stringify(count('Hello'))}\n`, err: /^$/ }],
    [['count', '--encoding', 'gsm-7', 'ж'], '', { code: 1, out: '', err: /^septet: text: .*U\+0436, at offset 0\n$/ }],
    [
      ['count', '--class', '4', 'x'],
      '',
      { code: 2, out: '', err: /^septet: --class: .*\nRun septet --help for usage.\n$/ },
    ],
    [['estimate', '.'], '', { code: 1, out: '', err: /^septet: \.: is a directory\n$/ }],
  ])('of %j with %j on standard input ends with its exit code', async (args, input, { code, out, err }) => {
    expect(await spawnSeptet(args, input)).toEqual({ code, out, err: expect.stringMatching(err) })
  })

  it('stops without a word when its reader has seen enough', async () => {
    const child = startSeptet(['segment', '--lines'], 'a message\n'.repeat(50_000))
    let err = ''
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const [code] = await once(child, 'close')
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  it('counts a large file in threads, with the same result as in one', async () => {
    const texts = ['Hello', 'Привет, мир', '', 'a'.repeat(400), 'Don’t', '😀'.repeat(80), '[€]'.repeat(40)]
    const lines = Array.from({ length: 20_000 }, (_, index) => texts[index % texts.length]!.slice(0, index % 331))
    const large = file('large.txt', lines.join('\n'))
    const counts = lines.map((text) => count(text))
    const most = Math.max(...counts.map(({ segments }) => segments))
    const { code, out } = await spawnSeptet(['estimate', '--json', large])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      messages: lines.length,
      segments: counts.reduce((total, { segments }) => total + segments, 0),
    })
    expect(JSON.parse(out).costliest[0]).toMatchObject({
      line: counts.findIndex(({ segments }) => segments === most) + 1,
      segments: most,
    })
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
        elif sys.argv[1] != "0":
            os.kill(pid, int(sys.argv[1]))
_, status = os.waitpid(pid, 0)
sys.stdout.buffer.write(got)
sys.exit(os.WTERMSIG(status) if os.WIFSIGNALED(status) else 99)
`

const hasPython = spawnSync('python3', ['-c', 'import pty']).status === 0

describe('a terminal gets back its cursor and the wrapping of its lines', () => {
  const endings: [string, number][] = [
    ['^C', 2],
    ['15', 15],
    ['1', 1],
  ]
  it.runIf(hasPython).each(LONG ? endings : endings.slice(0, 1))(
    'when the run is ended by %s, which leaves no file',
    (how, signal) => {
      const command = [process.execPath, CLI, 'estimate', '--output', path('ended.out'), '-']
      const { status, stdout } = spawnSync('python3', ['-c', ON_TERMINAL, how, ...command], { encoding: 'utf8' })
      expect({ status, left: readdirSync(path()).filter((name) => name.startsWith('ended')) }).toEqual({
        status: signal,
        left: [],
      })
      for (const mode of ['?25', '?7']) {
        expect(stdout.lastIndexOf(`\u001b[${mode}h`)).toBeGreaterThan(stdout.lastIndexOf(`\u001b[${mode}l`))
      }
    },
  )
})

/** From util-linux: runs a command on a terminal. */
const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') === true

describe('progress', () => {
  it.runIf(hasScript)('is shown on a terminal, with rate and time left', () => {
    const onTerminal = (command: string) =>
      spawnSync('script', ['-qec', `'${process.execPath}' '${CLI}' estimate --json ${command}`, '/dev/null'], {
        encoding: 'utf8',
      }).stdout
    const large = file('progress.txt', 'Hello, world\n'.repeat(100_000))
    expect(onTerminal(`'${large}'`)).toMatch(/100 %, \d+ MB\/s, \S+ left/)
    expect(onTerminal(`< '${large}'`)).toMatch(/\d MB, \d+ MB\/s/)
    expect(onTerminal(`'${large}' 2> /dev/null`)).not.toContain('MB/s')
  })
})

/** Octets of a file: by then a run that made rows of whole blocks, and new memory for each, was beyond the mark. */
const SIZE = 16e6
const SIZE_OF_LONG_ROWS = 40e6

/** The most that a run of `estimate` takes, in MB, all of its threads together. */
const MOST = 200

/** Tells of the main thread's end the most that Linux has seen of the process; `maxRSS` may be that of its parent. */
const TELL = `data:text/javascript,${encodeURIComponent(`
  import { readFileSync } from 'node:fs'
  import { isMainThread } from 'node:worker_threads'
  const peak = () => /VmHWM:\\s*(\\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1] / 1024
  if (isMainThread) process.on('exit', () => console.error('peak ' + peak()))
`)}`

async function measurePeak(args: string[]): Promise<number> {
  const { out, err } = await spawnSeptet(['estimate', '--json', ...args], '', ['--import', TELL])
  expect(JSON.parse(out).messages).toBeGreaterThan(0)
  return Number(/^peak (.*)$/m.exec(err)?.[1])
}

describe.runIf(LONG)('little memory is needed', () => {
  it('for 32 MB of lines', async () => {
    const lines = 1_000_000
    const { code, out, err } = await spawnSeptet(
      ['count', '--lines', '--json'],
      'a message of thirty-two octets.\n'.repeat(lines),
      ['--max-old-space-size=24'],
    )
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(`${JSON.stringify(count('a message of thirty-two octets.'))}\n`.repeat(lines))
  })

  it('to estimate 40 MB of lines', async () => {
    const line = `${'Hello, world €. '.repeat(6)}\n`
    const large = file('larger.txt', line.repeat(400_000))
    const { code } = await spawnSeptet(['estimate', '--json', large], '', ['--max-old-space-size=48'])
    expect(code).toBe(0)
  })

  it('after a quote that is never closed', async () => {
    const rows = `text,phone\n"open,79161234579\n${'Hello,79161234579\n'.repeat(1_000_000)}`
    const args = ['estimate', '--json', file('open.csv', rows)]
    const { code, out, err } = await spawnSeptet(args, '', ['--max-old-space-size=64'])
    expect({ code, messages: JSON.parse(out).messages }).toEqual({ code: 1, messages: 1_000_000 })
    expect(err).toContain('open.csv: line 2: a quote that is not closed')
  })

  const long = 'Скидка. '.repeat(80_000)

  it.runIf(process.platform === 'linux').each([
    ['for the shortest rows of CSV', 'short.csv', 'text,n\n', 'ab,12\n'],
    ['after a quote that is never closed', 'open.csv', 'text,n\n"open', 'ab,12\n'],
    ['for the shortest lines', 'short.txt', '', 'a\n'],
    ['for the shortest rows of NDJSON', 'short.ndjson', '', '"a"\n'],
    ['for rows of 1 MB', 'long.csv', 'text,n\n', `"${long}",1\n`],
    ['for lines of 1 MB', 'long.txt', '', `${long}\n`],
  ])('%s, written again', async (_, name, head, row) => {
    const octets = Buffer.byteLength(row)
    const size = octets > 1e6 ? SIZE_OF_LONG_ROWS : SIZE
    const large = file(name, `${head}${row.repeat(size / octets)}`)
    expect(await measurePeak(['--output', path('counted'), large])).toBeLessThan(MOST)
  })
})
