import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCollector, decode, decodeWapPush } from '../../src/index'
import { octets } from '../support/octets'
import { anyIndication } from './documents'
import { inFolder, judgedBy, run, samples } from './programs'

const AMOUNT = 50
const EIGHT_BIT_CLASS_1 = 0xf5
const UCS2 = 0x08

/** The segments that gammu's phone that is none keeps of a message: header and data as hexadecimal digits. */
function saved(...message: string[]): { digits: string; hasHeader: boolean }[] {
  return inFolder((folder) => {
    const phone = join(folder, 'phone')
    const config = join(folder, 'gammurc')
    mkdirSync(phone)
    writeFileSync(config, `[gammu]\nmodel = dummy\nconnection = none\ndevice = ${phone}\nport = ${phone}\n`)
    run('gammu', ['-c', config, 'savesms', ...message, '-folder', '1'], { ...process.env, LC_ALL: 'C.UTF-8' })
    return readdirSync(phone, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'))
      .filter((text) => text.includes('Text00 = '))
      .map((text) => {
        const header = /^UDH = (\w+)/m.exec(text)?.[1] ?? ''
        const data = Array.from(text.matchAll(/^Text\d+ = (\w+)/gm), ([, digits]) => digits).join('')
        return { digits: header + data, hasHeader: header !== '' }
      })
  })
}

judgedBy(['gammu'], 'gammu', () => {
  test(`writes ${AMOUNT} pushes that we read`, () => {
    for (const { href, text } of samples(anyIndication(100), AMOUNT)) {
      const messages = saved('WAPINDICATOR', href!, text).map(({ digits, hasHeader }) => {
        return { userData: octets(digits), dataCoding: EIGHT_BIT_CLASS_1, hasHeader }
      })
      expect(decodeWapPush(messages)).toMatchObject({ type: 'si', href, text })
    }
  })

  test(`writes 20 long texts in UCS-2 that we read, in any order, and gather`, () => {
    const unit = fc.constantFrom(...'Привіт, мир [€] ğ中', '😀')
    const texts = fc.string({ unit, minLength: 1, maxLength: 250 }).map((text) => `ж${text}я`)
    for (const text of samples(texts, 20)) {
      const messages = saved('TEXT', '-unicode', '-len', '800', '-text', text).map(({ digits, hasHeader }) => {
        return { userData: octets(digits), dataCoding: UCS2, hasHeader }
      })
      expect(decode(messages)).toBe(text)
      const collector = createCollector()
      const readings = messages.map((message) => collector.add(message).reading?.text)
      expect(readings).toEqual([...Array(messages.length - 1).fill(undefined), text])
    }
  })
})
