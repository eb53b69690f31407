import { readdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFaults, launch, overflowOf } from './browser'
import { type Server, SITE, serve } from './server'

let server: Server
let browser: Browser

beforeAll(async () => {
  server = await serve()
  browser = await launch()
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

const phone = { width: 390, height: 844 }
const desk = { width: 1280, height: 900 }

/** Pages that people have written, and one of each kind that TypeDoc has. */
const written = (readdirSync(SITE, { recursive: true, encoding: 'utf8' }) as string[])
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.html') && !path.startsWith('api/') && path !== '404.html')
const reference = [
  'api/index.html',
  'api/septet/index.html',
  'api/septet/functions/count.html',
  'api/septet/interfaces/TextOptions.html',
  'api/septet/classes/SeptetError.html',
  'api/septet/element/classes/SmsCounter.html',
  'api/septet/type-aliases/SeptetErrorCode.html',
]
/** One of each kind, for a phone and for the night. */
const KINDS = [
  'index.html',
  'manual.html',
  'playground.html',
  'start/sdk.html',
  'guides/encodings.html',
  'recipes/react.html',
  'more/comparison.html',
  'options.html',
  'api/septet/functions/count.html',
  'api/septet/interfaces/TextOptions.html',
]

describe.each([
  ['a desk, by day', desk, 'light', [...written, ...reference]],
  ['a desk, by night', desk, 'dark', KINDS],
  ['a phone, by day', phone, 'light', KINDS],
  ['a phone, by night', phone, 'dark', KINDS],
] as const)('on %s', (_, viewport, colorScheme, pages) => {
  test.each(pages)('%s: axe finds nothing, nothing overflows, nothing complains', async (path) => {
    const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' })
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(`${server.origin}/${path}`, { waitUntil: 'load' })
    await page.locator('.VPContent').waitFor()
    if (path === 'index.html') await page.locator('sms-counter [part=line]').waitFor()
    expect(await findFaults(page)).toEqual([])
    expect(await overflowOf(page)).toBe(0)
    expect(complaints).toEqual([])
    await page.close()
  })
})

test.each(['command-line.html', 'guides/templates.html', 'smpp.html'])(
  '%s on a phone: a line breaks in no flag, and in no name such as UCS-2',
  async (path) => {
    const page = await browser.newPage({ viewport: phone })
    await page.goto(`${server.origin}/${path}`)
    const broken = await page.evaluate(() => {
      const texts = document.createTreeWalker(document.querySelector('.vp-doc')!, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        for (const { 0: word, index } of text.nodeValue!.matchAll(/--[a-z][a-z-]*|(GSM|UCS|TP)-[A-Z\d]+/g)) {
          const range = document.createRange()
          range.setStart(text, index)
          range.setEnd(text, index + word.length)
          if (range.getClientRects().length > 1) found.push(word)
        }
      }
      return found
    })
    expect(broken).toEqual([])
    await page.close()
  },
)

test('the home page counts what is typed', async () => {
  const page = await browser.newPage()
  await page.goto(`${server.origin}/`)
  await page.locator('sms-counter [part=line]').waitFor()
  await page.locator('#live-message').fill('a'.repeat(161))
  await expect.poll(() => page.locator('sms-counter [part=segments]').textContent()).toBe('2 segments')
  await page.close()
})

test('the search finds a page, without a network', async () => {
  const page = await browser.newPage({ viewport: desk })
  await page.goto(`${server.origin}/manual.html`)
  await page.locator('.DocSearch-Button').click()
  await page.locator('#localsearch-input').fill('fill bit')
  await expect.poll(() => page.locator('#localsearch-list li').count()).toBeGreaterThan(0)
  expect(await page.locator('#localsearch-list').textContent()).toContain('Why 153')
  await page.close()
})
