import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from './drivers'
import { type Server, serve } from './server'

/** Pictures of the manual. Written again only when they are asked for: no two machines draw the same letters. */
const PICTURES = fileURLToPath(new URL('../../examples/counter/screenshots/', import.meta.url))
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const phone = { width: 390, height: 844 }
const desk = { width: 1280, height: 900 }

let server: Server
let browser: Browser

beforeAll(async () => {
  server = await serve()
  browser = await launchChromium()
  mkdirSync(PICTURES, { recursive: true })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

async function open(viewport: typeof desk, colorScheme: 'light' | 'dark'): Promise<[Page, complaints: string[]]> {
  const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' })
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(`${server.origin}/examples/counter/index.html`)
  await page.locator('#counter [part=line]').waitFor()
  return [page, complaints]
}

describe('the example page', () => {
  test.each([
    ['a desk, by day', desk, 'light', 'long', 'desk-light'],
    ['a desk, by night', desk, 'dark', 'quotes', 'desk-dark'],
    ['a phone, by day', phone, 'light', 'quotes', 'phone-light'],
    ['a phone, by night', phone, 'dark', 'emoji', 'phone-dark'],
    ['a phone, in Russian', phone, 'light', 'russian', undefined],
    ['a desk, in Arabic', desk, 'light', 'arabic', undefined],
  ] as const)('looks right on %s: axe finds nothing, nothing overflows, nothing complains', async (...of) => {
    const [, viewport, scheme, sample, picture] = of
    const [page, complaints] = await open(viewport, scheme)
    await page.locator(`[data-sample=${sample}]`).click()
    await page.locator('.bubble summary').first().click()
    for (const summary of await page.locator('#counter summary:visible').all()) await summary.click()
    await page.evaluate(AXE)
    const { violations } = await page.evaluate(() => window.axe.run())
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`))).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    expect(complaints).toEqual([])
    if (picture && process.env.PICTURES) {
      await page.mouse.move(0, 0)
      await page.evaluate(() => (document.activeElement as HTMLElement).blur())
      await page.evaluate(() => scrollTo(0, 0))
      await page.screenshot({ path: `${PICTURES}${picture}.png`, fullPage: viewport === desk })
    }
    await page.close()
  })

  test('shows the segments, their octets on demand, and what the phone shows', async () => {
    const [page] = await open(desk, 'light')
    await page.locator('#message').fill('a'.repeat(161))
    expect(await page.locator('.caption').allTextContents()).toEqual(['Segment 1 · 153/153', 'Segment 2 · 8/153'])
    await page.locator('.bubble summary').nth(1).click()
    expect(await page.locator('.octets').textContent()).toBe('05 00 03 ab 02 02 c2 e1 70 38 1c 0e 87 01')
    expect(await page.locator('#delivered').textContent()).toBe('a'.repeat(161))
    expect(await page.locator('#receipt').textContent()).toBe('Delivered · joined from 2 segments')
    await page.locator('#message').fill('<img src=x onerror=alert(1)>ж')
    expect(await page.locator('#delivered').textContent()).toBe('<img src=x onerror=alert(1)>ж')
    expect(await page.locator('main img').count()).toBe(0)
    expect(await page.locator('#explained').textContent()).toContain('16-bit')
  })

  test('keeps octets open while a person types', async () => {
    const [page] = await open(desk, 'light')
    await page.locator('#message').fill('a'.repeat(161))
    await page.locator('.bubble summary').nth(1).click()
    await page.locator('#message').focus()
    await page.keyboard.press('End')
    await page.keyboard.type('b')
    expect(
      await page.locator('.bubble details').evaluateAll((all) => all.map((one) => one.hasAttribute('open'))),
    ).toEqual([false, true])
    expect(await page.locator('.octets').textContent()).toBe('05 00 03 3c 02 02 c2 e1 70 38 1c 0e 87 c5')
    expect(await page.locator('.octets').count()).toBe(1)
    await page.locator('.bubble summary').nth(1).click()
    await page.locator('.bubble summary').nth(1).click()
    expect(await page.locator('.octets').count()).toBe(1)
  })

  test('draws nothing of an empty text', async () => {
    const [page] = await open(desk, 'light')
    await page.locator('#message').fill('')
    expect(await page.locator('.bubble').count()).toBe(0)
    expect(await page.locator('#delivered').isVisible()).toBe(false)
    expect(await page.locator('#receipt').textContent()).toBe('Nothing to deliver yet')
    expect(await page.locator('#counter [part=cost]').isVisible()).toBe(false)
  })

  test('gives a draft back that an example has replaced', async () => {
    const [page] = await open(desk, 'light')
    await page.locator('#message').fill('my draft')
    await page.locator('[data-sample=plain]').click()
    expect(await page.locator('#message').inputValue()).toMatch(/^Hi Anna/)
    await page.keyboard.press('Control+z')
    expect(await page.locator('#message').inputValue()).toBe('my draft')
    expect(await page.locator('#delivered').textContent()).toBe('my draft')
  })

  test("keeps its marks and its bar where the colours are a person's own", async () => {
    const page = await browser.newPage({ viewport: desk, forcedColors: 'active' })
    await page.goto(`${server.origin}/examples/counter/index.html`)
    await page.locator('[data-sample=russian]').click()
    await page.locator('#counter summary').click()
    const [highlight, filled, border] = await page.locator('#counter').evaluate((counter) => {
      const probe = document.createElement('div')
      probe.style.cssText = 'background: Highlight; forced-color-adjust: none'
      document.body.append(probe)
      const style = (part: string) => getComputedStyle(counter.shadowRoot!.querySelector(`[part=${part}]`)!)
      return [getComputedStyle(probe).backgroundColor, style('filled').backgroundColor, style('cut').borderTopWidth]
    })
    expect([filled, border]).toEqual([highlight, '1px'])
    await page.close()
  })

  test('is reached by the keyboard alone', async () => {
    const [page] = await open(desk, 'light')
    await page.locator('[data-sample=quotes]').click()
    await page.locator('#message').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.locator('#message').inputValue()).toMatch(/^Don't forget: your “late/)
    await page.locator('#message').focus()
    await page.keyboard.press('Control+z')
    expect(await page.locator('#message').inputValue()).toMatch(/^Don’t/)
  })

  test('counts a composition while it is under way', async () => {
    const [page] = await open(desk, 'light')
    await page.locator('#message').fill('')
    const session = await page.context().newCDPSession(page)
    await session.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 })
    expect(await page.locator('#counter [part=units]').textContent()).toBe('2/70')
    await session.send('Input.insertText', { text: '日本' })
    expect(await page.locator('#message').inputValue()).toBe('日本')
    expect(await page.locator('#counter [part=units]').textContent()).toBe('2/70')
  })
})
