import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { costOf, money, priceFor, readPrices, times } from '../../docs/.vitepress/theme/playground/prices'
import { createState, LINK, readFragment, writeFragment } from '../../docs/.vitepress/theme/playground/state'
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

  test('counts, draws and prices a template by what fills it, and keeps its placeholders', async () => {
    await open(`#text=${encodeURIComponent('Привет, {имя}! {a}')}&field.a=1&price=0.1&translit=no`)
    await expect.poll(line).toContain('12 to 31 of 70 units')
    expect(await line()).toContain('€0.10')
    expect(await page.locator('.delivered').textContent()).toBe('Привет, {имя}! 1')
    await page.getByRole('button', { name: 'Write it in Latin letters' }).click()
    expect(await message().inputValue()).toBe('Privet, {имя}! {a}')
  })

  test('counts as the carrier does, and warns at its limits', async () => {
    await open()
    await message().fill('a'.repeat(305))
    await expect.poll(line).toContain('2 segments')
    await page.getByLabel('Carrier or provider').selectOption('Toll-free numbers (United States)')
    await expect.poll(line).toContain('3 segments')
    expect(await page.locator('.carrier').textContent()).toContain('160 in one segment, 152 in each of several')
    await page.getByLabel('Carrier or provider').selectOption('CardBoardFish')
    await message().fill('a'.repeat(153 * 4))
    await expect
      .poll(() => page.locator('.warnings').allTextContents())
      .toEqual(['CardBoardFish refuses more than 3 segments; this message has 4.'])
    // An alphabet of a carrier excludes national tables.
    await page.getByLabel('National tables').selectOption('where they help')
    await page.getByLabel('Carrier or provider').selectOption('Telnyx')
    await message().fill('1 €')
    await expect.poll(line).toContain('UCS-2')
    expect(await page.locator('.warnings').textContent()).toBe('Telnyx carries no national tables.')
  })

  test('allows national tables', async () => {
    await open()
    await message().fill('ş'.repeat(71))
    await expect.poll(line).toContain('2 segments UCS-2')
    await page.getByLabel('National tables').selectOption('where they help')
    await expect.poll(line).toContain('1 segment GSM-7')
  })

  test('says what the message costs in each country, by the prices that are typed', async () => {
    await open()
    await message().fill('a'.repeat(161))
    await page.getByLabel('Prices of a segment').fill('7 0.032\n7916, 0.028\nGermany;49;0,075\n49 1\nfree')
    await page.getByLabel('Number of the reader').fill('+7 916 123-45-67')
    const rows = async () => (await page.locator('.price-table tbody tr').allInnerTexts()).map((row) => row.split('\t'))
    await expect.poll(rows).toEqual([
      ['Russia and Kazakhstan +7', '€0.032', '€0.064'],
      ['Russia and Kazakhstan, a part +7916', '€0.028', '€0.056'],
      ['Germany +49', '€0.075', '€0.15'],
    ])
    expect((await page.locator('.prices .to').textContent())?.trim()).toBe(
      'Russia and Kazakhstan, a part (+7916): €0.056',
    )
    expect(await page.locator('.prices .warnings li').allTextContents()).toEqual([
      'Line 4: 49 has a price already.',
      'Line 5 is no prefix and price, such as 49 0.075.',
    ])
    await page.getByLabel('Add a country').selectOption({ label: 'Sweden +46' })
    expect(await page.getByLabel('Prices of a segment').inputValue()).toMatch(/free\n46 $/)
    await page.keyboard.type('0.1')
    await expect.poll(async () => (await rows()).at(-1)).toEqual(['Sweden +46', '€0.10', '€0.20'])
    await page.getByRole('button', { name: 'Copy a link to this' }).click()
    await expect.poll(() => page.getByRole('status').first().textContent()).toBe('Link copied.')
    const link = await page.evaluate(() => navigator.clipboard.readText())
    await page.close()
    await open(new URL(link).hash)
    await expect.poll(async () => (await rows()).length).toBe(4)
    expect(await findFaults(page)).toEqual([])
  })

  test('marks no character of a text that is all in another alphabet', async () => {
    await open()
    await message().fill('Ваш заказ готов: ждём вас до пятницы')
    await expect.poll(() => page.locator('.composer .small').first().textContent()).toContain('one segment holds 70')
    expect(await page.locator('.foreign').count()).toBe(0)
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
    await expect.poll(() => page.getByRole('status').first().textContent()).toBe('Link copied.')
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
    await expect.poll(() => page.getByRole('status').first().textContent()).toContain('at most')
  })
})

test('a link of 1 MB is refused before it is read', () => {
  const { state, faults } = readFragment(`#${'text=%E0%A4%A&'.repeat(70_000)}`)
  expect([state.text, faults.length]).toEqual([createState().text, 1])
})

test('a link is never longer than this page reads', () => {
  const state = createState()
  state.text = 'ж'.repeat(5000)
  expect(readFragment(`#${writeFragment(state)}`)).toEqual({ state, faults: [] })
  state.prices = '7 0.1\n'.repeat(5000)
  expect(writeFragment(state)).toBe(undefined)
  state.prices = ''
  state.fields.set('a', 'б'.repeat(LINK))
  expect(writeFragment(state)).toBe(undefined)
})

