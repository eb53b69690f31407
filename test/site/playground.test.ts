import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readFragment, START } from '../../docs/.vitepress/theme/playground/state'
import { findFaults, launch } from './browser'
import { type Server, serve } from './server'

let server: Server
let browser: Browser
let page: Page
let complaints: string[] = []

beforeAll(async () => {
  server = await serve()
  browser = await launch()
})

afterEach(async () => {
  await page?.close()
  expect(complaints).toEqual([])
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

async function open(fragment = ''): Promise<void> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  page = await context.newPage()
  complaints = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`))
  await page.goto(`${server.origin}/playground.html${fragment}`)
  await page.locator('.play .line').waitFor()
  // Until the page is alive, what is typed is not heard.
  await expect.poll(() => page.evaluate(() => '__vue_app__' in document.querySelector('#app')!)).toBe(true)
}

const message = () => page.locator('.over textarea')
const line = async () => (await page.locator('.play .line > *').allTextContents()).join(' ')
const pieces = (kind: string) => page.locator(`.under .${kind}`).allTextContents()
const faults = () => page.locator('.fault p').allTextContents()

describe('the playground', () => {
  test('marks foreign characters, those of two septets, and the cuts, in the places of the letters', async () => {
    await open()
    await message().fill('Don’t pay 12 €')
    await expect.poll(() => pieces('foreign')).toEqual(['’'])
    await message().fill(`12 € ${'a'.repeat(160)}`)
    await expect.poll(() => pieces('double')).toEqual(['€'])
    expect(await page.locator('.under .cut').count()).toBe(1)
    expect(await page.locator('.under').textContent()).toBe(`12 € ${'a'.repeat(160)}\n`)
    expect(await line()).toBe('2 segments GSM-7 166 of 306 septets 165 characters')
  })

  test('counts characters as people do', async () => {
    await open()
    await message().fill('👨‍👩‍👧é')
    await expect.poll(line).toContain('2 characters')
  })

  test('takes what it advises at a click, and Ctrl+Z gives the text back', async () => {
    await open()
    await message().fill('“Hello” – it’s me')
    await page.getByRole('button', { name: 'Replace typographic characters' }).first().click()
    expect(await message().inputValue()).toBe('"Hello" - it\'s me')
    await expect.poll(line).toContain('GSM-7')
    await page.keyboard.press('Control+z')
    expect(await message().inputValue()).toBe('“Hello” – it’s me')
  })

  test('sends as it is told to: encoding, look-alikes, Latin letters, line ends, bits, price', async () => {
    await open()
    await message().fill('Привет\nмир')
    await page.getByLabel('Cyrillic in Latin letters').selectOption('translit')
    await expect.poll(line).toContain('GSM-7')
    expect(await page.locator('.delivered').textContent()).toBe('Privet\nmir')
    await page.getByLabel('Line ends').selectOption('crlf')
    await expect.poll(line).toContain('11 of 160')
    await page.getByLabel('Price of a segment').fill('0,045')
    await expect.poll(line).toContain('€0.045')
    await page.getByLabel('Price of a segment').fill('free')
    await expect.poll(() => page.locator('.warnings').textContent()).toContain('no number')
  })

  test('says the least and the most of a template', async () => {
    await open()
    await message().fill('Dear {name}, welcome!')
    await page.getByLabel('name').fill(`Ann\n${'Łukasz '.repeat(20)}`)
    await expect.poll(() => page.locator('.fields p').first().textContent()).toContain('1 to 3 segments')
    expect(await pieces('field')).toEqual(['{name}'])
  })

  test('shows octets when it is asked to', async () => {
    await open()
    await message().fill('a'.repeat(161))
    await page.getByLabel('Show octets and headers').check()
    await expect.poll(() => page.locator('.octets').nth(1).textContent()).toMatch(/^05 00 03 .. 02 02 C2 E1/)
    expect(await findFaults(page)).toEqual([])
  })

  test('copies a link that says all of it, and the link opens it again', async () => {
    await open()
    await message().fill('a & b = "c" # д 😀 100 %')
    await page.getByLabel('Numbers of segments').selectOption('16')
    await page.getByRole('button', { name: 'Copy a link to this' }).click()
    await expect.poll(() => page.getByRole('status').textContent()).toBe('Link copied.')
    const link = await page.evaluate(() => navigator.clipboard.readText())
    await page.close()
    await open(new URL(link).hash)
    expect(await message().inputValue()).toBe('a & b = "c" # д 😀 100 %')
    expect(await page.getByLabel('Numbers of segments').inputValue()).toBe('16')
    expect(await faults()).toEqual([])
  })

  test('makes no link for a text that is too long, and says so', async () => {
    await open()
    await message().fill('a'.repeat(6000))
    await page.getByRole('button', { name: 'Copy a link to this' }).click()
    await expect.poll(() => page.getByRole('status').textContent()).toContain('at most')
  })
})

test('a link of 1 MB is refused before it is read', () => {
  const { state, faults } = readFragment(`#${'text=%E0%A4%A&'.repeat(70_000)}`)
  expect([state.text, faults.length]).toEqual([START.text, 1])
})

