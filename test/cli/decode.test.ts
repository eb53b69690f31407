import { describe, expect, it } from 'vitest'
import { objects, printed, septet } from '../support/command'

/** The third of five segments, in UCS-2. */
const THIRD = ['--dcs', '0x19', '--udh', '06080463D00503043F04300441']

describe('septet decode of a segment whose fellows are missing', () => {
  it('shows its octets, its elements in words, its text, and what is missing', async () => {
    const out = await printed(['decode', '--hex', ...THIRD])
    expect(out).toContain('Segment 3 of 5')
    expect(out).toMatch(/16-bit concatenation, reference 25552, segment 3 of 5 +080463D00503/)
    expect(out).toMatch(/043F04300441/)
    expect(out).toMatch(/^пас$/m)
    expect(out).toMatch(/^missing: segments 1, 2, 4, 5 of 5$/m)
  })

  it('prints its text, and says what is missing beside it', async () => {
    const { code, out, err } = await septet(['decode', ...THIRD])
    expect({ code, out, err }).toEqual({ code: 0, out: 'пас\n', err: 'septet: missing: segments 1, 2, 4, 5 of 5\n' })
  })

  it('names it in JSON', async () => {
    expect(await objects('decode', THIRD)).toMatchObject([
      { text: 'пас', missing: [1, 2, 4, 5], parts: [{ sequence: 3, text: 'пас' }] },
    ])
  })

  it('refuses segments of two messages all the same', async () => {
    const { code, err } = await septet(['decode', '--udh', '0500030102 01C8'.replace(' ', ''), '050003020202C8'])
    expect(code).toBe(1)
    expect(err).toMatch(/not of the message/)
  })
})

describe('septet decode --smpp', () => {
  it.each([
    ['3', '75736572406578616D706C65', 'user@example'],
    ['3', '4A6F73E9', 'José'],
    ['2', '0102', '0102'],
    ['0', '00', '@'],
    ['1', '40', '@'],
    ['7', 'F9ECE5ED', 'שלום'],
    ['8', '041F0440', 'Пр'],
    ['0xF0', '1B65', '€'],
  ])('reads data_coding %s by the table of SMPP: %s is %s', async (dcs, digits, text) => {
    expect(await printed(['decode', '--smpp', '--dcs', dcs, digits])).toBe(`${text}\n`)
  })

  it('joins segments by their headers, and takes what encode prints', async () => {
    expect(await printed(['decode', '--smpp', '--udh', '05000301020242', '05000301020141'])).toBe('AB\n')
    const text = 'Привет '.repeat(20)
    const json = await printed(['encode', '--unpacked', '--json', text])
    expect(await printed(['decode', '--smpp'], json)).toBe(`${text}\n`)
  })

  it('refuses by name what it cannot read', async () => {
    const { code, err } = await septet(['decode', '--smpp', '--dcs', '5', '82A0'])
    expect(code).toBe(1)
    expect(err).toMatch(/JIS X 0208/)
  })

  it('has no TP-UDL', async () => {
    const { code, err } = await septet(['decode', '--smpp', '--udl', '1', '41'])
    expect(code).toBe(2)
    expect(err).toMatch(/--udl/)
  })

  it('is TP-DCS without it', async () => {
    expect(await printed(['decode', '--unpacked', '--dcs', '3', '40'])).toBe('¡\n')
    expect(await printed(['decode', '--help'])).not.toMatch(/data_coding in SMPP/)
  })
})
