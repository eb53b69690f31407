import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ownFolder, withBadRows } from '../support/campaign'

const { file, path } = ownFolder()

const NULLS = '"encoding":null,"units":null,"segments":null'
const PHONE = '"phone":"79161234567"'

/** The rows of --output, of which one at least is left out. */
async function again(rows: string | Uint8Array, args: string[] = []): Promise<string> {
  await withBadRows(['--format', 'ndjson', '--output', path('out'), ...args], rows)
  return readFileSync(path('out'), 'latin1')
}

describe('a row of NDJSON that is left out', () => {
  const rates = () => ['--rates', file('rates.json', '{"44":"1"}')]

  it.each<[why: string, row: string, args: string[], again: string]>([
    ['a text outside GSM-7', '{"text":"`"}', ['--encoding', 'gsm-7'], ''],
    ['a phone that is none', '{"to":"abc","text":"x"}', [], ''],
    ['no phone', '{"to":"","text":"x"}', [], ''],
    ['no rate', `{${PHONE},"text":"x"}`, ['--rates'], ''],
    ['no text', '{"no":1}', [], ''],
    ['a text that is no string', '{"text":null}', [], ''],
    ['a text alone outside GSM-7', '"`"', ['--encoding', 'gsm-7'], `{"text":"\`",${NULLS}}`],
    ['an object without members', '{ }', [], `{${NULLS}}`],
    ['octets that are no UTF-8', '{"text":"\xff"}', [], ''],
  ])('has nulls: %s', async (_, row, args, expected) => {
    const all = args[0] === '--rates' ? rates() : args
    const added = args[0] === '--rates' ? `${NULLS},"cost":null` : NULLS
    const written = (await again(Buffer.from(`${row}\n`, 'latin1'), all)).trimEnd()
    expect(written).toBe(expected || `${row.slice(0, -1)},${added}}`)
    expect(Object.values(JSON.parse(written)).filter((value) => value === null)).not.toHaveLength(0)
  })

  it.each([
    ['its text', '"text":null', []],
    ['its phone', '"text":"x","phone":"abc"', []],
    ['its charset', '"text":"\xff"', []],
  ])('has none of its old values: %s', async (_, members, args) => {
    const old = `{"cost":"99",${members},"encoding":"OLD","segments":9}\n`
    expect(await again(Buffer.from(old, 'latin1'), args)).toBe(`{${members},${NULLS}}\n`)
  })

  it.each(['{bad', '5', '5\n[{"text":"a"}]', 'null'])('stays as it is where it takes no members: %s', async (row) => {
    expect(await again(`${row}\n`)).toBe(`${row}\n`)
  })
})
