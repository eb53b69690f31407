import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decodeWapPush } from '../../src/index'
import { octets } from '../support/octets'
import { anyIndication } from './documents'
import { inFolder, judgedBy, run, samples } from './programs'

const AMOUNT = 50
const EIGHT_BIT_CLASS_1 = 0xf5

/** The segments of a push as gammu's phone that is none keeps them: header and data as hexadecimal digits. */
function indicator(url: string, title: string) {
  return inFolder((folder) => {
    const phone = join(folder, 'phone')
    const config = join(folder, 'gammurc')
    mkdirSync(phone)
    writeFileSync(config, `[gammu]\nmodel = dummy\nconnection = none\ndevice = ${phone}\nport = ${phone}\n`)
    run('gammu', ['-c', config, 'savesms', 'WAPINDICATOR', url, title, '-folder', '1'], {
      ...process.env,
      LC_ALL: 'C.UTF-8',
    })
    return readdirSync(phone, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'))
      .filter((text) => text.includes('UDH = '))
      .map((text) => {
        const header = /^UDH = (\w+)/m.exec(text)![1]!
        const data = Array.from(text.matchAll(/^Text\d+ = (\w+)/gm), ([, digits]) => digits).join('')
        return { userData: octets(header + data), dataCoding: EIGHT_BIT_CLASS_1, hasHeader: true }
      })
  })
}

judgedBy(['gammu'], 'gammu', () => {
  test(`writes ${AMOUNT} pushes that we read`, () => {
    for (const { href, text } of samples(anyIndication(100), AMOUNT)) {
      expect(decodeWapPush(indicator(href!, text))).toMatchObject({ type: 'si', href, text })
    }
  })
})
