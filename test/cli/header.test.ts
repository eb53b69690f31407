import { writeFileSync } from 'node:fs'
import { count, encode, ports } from 'septet'
import { describe, expect, test } from 'vitest'
import { estimate, ownFolder } from '../support/campaign'
import { objects, printed, septet } from '../support/command'
import { hex } from '../support/octets'

/** Ports 5505 and 0, as a header with its length octet. */
const RINGTONE = '06050415810000'

interface Encoded {
  messages: { userData: string; hasHeader: boolean }[]
}

describe('--header', () => {
  test.each([
    ['port=5505', RINGTONE],
    ['ports=5505', RINGTONE],
    ['port=0x1581:0', RINGTONE],
    ['PORT=RingTone', RINGTONE],
    ['port=5505:9200', '060504158123F0'],
    ['port=push:wsp', '0605040B8423F0'],
    ['port=vcard', '06050423F40000'],
    [RINGTONE, RINGTONE],
    [RINGTONE.toLowerCase(), RINGTONE],
    ['03010180', '03010180'],
    ['00', ''],
  ])('%s is in every segment', async (typed, header) => {
    const [short] = (await objects('encode', ['--header', typed, 'Hi'])) as Encoded[]
    expect(short!.messages).toMatchObject([{ hasHeader: header !== '' }])
    expect(short!.messages[0]!.userData.startsWith(header)).toBe(true)
    const [long] = (await objects('encode', ['--header', typed, 'x'.repeat(200)])) as Encoded[]
    const elements = header.slice(2)
    for (const { userData } of long!.messages) expect(userData.slice(2)).toMatch(new RegExp(`^${elements}`))
  })

  test('is counted, cut and estimated alike', async () => {
    const text = 'a'.repeat(153)
    const header = [{ type: 'ports', bits: 16, destination: ports.ringtone, source: 0 }] as const
    expect(count(text, { header }).segments).toBe(2)
    expect(await printed(['count', '--header', 'port=5505', text])).toMatch(/^2 segments/)
    expect(await printed(['count', text])).toMatch(/^1 segment /)
    expect(await printed(['segment', '--header', RINGTONE, text])).toMatch(/^2 segments · GSM-7 · 153 units, 146 a/)
    const encoded = (await objects('encode', ['--header', RINGTONE, text])) as Encoded[]
    const wanted = encode(text, { header }).map(({ userData }) => hex(userData))
    expect(encoded[0]!.messages.map(({ userData }) => userData)).toEqual(wanted)
  })

  const folder = ownFolder()
  test('is in an estimate', async () => {
    writeFileSync(folder.path('lines'), `${'a'.repeat(153)}\n${'ж'.repeat(67)}\nb\n`)
    expect((await estimate(['--header', 'port=5505', folder.path('lines')])).segments).toBe(5)
    expect((await estimate([folder.path('lines')])).segments).toBe(3)
  })

  test.each([
    ['port=', 'It is a whole number'],
    ['port=vcrad', 'It is a whole number'],
    ['port=1:', 'It is a whole number'],
    ['port=65536', 'must be an integer from 0 to 65535'],
    ['0605041581000', 'It is port=5505, or a header in hex'],
    ['xyz', 'It is port=5505, or a header in hex'],
    ['', 'It is port=5505, or a header in hex'],
    ['050415810000', 'header'],
    ['0500030A0201', 'concat'],
  ])('%j is bad usage', async (typed, words) => {
    const { code, out, err } = await septet(['count', '--header', typed, 'a'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('--header')
    expect(err).toContain(words)
  })

  test('does not apply to octets, which begin with their own', async () => {
    const { code, err } = await septet(['encode', '--binary', '--header', RINGTONE, '0001'])
    expect(code).toBe(2)
    expect(err).toMatch(/^septet: --header: does not apply here\n/)
  })

  test('is in the help of every command that takes a text', async () => {
    for (const command of ['count', 'segment', 'encode', 'estimate']) {
      expect(await printed([command, '--help'])).toMatch(/--header <elements> +elements in every segment/)
    }
  })
})
