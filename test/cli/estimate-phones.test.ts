import fc from 'fast-check'
import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min'
import { describe, expect, it } from 'vitest'
import { isPossibleNumber } from '../../src/cli/estimate/count/possible-number'
import { preview } from '../../src/smsc/index'
import { estimate, ownFolder, withBadRows } from '../support/campaign'
import { printed } from '../support/command'
import { runs } from '../support/long'

const { file } = ownFolder()

const CODES = [
  ...new Set(getCountries().map((country) => getCountryCallingCode(country))),
  '800',
  '808',
  '870',
  '878',
  '881',
  '979',
  '210',
  '0',
]

/** Behind a + nothing is corrected. */
function isPossibleInPreview(digits: readonly string[]): boolean[] {
  const { recipients } = preview({ phones: digits.map((one) => `+${one}`).join(','), mes: 'x' }).lines[0]!
  return recipients.map(({ status }) => status !== 'impossible')
}

describe('a number that cannot be', () => {
  it.each(['12', '7', '7916', '791612345678', '780012345678', '99999999999'])('makes a bad row: %s', async (phone) => {
    const result = await withBadRows([
      '--no-correct-phones',
      file('short.csv', `text,phone\na,79161234567\nb,${phone}\n`),
    ])
    expect(result).toMatchObject({ messages: 1, named: [{ line: 3, reason: `"${phone}" cannot be a phone number` }] })
  })

  it('is none in a preview either, and the other way round', () => {
    for (const code of CODES) {
      const national = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 20 - code.length })
      const digits = fc.sample(national, runs(50, 500)).map((rest) => code + rest)
      // What is long enough, and what begins as trunk prefixes do.
      for (let length = 5; length < 14; length++) {
        for (const first of '0123456789') digits.push(code + first + '9161234567890'.slice(0, length - 1))
      }
      const unlike = [...new Set(digits)]
      expect(unlike.map(isPossibleNumber)).toEqual(isPossibleInPreview(unlike))
    }
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
