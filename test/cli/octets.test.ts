import { describe, expect, it } from 'vitest'
import { objects, printed, septet } from '../support/command'

const EXAMPLE = '0605040B8423F0DC0601AE02056A0045C60C037761702E72752F0001037761702E7275000101'

describe('septet encode --waiting', () => {
  it.each([
    ['voice', 0xd8],
    ['EMAIL:off', 0xd2],
    ['fax:discard', 0xc9],
    ['other:off:discard', 0xc3],
  ])('%s', async (kind, dataCoding) => {
    const [{ messages }] = (await objects('encode', ['--waiting', kind], 'x')) as [{ messages: unknown[] }]
    expect(messages[0]).toMatchObject({ dataCoding })
  })
})

describe('septet push', () => {
  it('prints the octets of a link and a title, with the header in words', async () => {
    const out = await printed(['push', '--compact', '--transaction', '0xDC', 'http://wap.ru/', 'wap.ru'])
    expect(out).toContain('1 segment · 38 octets')
    expect(out).toMatch(/^ {2}header +16-bit ports, to 2948 \(push\) from 9200 \(wsp\)$/m)
    expect(out).toMatch(new RegExp(`^ {2}user data +${EXAMPLE}$`, 'm'))
  })

  it('shows the link where there is no title', async () => {
    const [{ messages }] = (await objects('push', ['http://wap.ru/'])) as [{ messages: { userData: string }[] }]
    expect(messages[0]!.userData).toContain(Buffer.from('http://wap.ru/').toString('hex').toUpperCase())
  })

  it('takes every member of the document, and every option', async () => {
    const document = [
      '--id',
      '1',
      '--created',
      '1999-06-25T15:23:15Z',
      '--expires',
      '1999-06-30T00:00:00Z',
      '--action',
      'delete',
    ]
    const options = [
      '--application-id',
      '2',
      '--no-charset',
      '--dcs',
      '0xF5',
      '--pid',
      '1',
      '--reference',
      '9',
      '--reference-bits',
      '16',
    ]
    const json = await printed(['push', '--json', ...document, ...options, 'http://wap.ru/', 'two', 'words'])
    expect(JSON.parse(json).messages[0]).toMatchObject({ dataCoding: 0xf5, protocolId: 1 })
    const read = await printed(['decode', '--hex'], json)
    for (const words of [
      'applicationId  2',
      'href           http://wap.ru/',
      'text           two words',
      'id             1',
      'created        1999-06-25T15:23:15Z',
      'expires        1999-06-30T00:00:00Z',
      'action         delete',
    ]) {
      expect(read).toContain(words)
    }
    expect(read).not.toContain('charset')
  })

  it('takes an indication back by its identifier', async () => {
    const read = await printed(
      ['decode', '--hex'],
      await printed(['push', '--json', '--action', 'delete', '--id', '5']),
    )
    expect(read).toMatch(/id +5/)
    expect(read).not.toContain('href')
  })

  it('makes a Service Loading', async () => {
    const json = await printed(['push', '--json', '--type', 'SL', '--action', 'cache', 'http://wap.ru/'])
    expect(await printed(['decode', '--hex'], json)).toMatch(/type +sl[\s\S]*action +cache/)
  })

  it.each([
    [['--transaction', '256'], '--transaction: must be an integer'],
    [['--created', '1999-02-30T00:00:00Z'], '--created: must be a date'],
    [['--action', 'shout'], '--action: must be one of'],
    [['--compact', '--application-id', '2'], '--compact: is the form without'],
    [['--type', 'mms'], 'It is one of: si, sl.'],
  ])('refuses %j as bad usage', async (args, message) => {
    const { code, out, err } = await septet(['push', ...args, 'http://wap.ru/', 'x'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
  })

  it('needs a link', async () => {
    expect((await septet(['push'])).code).toBe(2)
  })
})

describe('septet encode --binary', () => {
  it('cuts octets after their header', async () => {
    const out = await printed(['encode', '--binary', '--reference', '7'], `0605040B8423F0\n${'AB'.repeat(200)}\n`)
    expect(out).toContain('2 segments · 224 octets')
    expect(out).toMatch(
      /^ {2}header +16-bit ports, to 2948 \(push\) from 9200 \(wsp\); 8-bit concatenation, reference 7, segment 2 of 2$/m,
    )
  })

  it('heeds the suffix', async () => {
    const [flagged] = (await objects('encode', ['--binary', '--pid', '0x41', '--dcs', '0xF5'], '00AB')) as [
      { messages: object[] },
    ]
    expect(flagged.messages[0]).toMatchObject({ protocolId: 0x41, dataCoding: 0xf5 })
    const [answer] = await objects('encode', ['--binary'], '00AB\n~~~\npid: 64, dcs: 245\n')
    expect(answer).toMatchObject({ messages: [{ userData: 'AB', protocolId: 64, dataCoding: 245, hasHeader: false }] })
  })

  it('refuses what is no octets, and options of text', async () => {
    expect(await septet(['encode', '--binary', '05G0'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('offset 2'),
    })
    expect(await septet(['encode', '--binary', '--flash', '00'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--flash'),
    })
  })
})

describe('septet decode --hex', () => {
  it.each([
    ['no push', ['--dcs', '4', '--udh', '0605040B8423F0414243'], '414243'],
    ['no octets', ['--dcs', '8', '--udh', '0605040B8423F00416'], 'Ж'],
  ])('shows the segments to the port of pushes that are %s, and says why', async (_, args, content) => {
    const out = await printed(['decode', '--hex', ...args])
    expect(out).toMatch(/^Segment 1 of 1\n/)
    expect(out).toMatch(new RegExp(`\\n${content}\\n\\nWAP push: not readable: .+\\n$`))
    expect(await printed(['decode', ...args])).toBe(`${content}\n`)
  })

  it('prints the elements in words beside their octets', async () => {
    const out = await printed(['decode', '--hex', '--udh', '--dcs', '4', '050A0307056048656C6C6F2C20576F726C6421'])
    expect(out).toMatch(/^ {2}header of 6 octets +05$/m)
    expect(out).toMatch(/^ {2}italic, underline, 5 characters from 7 +0A03070560$/m)
    expect(out).toMatch(/^ {2}user data after it +48656C6C6F2C20576F726C6421$/m)
  })

  it('says what a push is', async () => {
    expect(await printed(['decode', '--hex', '--udh', '--dcs', '4', EXAMPLE])).toMatch(
      /WAP push\n {2}type +si\n {2}transactionId +220\n[\s\S]*href +http:\/\/wap\.ru\/\n/,
    )
  })

  it('says so where a header is not readable', async () => {
    expect(await printed(['decode', '--hex', '--udh', '--unpacked', '040003010268'])).toContain('not readable: ')
  })

  it('shows a message without a header', async () => {
    expect(await printed(['decode', '--hex', 'E8329BFD06'])).toBe(
      'Segment 1 of 1\n  user data after it  E8329BFD06\n\nhello\n',
    )
  })
})
