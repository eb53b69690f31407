import { describe, expect, test } from 'vitest'
import { preview } from '../../src/smsc/index'

const phones = '79161234567'
const OTHERS = [
  ['mms', { mms: 1, phones }],
  ['mail', { mail: 1, phones: 'a@b.ru' }],
  ['soc', { soc: 1, phones }],
  ['viber', { viber: 1, phones }],
  ['whatsapp', { whatsapp: 1, phones }],
  ['call', { call: 1, phones }],
  ['tg', { tg: 1, phones: '@nickname,#123' }],
  ['bot', { bot: '@shop_bot', phones }],
  ['bot', { bot: 'b', tg: 1, phones }],
] as const

describe('what is no SMS', () => {
  test.each(OTHERS)('is named as such, and neither counted nor priced: %s %j', (kind, request) => {
    const result = preview({ ...request, mes: 'x' } as object, { rates: { '': '1' } })
    expect(result).toMatchObject({ kind, n: { min: 0, max: Number.POSITIVE_INFINITY }, warnings: [] })
    expect(result.errors).toMatchObject([{ code: 'not-previewable' }])
    expect(result.answer.error).toMatchObject({ code: 'not-previewable' })
  })

  test.each(OTHERS)('has a sender by other rules: %s %j', (_kind, request) => {
    for (const sender of ['noreply@example.com', 'Магазин', 'a'.repeat(60)]) {
      const { errors } = preview({ ...request, mes: 'x', sender, charset: 'utf-8' } as object)
      expect(errors.map(({ code }) => code)).toEqual(['not-previewable'])
    }
  })

  test.each(['__CALL__', '__VIBER__', '__SOC__', '__MMS__', '__MAIL__', '__WHATSAPP__'])(
    'nor by %s in the text',
    (prefix) => {
      const { errors } = preview({ phones, mes: `${prefix}x`, sender: 'Магазин на углу' })
      expect(errors.map(({ code }) => code)).toEqual(['not-previewable'])
      const list = preview({ list: `Магазин на углу|${phones}:${prefix}x` })
      expect(list.errors.map(({ code }) => code)).toEqual(['not-previewable'])
    },
  )

  test('leaves the sender of the SMS beside it to be checked', () => {
    const list = `${phones}:__CALL__x\n${phones}:y`
    expect(preview({ list, sender: 'Магазин' }).errors.map(({ service }) => service)).toEqual([undefined, 6])
    const { lines } = preview({ list: `Магазин|${phones}:__CALL__x\nЛавка|${phones}:y` })
    expect(lines.map(({ errors }) => errors)).toEqual([[], [6]])
  })

  test.each(['', '0', 0, false])('is an SMS where a flag or a bot is %j', (off) => {
    const off_ = Object.fromEntries(
      ['mms', 'mail', 'soc', 'viber', 'whatsapp', 'call', 'tg', 'bot'].map((name) => [name, off]),
    )
    expect(preview({ phones, mes: 'x', ...off_ })).toMatchObject({ kind: 'sms', n: 1, errors: [], warnings: [] })
  })

  test('excludes every other kind', () => {
    const { errors } = preview({ phones, mes: 'x', tg: 1, flash: 1 } as object)
    expect(errors.map(({ code }) => code)).toContain('conflicting-parameters')
  })
})
