import { count, countRcs } from 'septet'
import { describe, expect, it } from 'vitest'
import { profiles } from '../../src/profiles/index'
import { objects, printed, septet } from '../support/command'

describe('--profile', () => {
  it('counts as the carrier does, and warns where a message is longer than it takes', async () => {
    const text = 'a'.repeat(1601)
    const counted = count(text, profiles['us-toll-free'].options)
    const warnings = ['longer than us-toll-free takes: 1601 characters, and 1600 is the most']
    expect(await objects('count', ['--profile', 'us-toll-free', text])).toEqual([{ ...counted, warnings }])
    expect(await printed(['count', '--profile', 'us-toll-free', text])).toContain(`11 segments · GSM-7`)
    expect(await printed(['count', '--profile', 'us-toll-free', text])).toContain(warnings[0])
    expect(await printed(['segment', '--profile', 'us-toll-free', text])).toContain(warnings[0])
    expect(await objects('segment', ['--profile', 'us-toll-free', 'a'])).toMatchObject([{ segments: 1, warnings: [] }])
  })

  it('tells of segments, and of carriers that do not join them', async () => {
    expect(await printed(['count', '--profile', 'esendex', 'a'.repeat(613)])).toContain('5 segments, and 4 is the most')
    expect(await printed(['count', '--profile', 'us-cellular', 'a'.repeat(151)])).toContain('arrives as 2 messages')
  })

  it('gives way to what is typed', async () => {
    expect(await printed(['count', '--profile', 'telnyx', '--encoding', 'ucs-2', 'a'])).toContain('UCS-2')
  })

  it('of no such name is bad usage', async () => {
    const { code, err } = await septet(['count', '--profile', 'us-tollfree', 'a'])
    expect(code).toBe(2)
    expect(err).toContain('us-toll-free')
  })
})

describe('--rcs', () => {
  it('shows what the text costs as an RCS message beside the count', async () => {
    expect(await printed(['count', '--rcs', 'us', 'ж'.repeat(81)])).toMatch(
      /^2 segments · UCS-2 .* · RCS: 2 segments, 162 octets\n$/,
    )
    expect(await printed(['count', '--rcs', 'other', 'hi'])).toMatch(/^1 segment · GSM-7 .* · RCS: basic, 2 octets\n$/)
    expect(await objects('count', ['--rcs', 'us', 'hi'])).toEqual([
      { ...count('hi'), rcs: countRcs('hi', { market: 'us' }) },
    ])
  })

  it('shows it beside what inspect says', async () => {
    expect(await printed(['inspect', '--rcs', 'us', 'ж'.repeat(81)])).toMatch(
      /^2 segments · UCS-2 .* · RCS: 2 segments, 162 octets\n\nUCS-2 because/,
    )
    const [plain] = await objects('inspect', ['ж'])
    expect(await objects('inspect', ['--rcs', 'other', 'ж'])).toEqual([
      { ...(plain as object), rcs: countRcs('ж', { market: 'other' }) },
    ])
  })
})
