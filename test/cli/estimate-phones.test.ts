import { describe, expect, it } from 'vitest'
import { estimate, ownFolder, withBadRows } from '../support/campaign'
import { printed } from '../support/command'

const { file } = ownFolder()

describe('a number that cannot be', () => {
  it.each(['12', '7', '7916', '791612345678', '780012345678', '99999999999'])('makes a bad row: %s', async (phone) => {
    const result = await withBadRows([
      '--no-correct-phones',
      file('short.csv', `text,phone\na,79161234567\nb,${phone}\n`),
    ])
    expect(result).toMatchObject({ messages: 1, named: [{ line: 3, reason: `"${phone}" cannot be a phone number` }] })
  })
})

describe('messages without a text', () => {
  const rows = 'text,phone\n,79161234567\na,79161234567\n"",79161234567\n'

  it('are segments, and are told', async () => {
    const campaign = file('empty.csv', rows)
    expect(await estimate([campaign])).toMatchObject({ messages: 3, emptyMessages: 2, segments: 3 })
    expect(await printed(['estimate', campaign])).toMatch(/\n {2}without a text +2 +66\.7 %\n/)
    expect(await estimate([], 'a\n\nb\n')).toMatchObject({ messages: 3, emptyMessages: 1 })
    expect(await estimate(['--format', 'ndjson'], '{"text":""}\n"a"\n')).toMatchObject({
      messages: 2,
      emptyMessages: 1,
    })
  })

  it('are not spoken of where there are none', async () => {
    expect(await printed(['estimate'], 'a\n')).not.toContain('without a text')
    expect((await estimate([], 'a\n')).emptyMessages).toBe(0)
  })
})
