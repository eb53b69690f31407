import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { ownFolder, withBadRows } from './campaign'

const { file, path } = ownFolder()

const output = () => path('out')
const written = () => readFileSync(output())

afterEach(() => {
  for (const name of readdirSync(path()).filter((one) => one.startsWith('out'))) rmSync(path(name))
})

/** The bytes of a string whose characters are octets. */
const octets = (text: string) => Buffer.from(text, 'latin1')

describe('octets that are not UTF-8', () => {
  it('stay what they are in the other columns of a CSV row, and in a bad row', () => {
    const rows = octets('text,phone,name\nab,79,\xe8\xec\xff\n\xff,79,\xe8\ncd,\xff,x\n')
    const { messages, named } = withBadRows(['--output', output(), file('octets.csv', rows)])
    expect({ messages, lines: named.map(({ line }) => line) }).toEqual({ messages: 2 - 1, lines: [3, 4] })
    expect(written()).toEqual(
      octets(
        'text,phone,name,encoding,units,segments,cost\nab,79,\xe8\xec\xff,GSM-7,2,1,\n\xff,79,\xe8,,,,\ncd,\xff,x,,,,\n',
      ),
    )
  })

  it('stay what they are in a bad line, of text or of NDJSON', () => {
    withBadRows(['--output', output()], octets('a\n\xff"\n\xd0\xb6\n'))
    expect(written()).toEqual(
      octets('text,encoding,units,segments,cost\na,GSM-7,1,1,\n"\xff""",,,,\n\xd0\xb6,UCS-2,1,1,\n'),
    )
    withBadRows(['--format', 'ndjson', '--output', output()], octets('{"text":"\xff"}\n{"text":"\xd0\xb6"}\n'))
    expect(written()).toEqual(
      octets('{"text":"\xff"}\n{"text":"\xd0\xb6","encoding":"UCS-2","units":1,"segments":1}\n'),
    )
  })
})
