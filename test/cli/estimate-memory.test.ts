import { describe, expect, it } from 'vitest'
import { ownFolder } from '../support/campaign'
import { septet } from '../support/command'

const { file, path } = ownFolder()

/** Octets of a file: by then a run that made rows of whole blocks, and new memory for each, was beyond the mark. */
const SIZE = 16e6
const SIZE_OF_LONG_ROWS = 40e6

/** The most that a run takes, in MB, all of its threads together. */
const MOST = 200

/** Tells of the main thread's end the most that Linux has seen of the process; `maxRSS` may be that of its parent. */
const TELL = `data:text/javascript,${encodeURIComponent(`
  import { readFileSync } from 'node:fs'
  import { isMainThread } from 'node:worker_threads'
  const peak = () => /VmHWM:\\s*(\\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1] / 1024
  if (isMainThread) process.on('exit', () => console.error('peak ' + peak()))
`)}`

function peakOf(args: string[]): number {
  const { out, err } = septet(['estimate', '--json', ...args], '', ['--import', TELL])
  expect(JSON.parse(out).messages).toBeGreaterThan(0)
  return Number(/^peak (.*)$/m.exec(err)?.[1])
}

const long = 'Скидка. '.repeat(80_000)

describe.skipIf(process.platform !== 'linux')('little memory is needed', () => {
  it.each([
    ['for the shortest rows of CSV', 'short.csv', 'text,n\n', 'ab,12\n'],
    ['behind a quote that is never closed', 'open.csv', 'text,n\n"open', 'ab,12\n'],
    ['for the shortest lines', 'short.txt', '', 'a\n'],
    ['for the shortest rows of NDJSON', 'short.ndjson', '', '"a"\n'],
    ['for rows of 1 MB', 'long.csv', 'text,n\n', `"${long}",1\n`],
    ['for lines of 1 MB', 'long.txt', '', `${long}\n`],
  ])('%s, written again', (_, name, head, row) => {
    const octets = Buffer.byteLength(row)
    const size = octets > 1e6 ? SIZE_OF_LONG_ROWS : SIZE
    const large = file(name, `${head}${row.repeat(size / octets)}`)
    expect(peakOf(['--output', path('counted'), large])).toBeLessThan(MOST)
  })
})