describe('what strangers send', () => {
  test.each([
    ['broken percent encoding', '#text=%E0%A4%A', 'A part of the link is damaged: text=%E0%A4%A'],
    [
      'a choice that there is not',
      '#text=a&encoding=rot13',
      'encoding in the link is none of auto, GSM-7, UCS-2: rot13',
    ],
    ['a price that is none', '#text=a&price=1e9', 'The price in the link is no number: 1e9'],
    ['a part that there is not', '#text=a&onload=alert(1)', 'The link has a part that this page does not know: onload'],
    ['a member of every object', '#text=a&__proto__=x', 'The link has a part that this page does not know: __proto__'],
    ['a link of 150 kB', `#text=${'a'.repeat(150_000)}`, 'The link is too long to be read'],
  ])('%s is named, and the page works', async (_, fragment, fault) => {
    await open(fragment)
    await expect.poll(async () => (await faults()).join()).toContain(fault)
    await message().fill('works')
    await expect.poll(line).toContain('5 of 160')
  })

  test('nothing of a link or a text is markup', async () => {
    const markup = '<img src=x onerror=alert(1)><script>alert(2)</script>{{ constructor.constructor("alert(3)")() }}'
    await open(`#text=${encodeURIComponent(markup)}&field.${encodeURIComponent(markup)}=${encodeURIComponent(markup)}`)
    await expect.poll(() => message().inputValue()).toBe(markup)
    expect(await page.locator('.play img, .play script').count()).toBe(0)
    expect(await page.locator('.delivered').textContent()).toBe(markup)
    await page.goto(`${server.origin}/playground.html#encoding=${encodeURIComponent(markup)}`)
    await page.reload()
    await expect.poll(async () => (await faults()).length).toBe(1)
    expect(await page.locator('.play img, .play script').count()).toBe(0)
  })

  test('a text that turns itself around turns nothing else around, and is named', async () => {
    await open(`#text=${encodeURIComponent('\u202eevil\u2066')}&newline=${encodeURIComponent('\u202eno')}`)
    await expect.poll(() => page.locator('.warnings').textContent()).toContain('turn the text around')
    expect(await faults()).toEqual(['newline in the link is none of keep, lf, crlf: \ufffdno'])
    expect(await page.locator('bdi.foreign').allTextContents()).toEqual(['U+202E', 'U+2066'])
  })

  test('1 MB that is pasted is refused by name', async () => {
    await open()
    const refused = await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'ж{'.repeat(500_000))
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      return !document.querySelector('.over textarea')!.dispatchEvent(paste)
    })
    expect(refused).toBe(true)
    await expect.poll(() => page.getByRole('status').textContent()).toContain('too long')
  })

  test('a long text is counted and not drawn', async () => {
    await open()
    await page.evaluate(() => {
      const area = document.querySelector<HTMLTextAreaElement>('.over textarea')!
      area.value = 'ж { '.repeat(25_000)
      area.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await expect.poll(line, { timeout: 20_000 }).toContain('1,493 segments')
    expect(await page.locator('.warnings').textContent()).toContain('This text is long')
    expect(await page.locator('.under span').count()).toBe(0)
  })
})
