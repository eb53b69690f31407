import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, test } from 'vitest'
import { printed, septet } from '../support/command'

describe('septet completion bash', () => {
  let script: string

  beforeAll(async () => {
    script = await printed(['completion', 'bash'])
  })

  test.runIf(process.platform === 'linux')('completes commands, flags, and the words after a flag', () => {
    const lines = [
      'septet est',
      'septet count --lin',
      'septet count --newline c',
      'septet count --encoding g',
      'septet count --smart always,',
      'septet count --transliterate ',
      'septet completion ',
      'septet count te',
      'septet count --newline = c',
      'septet count --newline =',
      'septet count --languages turkish,h',
      'septet count --newline crlf,k',
      'septet help est',
    ]
    const ask = lines.map((line) => {
      const words = line.split(' ')
      return `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; COMPREPLY=(); _septet; echo "\${COMPREPLY[*]}"`
    })
    const { stdout, stderr } = spawnSync('bash', ['-c', [script, ...ask].join('\n')], { encoding: 'utf8' })
    expect([stdout, stderr]).toEqual([
      'estimate\n--lines\ncrlf\ngsm-7\nalways,letters always,twilio\ntranslit volapuk bulgarian2009 greekCapitals icao9303 ukrainian2010\nbash zsh\n\ncrlf\nkeep lf crlf\nturkish,hindi\n\nestimate\n',
      '',
    ])
  })
})

test('septet completion zsh names each command and flag with what it does', async () => {
  const script = await printed(['completion', 'zsh'])
  expect(script).toMatch(/^#compdef septet\n/)
  expect(script).toContain("'estimate:Estimate what a campaign of many messages costs'")
  expect(script).toContain('count:--newline) compadd -- keep lf crlf; return ;;')
  expect(script).toContain("count:--languages) compset -P '*,'; compadd -- all turkish spanish")
})

test('septet completion knows no other shell', async () => {
  expect(await septet(['completion', 'fish'])).toMatchObject({ code: 2, out: '' })
})

test.each([80, 40])('the help of every command fits %i columns', async (columns) => {
  for (const name of ['', 'count', 'segment', 'encode', 'decode', 'estimate', 'push', 'pdu', 'smsc', 'completion']) {
    const { out } = await septet(name === '' ? ['--help'] : [name, '--help'], '', { isTTY: true, columns })
    const wide = out.split('\n').filter((line) => [...line].length > columns && !/septet /.test(line))
    expect(wide, name).toEqual([])
  }
})
