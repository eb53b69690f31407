import { describe, expect, it } from 'vitest'
import { estimate, ownFolder, refusal, withBadRows } from '../support/campaign'

const { file } = ownFolder()

/** `имя` in windows-1251. */
const NAME = Buffer.of(0xe8, 0xec, 0xff)

describe('the header of a CSV file', () => {
  it('that is not UTF-8 is refused by its line, and is read in the charset that is named', async () => {
    const rows = Buffer.concat([Buffer.from('\n\ntext,phone,'), NAME, Buffer.from('\n+79161234567 hi,79161234567,a\n')])
    const campaign = file('windows.csv', rows)
    expect(await refusal([campaign])).toMatch(
      /windows\.csv: line 3: the header is not utf-8; see --charset, perhaps windows-1251\n$/,
    )
    expect(await estimate(['--charset', 'windows-1251', campaign])).toMatchObject({ messages: 1, units: 15 })
    const text = Buffer.concat([NAME, Buffer.from(',phone\n'), NAME, Buffer.from(',79161234567\n')])
    const named = ['--charset', 'windows-1251', '--text-column', 'ИМЯ', file('named.csv', text)]
    expect((await estimate(named)).costliest).toMatchObject([{ text: 'имя', line: 2 }])
  })

  it('is as long as its octets, whatever comes after it', async () => {
    const rows = Buffer.concat([Buffer.from('\uFEFFtext,имя\nфыва,'), NAME, Buffer.from('\n')])
    expect((await estimate([file('after.csv', rows)])).costliest).toMatchObject([{ text: 'фыва', line: 2 }])
  })

  it.each(['', '\uFEFF', '\n\n'])('is missed in %j', async (content) => {
    expect(await refusal([file('empty.csv', content)])).toMatch(/empty\.csv: no header\n$/)
    expect(await refusal([file('full.csv', 'text\na\n'), file('empty.tsv', content)])).toMatch(
      /empty\.tsv: no header\n$/,
    )
  })

  it.each([
    ['text,phone,Text', [], /columns 1 "text" and 3 "Text"/],
    ['text,to,to', [], /columns 2 "to" and 3 "to"/],
    ['a,b,text,b', ['--text-column', 'b'], /columns 2 "b" and 4 "b"/],
  ])('is refused where two columns have the name that is meant: %s', async (header, args, message) => {
    expect(await refusal([...args, file('twice.csv', `${header}\na,79,b,78\n`)])).toMatch(message)
  })

  it('may have two columns of a name that nobody asks for', async () => {
    expect((await estimate([file('others.csv', 'text,x,x\na,b,c\n')])).messages).toBe(1)
  })
})

describe('CSV takes linear time', () => {
  it('in a row without a line end, however many fields', async () => {
    const row = '"a",'.repeat(3_500_000)
    expect((await withBadRows([file('wide.csv', `text\n${row}`)])).named).toMatchObject([{ line: 2 }])
  })

  it('in records of many fields that begin with a quote', async () => {
    const fields = Array.from({ length: 14_000 }, (_, index) => `"""${index}"`)
    const record = `"a\nb",${fields.join(',')}\n`
    const { messages } = await estimate([file('deep.csv', `text${',x'.repeat(fields.length)}\n${record.repeat(240)}`)])
    expect(messages).toBe(240)
  })
})