describe('prices', () => {
  test.each([
    ['49 0.075', '49', '0.075'],
    ['+1-684, 0.05', '1684', '0.05'],
    ['Germany;49;0,07', '49', '0.07'],
    ['+7 916 1.25 RUB', '7916', '1.25'],
    ['44\t€0.04', '44', '0.04'],
    ['* 0.1', '', '0.1'],
  ])('%s is read', (line, prefix, price) => {
    expect(readPrices(line)).toEqual({ lines: [{ prefix, price }], faults: [] })
  })

  test.each([
    '0 1',
    '49',
    '49 -1',
    '49 1e9',
    '__proto__ 1',
    '49 0.0000000001',
    `49 ${'1'.repeat(200)}`,
    '<b>49 1</b>1',
  ])('%s is named by its line', (line) => {
    const { lines, faults } = readPrices(`\n${line}`)
    expect([lines, faults]).toEqual([[], ['Line 2 is no prefix and price, such as 49 0.075.']])
  })

  test('a megabyte of lines is cut, and few faults are named', () => {
    const { lines, faults } = readPrices(`49 1\n${'x 1 .,;:'.repeat(20)}\n`.repeat(6000))
    expect([lines.length, faults.length, faults[0], faults.at(-1)]).toEqual([
      1,
      6,
      'Only the first 300 lines are read.',
      'and 295 more.',
    ])
  })

  test('amounts are exact', () => {
    expect([times('0.1', 3), times('7', 2), times('0.045', 2), times('999999999.999999999', 255)]).toEqual([
      '0.3',
      '14',
      '0.090',
      '254999999999.999999745',
    ])
    expect(money('254999999999.999999745', 'EUR')).toBe('€254,999,999,999.999999745')
    expect(costOf('0.045', [1, 2], 'EUR')).toBe('€0.045 to €0.09')
    expect(money('1.5', 'x')).toBe('1.5 x')
  })

  test('the longest prefix decides', () => {
    const { lines } = readPrices('7 1.40\n7916 1.25')
    expect(priceFor('+7 916 123', lines)).toEqual({ prefix: '7916', price: '1.25' })
    expect(priceFor('+7 495', lines)).toEqual({ prefix: '7', price: '1.40' })
    expect(priceFor('+49', lines)).toBe('No prefix of the list fits this number.')
    expect(priceFor('Anna', lines)).toBe('This is no phone number.')
  })
})

describe('what strangers send', () => {
  test('placeholders of any name are filled: those of every object too', async () => {
    const names = ['__proto__', 'constructor', 'toString', '__v_raw', '__v_skip', '__v_isReactive', 'hasOwnProperty']
    const fields = names.map((name) => `field.${name}=${name}-1`).join('&')
    await open(`#text=${encodeURIComponent(names.map((name) => `{${name}}`).join(' '))}&${fields}`)
    await expect.poll(() => page.locator('.delivered').textContent()).toBe(names.map((name) => `${name}-1`).join(' '))
    await page.getByLabel('constructor').fill('two')
    await expect.poll(() => page.locator('.delivered').textContent()).toContain('__proto__-1 two toString-1')
    expect(await faults()).toEqual([])
  })

  test.each([
    ['a carrier that there is not', '#profile=constructor', 'The link names a carrier that this page does not know'],
    ['a number that is none', '#to=%3Cb%3E', 'The number in the link is no phone number: <b>'],
    ['too many prices', `#prices=${'1'.repeat(20_000)}`, 'The prices in the link are too many'],
    ['too many parts', `#${'text=a&'.repeat(500)}`, 'The link has more than 200 parts; the others are not read.'],
    ['a price out of range', '#price=99999999999', 'The price in the link is no number: 99999999999'],
    ['bits out of range', '#bits=32', 'bits in the link is none of 8, 16: 32'],
    [
      'too many placeholders',
      `#${Array.from({ length: 60 }, (_, i) => `field.f${i}=a`).join('&')}`,
      'The link fills more than 50 placeholders.',
    ],
  ])('%s is named', (_, fragment, fault) => {
    const { state, faults } = readFragment(fragment)
    expect(faults.join()).toContain(fault)
    expect(state.fields.size).toBeLessThanOrEqual(50)
  })

  test('whatever a fragment says, it is read, and every value is one that the page has', () => {
    const pieces = [
      'text',
      'field.',
      'price',
      'profile',
      '%',
      '%ff',
      '=',
      '&',
      '__proto__',
      '\u202e',
      '\ud800',
      '<b>',
      '%00',
    ]
    for (let seed = 1; seed < 2000; seed++) {
      let n = seed
      let fragment = ''
      for (let i = 0; i < 12; i++) {
        n = (n * 48271) % 2147483647
        fragment += pieces[n % pieces.length]
      }
      const { state, faults } = readFragment(`#${fragment}`)
      expect(Object.keys(state)).toEqual(Object.keys(createState()))
      expect(faults.join('')).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    }
  })

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
    await expect.poll(() => page.getByRole('status').first().textContent()).toContain('too long')
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
