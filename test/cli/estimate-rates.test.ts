import { describe, expect, it } from 'vitest'
import { preview } from '../../src/smsc/index'
import { estimate, ownFolder, refusal, withBadRows } from '../support/campaign'
import { septet } from '../support/command'

const { file } = ownFolder()

const ONE = 'text,phone\nhello,79161234567\n'

describe('rates in CSV', () => {
  it.each([
    ['7;1.40', '1.40'],
    ['7,1.40', '1.40'],
    ['7\t1.40', '1.40'],
    ['prefix;price\n7;1.40', '1.40'],
    ['\uFEFFprefix,price\r\n\r\n"+7", 1.40\r\n', '1.40'],
    [';2\n7;1.40', '1.40'],
    ['44;1\n;2', '2'],
  ])('%j make a segment cost %s', async (rates, cost) => {
    expect((await estimate(['--rates', file('rates.csv', rates), file('one.csv', ONE)])).cost).toBe(cost)
  })

  it.each([
    ['7;1,40', /rates\.bad: line 1: "1,40" is no price/],
    ['prefix;price\n7;1,40', /line 2: "1,40" is no price/],
    ['prefix\tprice\n\n7\t1,40', /line 3: "1,40" is no price/],
    ['7,1,40', /line 1: 3 fields instead of a prefix and a price/],
    ['7', /line 1: 1 field instead of a prefix and a price/],
    ['prefix;price;note\n7;1.40;x', /line 1: 3 fields instead of/],
    ['RU;1.40\n7;1.40', /line 1: "RU" is no prefix/],
    ['7;1.40\n44;2\n+7;1.50', /line 3: the prefix "7" has a price already, "1.40"/],
    ['prefix;price', /rates\.bad: no rates/],
  ])('%j are refused', async (rates, message) => {
    expect(await refusal(['--rates', file('rates.bad', rates)], 'x')).toMatch(message)
  })
})

describe('rates in JSON', () => {
  it.each([
    ['{"7":"1.40","+7":"1.50"}', /rate "\+7": the prefix "7" has a price already, "1.40"/],
    ['{"7":"1.40","44":"2","7":"1.50"}', /rate "7": the prefix "7" has a price already, "1.40"/],
    ['{"7":{"8":"1"}}', /rate "7": a value of type object is no price/],
  ])('%s are refused', async (rates, message) => {
    expect(await refusal(['--rates', file('rates.bad', rates)], 'x')).toMatch(message)
  })
})

describe('phone numbers', () => {
  const NUMBERS = ['8 916 123-45-67', '9161234567', '+7 (916) 123.45.67', '7\u00A0916\u202F1234567', '79161234567']

  it.each(NUMBERS)('%j is corrected as a preview corrects it', async (phone) => {
    const { recipients } = preview({ phones: phone, mes: 'hello' }).lines[0]!
    expect(recipients).toMatchObject([{ phone: '79161234567', status: 'valid' }])
    const rates = file('rates.json', '{"79161234567":"1.40"}')
    expect((await estimate(['--rates', rates, file('one.csv', `text;phone\nhello;"${phone}"\n`)])).cost).toBe('1.40')
  })

  it('are left as they are after a +, and by --no-correct-phones', async () => {
    const args = ['--rates', file('rates.json', '{"7":"1.40","84":"2"}')]
    const campaign = (phone: string) => file('one.csv', `text,phone\nhello,${phone}\n`)
    expect((await estimate([...args, campaign('84912345678')])).cost).toBe('1.40')
    expect((await estimate([...args, campaign('+84912345678')])).cost).toBe('2')
    expect((await estimate([...args, '--no-correct-phones', campaign('84912345678')])).cost).toBe('2')
    expect((await septet(['estimate', '--help'])).out).toContain('--no-correct-phones')
  })

  it.each(['7916123"\n"4567', '+', '7916+1234567', '1'.repeat(21)])('%j is none', async (phone) => {
    const rows = `text,phone\nhello,"${phone.replaceAll('"', '')}"\n`
    expect((await withBadRows([file('none.csv', rows)])).named).toMatchObject([
      { line: 2, reason: /is no phone number/ },
    ] as never)
  })
})
