import { describe, expect, test } from 'vitest'
import { count, encode, encodeInto, read, segment } from '../../src/index'
import type { TextOptions } from '../../src/types'
import { thrownBy } from '../support/thrown'

const codingOf = (text: string, options: TextOptions) => encode(text, options)[0]!.dataCoding

describe('message waiting (TS 23.038 4, groups 1100 to 1110)', () => {
  test.each([
    ['voice, GSM-7', 'a', { kind: 'voice' }, 0xd8],
    ['fax, GSM-7, not stored', 'a', { kind: 'fax', store: false }, 0xc9],
    ['e-mail, no longer', 'a', { kind: 'email', active: false, store: false }, 0xc2],
    ['other, stored, no longer', 'a', { kind: 'other', active: false }, 0xd3],
    ['voice, UCS-2', 'ж', { kind: 'voice' }, 0xe8],
    ['e-mail, UCS-2, no longer', 'ж', { kind: 'email', active: false, store: true }, 0xe2],
  ] as const)('%s', (_, text, messageWaiting, dataCoding) => {
    for (const packed of [true, false]) expect(codingOf(text, { messageWaiting, packed })).toBe(dataCoding)
    const reading = read(encode(text, { messageWaiting }))
    expect(reading.text).toBe(text)
    expect(reading.dataCoding).toEqual({
      octet: dataCoding,
      encoding: text === 'a' ? 'GSM-7' : 'UCS-2',
      messageWaiting: { active: true, store: true, ...messageWaiting },
    })
  })

  test('is always stored in UCS-2, and no octet says otherwise', () => {
    const messageWaiting = { kind: 'voice', store: false } as const
    expect(thrownBy(() => encode('ж', { messageWaiting }))).toMatchObject({
      code: 'conflicting-options',
      argument: 'options.messageWaiting.store',
    })
  })

  test('has no message class', () => {
    const messageWaiting = { kind: 'voice' } as const
    for (const options of [{ flash: true }, { messageClass: 1 as const }]) {
      expect(thrownBy(() => encode('a', { messageWaiting, ...options }))).toMatchObject({
        code: 'conflicting-options',
        argument: 'options.messageWaiting',
      })
    }
  })

  test('changes no count', () => {
    const options = { messageWaiting: { kind: 'fax', store: false } } as const
    expect(count('ж'.repeat(71), options)).toEqual(count('ж'.repeat(71)))
    expect(segment('abc', options)).toEqual(segment('abc'))
    expect(encodeInto('abc', new Uint8Array(3), [0], options)).toBe(1)
  })

  test.each([
    ['no object', true, 'invalid-type', 'options.messageWaiting'],
    ['no kind', {}, 'invalid-type', 'options.messageWaiting.kind'],
    ['a kind that is none', { kind: 'video' }, 'invalid-value', 'options.messageWaiting.kind'],
    ['a word for a truth', { kind: 'fax', active: 'yes' }, 'invalid-type', 'options.messageWaiting.active'],
    ['a member that is none', { kind: 'fax', count: 1 }, 'unknown-option', 'options.messageWaiting.count'],
  ])('refuses %s', (_, messageWaiting, code, argument) => {
    expect(thrownBy(() => encode('a', { messageWaiting } as never))).toMatchObject({ code, argument })
  })
})

describe('what read says of a message', () => {
  const reading = (dataCoding: number, protocolId?: number) =>
    read({ userData: new Uint8Array(0), dataCoding, hasHeader: false, ...(protocolId !== undefined && { protocolId }) })

  test.each([
    [0x00, { encoding: 'GSM-7' }],
    [0x04, { encoding: '8-bit' }],
    [0x08, { encoding: 'UCS-2' }],
    [0x10, { encoding: 'GSM-7', messageClass: 0 }],
    [0x17, { encoding: '8-bit', messageClass: 3 }],
    [0x19, { encoding: 'UCS-2', messageClass: 1 }],
    [0x20, { encoding: 'GSM-7', compressed: true }],
    [0x58, { encoding: 'UCS-2', messageClass: 0, automaticDeletion: true }],
    [0x80, { encoding: 'GSM-7' }],
    [0xc8, { encoding: 'GSM-7', messageWaiting: { kind: 'voice', active: true, store: false } }],
    [0xd1, { encoding: 'GSM-7', messageWaiting: { kind: 'fax', active: false, store: true } }],
    [0xeb, { encoding: 'UCS-2', messageWaiting: { kind: 'other', active: true, store: true } }],
    [0xf0, { encoding: 'GSM-7', messageClass: 0 }],
    [0xf5, { encoding: '8-bit', messageClass: 1 }],
  ])('data coding 0x%x', (octet, said) => {
    expect(reading(octet).dataCoding).toEqual({ octet, ...said })
  })

  test.each([0x00, 0x40, 0x41, 0x47, 0x5f, 0x7f])('protocol identifier 0x%x', (protocolId) => {
    expect(reading(0, protocolId).protocolId).toBe(protocolId)
  })

  test('is silent on a protocol identifier that nobody gave', () => {
    expect(reading(0)).not.toHaveProperty('protocolId')
    expect(thrownBy(() => reading(0, 256))).toMatchObject({ argument: 'message.protocolId' })
  })

  test('a silent ping is a message of type 0, a replacement one of 1 to 7', () => {
    expect(encode('', { protocolId: 0x40 })).toMatchObject([{ protocolId: 0x40, userDataLength: 0, dataCoding: 0 }])
    expect(read(encode('новый', { protocolId: 0x43 }))).toMatchObject({ protocolId: 0x43, text: 'новый' })
  })
})
