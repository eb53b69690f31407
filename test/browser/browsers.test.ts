import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BROWSERS, type Page } from './drivers'
import { type Server, serve } from './server'

let server: Server

beforeAll(async () => {
  server = await serve()
})

afterAll(() => server.close())

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const MANUAL = readFileSync(new URL('../../docs/element.md', import.meta.url), 'utf8')

describe.each(BROWSERS)('%s', (_, launch) => {
  let page: Page

  beforeAll(async () => {
    page = await launch()
  })

  afterAll(() => page?.close())

  describe('the library', () => {
    /** What both entries answer, and which build of the core answered. */
    const answers = () =>
      page.run(async () => {
        for (let tries = 0; !window.library && tries < 200; tries++) await new Promise((go) => setTimeout(go, 20))
        const { septet, countAlone, segmentAlone } = window.library
        return {
          engine: septet.engine(),
          count: septet.count('12 € [ж]'.repeat(20)),
          alone: countAlone('12 € [ж]'.repeat(20)),
          parts: segmentAlone('€'.repeat(100)).parts.length,
          read: septet.decode(septet.encode('жук 😀'.repeat(30))),
          said: window.said,
        }
      })
    const expected = {
      count: { encoding: 'UCS-2', units: 160, segments: 3, perSegment: 67, remaining: 41 },
      alone: { encoding: 'UCS-2', units: 160, segments: 3, perSegment: 67, remaining: 41 },
      parts: 2,
      read: 'жук 😀'.repeat(30),
      said: [],
    }

    test('is WebAssembly in a page without a policy', async () => {
      await page.open(`${server.origin}/test/browser/pages/library.html`)
      expect(await answers()).toEqual({ engine: 'wasm', ...expected })
    })

    test("is WebAssembly under a strict policy with 'wasm-unsafe-eval'", async () => {
      await page.open(`${server.origin}/test/browser/pages/library.html?policy=wasm`)
      expect(await answers()).toEqual({ engine: 'wasm', ...expected })
    })

    test("is JavaScript, by itself, under a plain script-src 'self'", async () => {
      await page.open(`${server.origin}/test/browser/pages/library.html?policy=strict`)
      expect(await answers()).toEqual({ engine: 'js', ...expected })
    })
  })

  describe('<sms-counter>', () => {
    const url = () => `${server.origin}/test/browser/pages/element.html`

    /** What the element shows; waits until it has counted `text`, if it is given. */
    const shown = (id = 'counter') =>
      page.run(async (id: string) => {
        const root = document.getElementById(id)!.shadowRoot!
        const part = (name: string) => root.querySelector<HTMLElement>(`[part=${name}]`)!
        const texts = (name: string) => [...root.querySelectorAll(`[part=${name}]`)].map((found) => found.textContent)
        for (let same = 0, before = ''; same < 3; ) {
          await new Promise((go) => setTimeout(go, 30))
          const now = root.textContent!
          same = now === before && part('line').textContent ? same + 1 : part('line').hidden ? same + 0.2 : 0
          before = now
        }
        return {
          hidden: part('line').hidden,
          line: ['encoding', 'units', 'segments'].map((name) => part(name).textContent).join(' · '),
          left: part('left').textContent,
          cost: part('cost').textContent,
          characters: part('foreign').hidden ? [] : texts('character'),
          cuts: part('cuts').hidden ? [] : texts('cut'),
          segments: part('cuts').hidden ? [] : texts('segment'),
          latin: part('latin').hidden ? '' : part('latin-text').textContent,
          offer: part('latin').hidden ? '' : part('latin-line').textContent,
          all: texts('all').join(),
          advice: part('advice').hidden ? '' : part('take').textContent,
        }
      }, id)
    const focus = (id: string) => page.run((id: string) => document.getElementById(id)!.focus(), id)
    const write = (text: string) =>
      page.run((text: string) => {
        const field = document.getElementById('message') as HTMLTextAreaElement
        field.value = text
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }, text)
    const attribute = (name: string, value: string) =>
      page.run(
        (name: string, value: string) => document.getElementById('counter')!.setAttribute(name, value),
        name,
        value,
      )
    const value = (id = 'message') =>
      page.run((id: string) => (document.getElementById(id) as HTMLTextAreaElement).value, id)
    const press = (part: string, index = 0) =>
      page.run(
        (part: string, index: number) => {
          const buttons = document
            .getElementById('counter')!
            .shadowRoot!.querySelectorAll<HTMLElement>(`[part=${part}]`)
          buttons[index]!.click()
        },
        part,
        index,
      )
    const said = () => page.run(() => window.said)

    beforeEach(() => page.open(url()))

    test('counts what a person types', async () => {
      expect(await shown()).toMatchObject({ line: 'GSM-7 · 0/160 · 1 segment', left: '160 left' })
      await focus('message')
      await page.type('Hello [world]')
      expect(await shown()).toMatchObject({ line: 'GSM-7 · 15/160 · 1 segment', left: '145 left', characters: [] })
      expect(await said()).toEqual([])
    })

    test('counts a line, and an element that can be edited, as it is pointed at them', async () => {
      await attribute('for', 'line')
      await focus('line')
      await page.type('four')
      expect(await shown()).toMatchObject({ line: 'GSM-7 · 4/160 · 1 segment' })
      await attribute('for', 'rich')
      await focus('rich')
      await page.type('two  spaces ')
      expect(await shown()).toMatchObject({ line: 'GSM-7 · 12/160 · 1 segment' })
    })

    test('names the characters that force UCS-2, and replaces one at a click, so that it can be undone', async () => {
      await focus('message')
      await page.type('It’s “here” ж')
      expect(await shown()).toMatchObject({
        line: 'UCS-2 · 13/70 · 1 segment',
        characters: ["’ → '", '“ → "', '” → "', 'ж'],
      })
      await press('character')
      expect(await value()).toBe("It's “here” ж")
      expect((await shown()).characters).toEqual(['“ → "', '” → "', 'ж'])
      await page.undo()
      await expect.poll(() => value()).toBe('It’s “here” ж')
      await shown()
      await press('all')
      expect(await value()).toBe('It\'s "here" ж')
    })

    test('shows where a character stands that nothing can replace', async () => {
      await write('one ж two')
      await shown()
      await press('character')
      const selection = await page.run(() => {
        const { selectionStart, selectionEnd } = document.getElementById('message') as HTMLTextAreaElement
        return [selectionStart, selectionEnd, document.activeElement!.id]
      })
      expect(selection).toEqual([4, 5, 'message'])
    })

    test('names no character of a text that is all in another alphabet', async () => {
      await write('Ваш заказ готов – ждём вас! 😀')
      expect(await shown()).toMatchObject({ characters: [], all: '' })
      expect(
        await page.run(
          () => document.getElementById('counter')!.shadowRoot!.querySelector('[part=reason]')!.textContent,
        ),
      ).toBe('In this alphabet 70 characters fit one segment, 67 each of several.')
      await write('Your order is ready, Оля')
      expect((await shown()).characters).toEqual(['О', 'л', 'я'])
    })

    test('marks characters and cuts over the field, letter by letter, where the page wants it', async () => {
      await attribute('mark', '')
      await write(`${'a'.repeat(66)}ж${'b'.repeat(10)}\n`)
      await shown()
      const marks = () =>
        page.run(() => {
          const layer = document.getElementById('counter')!.shadowRoot!.querySelector('[part=marks]') as HTMLElement
          const [over, under] = [layer, document.getElementById('message')!].map((part) => part.getBoundingClientRect())
          return {
            pieces: [...layer.firstElementChild!.childNodes].map((piece) => piece.textContent),
            near: Math.abs(over!.left - under!.left) < 1 && Math.abs(over!.top - under!.top) < 1,
            hidden: layer.hidden,
          }
        })
      expect(await marks()).toEqual({
        pieces: ['a'.repeat(66), 'ж', '', `${'b'.repeat(10)}\n`, '\u200b'],
        near: true,
        hidden: false,
      })
      // The cut moves over the mark, and a mark is added after it: the nodes that stay show the new text.
      await write(`${'a'.repeat(67)}ж${'b'.repeat(10)}ж\n`)
      await shown()
      expect((await marks()).pieces).toEqual(['a'.repeat(67), '', 'ж', 'b'.repeat(10), 'ж', '\n', '\u200b'])
      await write('жbcdefgh')
      await shown()
      expect((await marks()).pieces).toEqual(['ж', 'bcdefgh', '\u200b'])
      await attribute('mark', 'false')
      expect((await marks()).hidden).toBe(true)
      await attribute('mark', '')
      expect((await marks()).hidden).toBe(false)
      await page.run(() => document.getElementById('counter')!.removeAttribute('mark'))
      expect((await marks()).hidden).toBe(true)
    })

    test('marks an element that can be edited without a change of its nodes, where the browser can', async () => {
      await page.run(
        (cyrillic: string) => {
          const editable = document.getElementById('rich')!
          editable.innerHTML = `<p>It’s <b>b’</b></p><p>${cyrillic}</p>`
        },
        `${'a'.repeat(80)}ж`,
      )
      const marked = () =>
        page.run(() => {
          const list = (name: string) =>
            [...(CSS.highlights?.get(name) ?? [])].map(({ startContainer, startOffset, endOffset }) =>
              startContainer.textContent!.slice(startOffset, endOffset),
            )
          return {
            can: 'highlights' in CSS,
            characters: list('sms-counter-character'),
            segments: list('sms-counter-segment'),
            html: document.getElementById('rich')!.innerHTML,
          }
        })
      await attribute('mark', '')
      await attribute('for', 'rich')
      await shown()
      const { can, ...found } = await marked()
      expect(found).toEqual({
        characters: can ? ['’', '’', 'ж'] : [],
        // 8 units are before it, 67 are in the first segment.
        segments: can ? [`${'a'.repeat(21)}ж`] : [],
        html: `<p>It’s <b>b’</b></p><p>${'a'.repeat(80)}ж</p>`,
      })
      await page.run(() => document.getElementById('counter')!.remove())
      expect(await marked()).toMatchObject({ characters: [], segments: [] })
    })

    test('is no wider than its field', async () => {
      await page.run(() => {
        document.getElementById('message')!.style.width = '300px'
      })
      await shown()
      const width = () => page.run(() => document.getElementById('counter')!.getBoundingClientRect().width)
      await expect.poll(width).toBeLessThanOrEqual(320)
    })

    test('begins no row with a separator, however narrow it is', async () => {
      await attribute('rate', '0.05')
      await attribute('currency', 'EUR')
      await write('a'.repeat(161))
      for (const width of [70, 110, 150, 200, 300]) {
        await page.run((width: number) => {
          document.getElementById('counter')!.style.width = `${width}px`
        }, width)
        await shown()
        const rows = await page.run(() => {
          const line = document.getElementById('counter')!.shadowRoot!.querySelector<HTMLElement>('[part=line]')!
          const { left } = line.getBoundingClientRect()
          const parts = [...line.children].filter((part) => part.getAttribute('part') !== 'left')
          const starts = parts.map((part) => {
            const text = document.createRange()
            text.selectNodeContents(part)
            return text.getBoundingClientRect().left - left
          })
          // The first letter of a row is at the edge; before another is room for a separator.
          return {
            isClipped: getComputedStyle(line).overflowX === 'clip',
            odd: starts.filter((x) => x > 0.5 && x < 30),
          }
        })
        expect(rows).toEqual({ isClipped: true, odd: [] })
      }
    })

    test('shows where each half of a pair stands that is alone', async () => {
      // Made in the page: on the way there it would be U+FFFD.
      await page.run(() => {
        const field = document.getElementById('message') as HTMLTextAreaElement
        field.value = `x${String.fromCharCode(0xd83d)}x${String.fromCharCode(0xde00)}`
        field.dispatchEvent(new Event('input', { bubbles: true }))
      })
      expect((await shown()).characters).toEqual(['U+D83D', 'U+DE00'])
      for (const [index, offset] of [1, 3].entries()) {
        await press('character', index)
        const selection = await page.run(() => {
          const { selectionStart, selectionEnd } = document.getElementById('message') as HTMLTextAreaElement
          return [selectionStart, selectionEnd]
        })
        expect(selection).toEqual([offset, offset + 1])
      }
    })

    test('replaces in an element that can be edited', async () => {
      await attribute('for', 'rich')
      await focus('rich')
      await page.type('It’s a bold’s')
      await shown()
      await press('character')
      expect(await page.run(() => document.getElementById('rich')!.textContent)).toBe("It's a bold's")
      expect(await shown()).toMatchObject({ line: 'GSM-7 · 13/160 · 1 segment', characters: [] })
    })

    test.each(['text', 'search', 'tel', 'url'])('shows where it stands in a line of type %s', async (type) => {
      await page.run((type: string) => document.getElementById('line')!.setAttribute('type', type), type)
      await attribute('for', 'line')
      await focus('line')
      await page.type('one ж two')
      await shown()
      await press('character')
      const selection = await page.run(() => {
        const { selectionStart, selectionEnd } = document.getElementById('line') as HTMLInputElement
        return [selectionStart, selectionEnd, document.activeElement!.id]
      })
      expect(selection).toEqual([4, 5, 'line'])
      expect(await said()).toEqual([])
    })

    test('takes no line whose text cannot be selected, and says so once', async () => {
      await shown()
      await page.run(() => {
        const field = document.createElement('input')
        field.id = field.type = 'email'
        document.body.append(field)
      })
      for (const id of ['email', 'message', 'email']) await attribute('for', id)
      expect((await shown()).hidden).toBe(true)
      expect(await said()).toEqual([
        '<sms-counter>: the element that for="email" names is no field to count: <input type="email">',
      ])
    })

    test('changes nothing in a field that may only be read', async () => {
      await page.run(() => document.getElementById('message')!.setAttribute('readonly', ''))
      await write('It’s')
      await shown()
      await press('character')
      expect(await value()).toBe('It’s')
    })

    test('marks the cuts', async () => {
      await write(`${'a'.repeat(152)}€${'b'.repeat(10)}`)
      expect(await shown()).toMatchObject({
        line: 'GSM-7 · 164/305 · 2 segments',
        cuts: ['1 · 152/153', '2 · 12/153'],
        segments: ['a'.repeat(152), `€${'b'.repeat(10)}`],
      })
    })

    test('says what it costs, and tells the page', async () => {
      await page.run(() => {
        document.addEventListener('septet-count', (event) => {
          window.told = (event as CustomEvent).detail
        })
      })
      await attribute('rate', '0.05')
      await attribute('currency', 'EUR')
      await write('a'.repeat(161))
      expect((await shown()).cost).toBe('€0.10')
      expect(await page.run(() => window.told)).toEqual({
        encoding: 'GSM-7',
        units: 161,
        segments: 2,
        perSegment: 153,
        remaining: 145,
        cost: 0.1,
      })
    })

    test.each([
      ['0.1', 0.3],
      ['0.0455', 0.1365],
      ['1e-7', 3e-7],
      ['2', 6],
      ['1e21', 3e21],
    ])('reckons a rate of %s in its own decimals', async (rate, cost) => {
      await page.run(() => {
        document.addEventListener('septet-count', (event) => {
          window.told = (event as CustomEvent).detail.cost
        })
      })
      await attribute('rate', rate)
      await write('a'.repeat(400))
      await shown()
      expect(await page.run(() => window.told)).toBe(cost)
    })

    test.each([
      [0, 0],
      [80, 0.5],
      [160, 1],
      [191, 191 / 306],
    ])('fills its bar with %s units as the line says it', async (units, share) => {
      await write('a'.repeat(units))
      await shown()
      const filled = await page.run(() => {
        const part = (name: string) => document.getElementById('counter')!.shadowRoot!.querySelector(`[part=${name}]`)!
        ;(part('filled') as HTMLElement).style.transition = 'none'
        return part('filled').getBoundingClientRect().width / part('bar').getBoundingClientRect().width
      })
      expect(filled).toBeCloseTo(share, 3)
    })

    test('has its numbers in its name, for a field that it describes; they follow when the person pauses', async () => {
      const name = () => page.run(() => document.getElementById('counter')!.ariaLabel)
      await shown()
      expect(await name()).toBe('SMS length: GSM-7, 0 of 160, 1 segment')
      await write('a'.repeat(1430))
      expect(await name()).toBe('SMS length: GSM-7, 0 of 160, 1 segment')
      await expect.poll(name, { timeout: 3000 }).toBe('SMS length: GSM-7, 1,430 of 1,530, 10 segments')
      await attribute('rate', '1')
      expect(await name()).toBe('SMS length: GSM-7, 1,430 of 1,530, 10 segments, 10')
    })

    test('takes what a reader sees as one character for one', async () => {
      await write('👨‍👩‍👧 🇩🇪 👍🏽 ❤️ 1️⃣ e\u0301 – 👨')
      const { characters } = await shown()
      expect(characters).toEqual(['– → -', '👨‍👩‍👧', '🇩🇪', '👍🏽', '❤️'])
      await press('character', 1)
      const selection = await page.run(() => {
        const { selectionStart, selectionEnd } = document.getElementById('message') as HTMLTextAreaElement
        return [selectionStart, selectionEnd]
      })
      expect(selection).toEqual([0, 8])
    })

    test('says what all replacements save, and offers none together that cost more', async () => {
      await write(`“${'a'.repeat(100)}”`)
      expect(await shown()).toMatchObject({ all: 'Replace all\u00a0·\u00a0saves 1 segment' })
      await write('“a”')
      expect(await shown()).toMatchObject({ all: 'Replace all' })
      await write(`ж–${'…'.repeat(68)}`)
      expect(await shown()).toMatchObject({ characters: ['– → -', '… → ...', 'ж'], all: '' })
    })

    test('says what to leave out, and does it at a click', async () => {
      const text = 'a'.repeat(100)
      await write(`${text}’🎉`)
      expect(await shown()).toMatchObject({ advice: 'Replace the rest, leave out 🎉: 1 segment instead of 2' })
      await press('take')
      expect([await value(), (await shown()).advice]).toEqual([`${text}'`, ''])
      await attribute('lang', 'ru')
      await write(`${text}🎉`)
      expect(await shown()).toMatchObject({ advice: 'Убрать 🎉: 1 сегмент вместо 2' })
    })

    test('counts a template from the least to the most, and loads what it needs for that only then', async () => {
      const loaded = () =>
        page.run(() =>
          performance
            .getEntriesByType('resource')
            .map(({ name }) => name.replace(/.*\/dist\//, ''))
            .filter((name) => /^element-/.test(name)),
        )
      const text = `Hi {name}, ${'a'.repeat(140)}`
      await write(text)
      expect(await shown()).toMatchObject({ line: 'GSM-7 · 153/160 · 1 segment' })
      expect(await loaded()).toEqual(['element-library.js'])
      await attribute('rate', '0.05')
      await attribute('placeholders', '{x}')
      // Until the other library is there, the count is the one before.
      await page.run(async () => {
        const line = () => document.getElementById('counter')!.shadowRoot!.querySelector('[part=line]')!.textContent!
        for (let tries = 0; !line().includes(' to ') && tries < 200; tries++)
          await new Promise((go) => setTimeout(go, 20))
      })
      expect(await shown()).toMatchObject({
        line: 'GSM-7 · 145–165/306 · 1 to 2 segments',
        cost: '0.05 to 0.1',
        cuts: [],
      })
      expect(await loaded()).toEqual(['element-library.js', 'element-template-library.js'])
      await attribute('placeholder-length', '5')
      expect(await shown()).toMatchObject({ line: 'GSM-7 · 145–150/160 · 1 segment' })
    })

    test('counts a line end as the form will send it', async () => {
      await write('one\r\ntwo\nthree')
      expect((await shown()).line).toBe('GSM-7 · 13/160 · 1 segment')
      await attribute('newline', 'crlf')
      expect((await shown()).line).toBe('GSM-7 · 15/160 · 1 segment')
    })

    test('speaks Russian, and any language that is written down for it', async () => {
      await page.run(() => document.documentElement.setAttribute('lang', 'ru'))
      await page.run(() => (document.getElementById('counter') as never as { update(): void }).update())
      await attribute('lang', 'ru')
      await write('a'.repeat(161))
      expect((await shown()).line).toBe('GSM-7 · 161/306 · 2 сегмента')
      await write('a'.repeat(800))
      expect((await shown()).line).toBe('GSM-7 · 800/918 · 6 сегментов')
      await attribute('lang', 'cs')
      await attribute('texts', JSON.stringify({ segments: { one: '{n} část', few: '{n} části', other: '{n} částí' } }))
      expect((await shown()).line).toBe('GSM-7 · 800/918 · 6 částí')
    })

    test('takes one text for all plural forms', async () => {
      await attribute('lang', 'de')
      await attribute('texts', JSON.stringify({ segments: '{n} Teile', left: 'noch {n}' }))
      await write('a'.repeat(161))
      expect(await shown()).toMatchObject({ line: 'GSM-7 · 161/306 · 2 Teile', left: 'noch 145' })
      await write('a')
      expect(await shown()).toMatchObject({ line: 'GSM-7 · 1/160 · 1 Teile', left: 'noch 159' })
      expect(await said()).toEqual([])
    })

    test('drops from texts what is none, and says so once', async () => {
      await attribute(
        'texts',
        JSON.stringify({ segments: { one: '{n} Teil' }, left: ['{n}'], label: 5, cust: 'Teile' }),
      )
      await write('a')
      await write('a’')
      expect(await shown()).toMatchObject({ line: 'UCS-2 · 2/70 · 1 segment', left: '68 left' })
      expect(await said()).toEqual([
        '<sms-counter>: texts: "segments" is neither a string nor strings by plural form with "other" among them',
        '<sms-counter>: texts: "left" is neither a string nor strings by plural form with "other" among them',
        '<sms-counter>: texts: "label" is no string',
        '<sms-counter>: texts: "cust" is none of label, of, segments, segmentsRange, range, left, gsm7, ucs2, foreign, alphabet, replace, remove, find, replaceAll, drop, replaceAndDrop, plainLetters, instead, saves, more, cuts, latin, use',
      ])
    })

    test.each(['null', '[]', '"Teile"', '5'])('speaks its own texts where the attribute is %s', async (texts) => {
      await attribute('texts', texts)
      await write('a')
      expect(await shown()).toMatchObject({ line: 'GSM-7 · 1/160 · 1 segment', left: '159 left' })
      expect(await said()).toEqual(['<sms-counter>: texts is no JSON object'])
    })

    test.each(['html', '#outer'])('speaks in a shadow tree the language of %s', async (bearer) => {
      const label = await page.run(async (bearer: string) => {
        const [outer, inner, field] = ['div', 'div', 'textarea'].map((name) => document.createElement(name))
        outer!.id = 'outer'
        document.body.append(outer!)
        document.querySelector(bearer)!.setAttribute('lang', 'ru')
        outer!.attachShadow({ mode: 'open' }).append(inner!)
        const counter = Object.assign(document.createElement('sms-counter'), { field })
        inner!.attachShadow({ mode: 'closed' }).append(field!, counter)
        for (let tries = 0; !counter.ariaLabel && tries < 100; tries++) await new Promise((go) => setTimeout(go, 20))
        return counter.ariaLabel
      }, bearer)
      expect(label).toBe('Длина SMS: GSM-7, 0 из 160, 1 сегмент')
    })

    test('offers a text in Cyrillic in Latin letters, where a scheme is named, and writes it at a click', async () => {
      await write('Щука')
      expect((await shown()).latin).toBe('')
      await attribute('transliterate', 'translit')
      expect((await shown()).latin).toBe('Shchuka')
      await attribute('transliterate', 'volapuk')
      expect((await shown()).latin).toBe('W,yka')
      await press('use')
      expect(await value()).toBe('W,yka')
      expect(await shown()).toMatchObject({ line: 'GSM-7 · 5/160 · 1 segment', latin: '' })
      await page.undo()
      expect(await value()).toBe('Щука')
      await attribute('transliterate', 'latin')
      expect((await shown()).latin).toBe('')
      expect(await said()).toEqual(['<sms-counter>: transliterate="latin" is none of translit, volapuk'])
    })

    test.each([
      ['Ваш заказ «Щука» — готов.', 'Vash zakaz "Shchuka" - gotov.', 'In Latin letters: GSM-7, 1 segment'],
      ['Ваш заказ 😀', '', ''],
      ['щ'.repeat(71), 'shch'.repeat(71), 'In Latin letters: GSM-7, 2 segments'],
      [`${'а'.repeat(71)}`, 'a'.repeat(71), 'In Latin letters: GSM-7, 1 segment\u00a0·\u00a0saves 1 segment'],
      [`щ`.repeat(60), '', ''],
      [`${'а'.repeat(80)}“😀”`, '', ''],
    ])('offers Latin letters with what they save, and not where they cost more: %s', async (text, latin, offer) => {
      await attribute('transliterate', 'translit')
      await write(text)
      expect(await shown()).toMatchObject({ latin, offer })
    })

    test('takes a paste of 100,000 characters, and one of a million', async () => {
      for (const [text, line] of [
        ['a'.repeat(100_000), 'GSM-7 · 100,000/100,062 · 654 segments'],
        ['ж’'.repeat(50_000), 'UCS-2 · 100,000/100,031 · 1,493 segments'],
        ['<b>'.repeat(333_334), 'GSM-7 · 1,000,002/1,000,008 · 6,536 segments'],
      ] as const) {
        await write(text)
        await page.run(() => new Promise((go) => setTimeout(go, 400)))
        const { line: found, cuts } = await shown()
        expect(found).toBe(line)
        expect(cuts).toHaveLength(10)
      }
    })

    test('injects nothing of a hostile text', async () => {
      const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>\u202eabc\u2066 ’'.repeat(4)
      await write(hostile)
      const { segments, characters } = await shown()
      expect(segments.join('')).toBe(hostile)
      expect(characters).toContain('U+202E → ∅')
      const injected = await page.run(() => {
        const root = document.getElementById('counter')!.shadowRoot!
        return [root.querySelectorAll('img, script').length, 'hacked' in window]
      })
      expect(injected).toEqual([0, false])
    })

    test('waits for the end of a composition, and follows what a script or a reset does', async () => {
      await write('’')
      await shown()
      await page.run(() => {
        const field = document.getElementById('message') as HTMLTextAreaElement
        field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
        field.value = '’に'
        field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }))
      })
      expect(await shown()).toMatchObject({ line: 'UCS-2 · 1/70 · 1 segment' })
      const disabled = () =>
        page.run(
          () => document.getElementById('counter')!.shadowRoot!.querySelector<HTMLButtonElement>('button')!.disabled,
        )
      expect(await disabled()).toBe(true)
      await page.run(() => document.getElementById('message')!.dispatchEvent(new CompositionEvent('compositionend')))
      expect(await shown()).toMatchObject({ line: 'UCS-2 · 2/70 · 1 segment' })
      expect(await disabled()).toBe(false)
      await page.run(() => (document.getElementById('form') as HTMLFormElement).reset())
      expect(await shown()).toMatchObject({ line: 'GSM-7 · 0/160 · 1 segment' })
      await page.run(() => {
        ;(document.getElementById('message') as HTMLTextAreaElement).value = 'by a script'
        ;(document.getElementById('counter') as never as { update(): void }).update()
      })
      expect(await shown()).toMatchObject({ line: 'GSM-7 · 11/160 · 1 segment' })
    })

    test('hears the reset of the form that its field is in now, and of no other', async () => {
      await shown()
      await page.run(() => {
        const form = document.createElement('form')
        form.id = 'second'
        document.body.append(form)
        form.append(document.getElementById('message')!)
        document.addEventListener('septet-count', () => {
          window.told = ((window.told as number | undefined) ?? 0) + 1
        })
      })
      await write('moved')
      const reset = (id: string) =>
        page.run(async (id: string) => {
          window.told = 0
          ;(document.getElementById(id) as HTMLFormElement).reset()
          await new Promise((go) => setTimeout(go, 50))
          return window.told
        }, id)
      expect(await reset('form')).toBe(0)
      expect(await reset('second')).toBe(1)
      expect(await shown()).toMatchObject({ line: 'GSM-7 · 0/160 · 1 segment' })
    })

    test('hears nothing of the form of a field that it has left', async () => {
      await shown()
      await page.run(() => document.getElementById('message')!.remove())
      await attribute('for', 'line')
      expect((await shown()).hidden).toBe(false)
      const told = await page.run(async () => {
        let counts = 0
        document.addEventListener('septet-count', () => counts++)
        ;(document.getElementById('form') as HTMLFormElement).reset()
        await new Promise((go) => setTimeout(go, 50))
        return counts
      })
      expect(told).toBe(0)
    })

    test('says once that it has no field, and counts when there is one', async () => {
      await shown()
      await attribute('for', 'nothing')
      await attribute('for', 'nothing')
      expect((await shown()).hidden).toBe(true)
      await page.run(() => {
        const field = document.createElement('textarea')
        field.id = 'nothing'
        field.value = 'here now'
        document.body.append(field)
      })
      expect(await shown()).toMatchObject({ hidden: false, line: 'GSM-7 · 8/160 · 1 segment' })
      await page.run(() => document.getElementById('nothing')!.remove())
      expect((await shown()).hidden).toBe(true)
      await attribute('for', 'form')
      await shown()
      expect(await said()).toEqual([
        '<sms-counter>: for="nothing" names no element',
        '<sms-counter>: the field that for="nothing" named was removed',
        '<sms-counter>: the element that for="form" names is no field to count: <form>',
      ])
    })

    test('says once what is wrong with an attribute, and counts all the same', async () => {
      await attribute('rate', 'dear')
      await attribute('texts', '{')
      await attribute('newline', 'cr')
      await write('text')
      await write('texts')
      expect(await shown()).toMatchObject({ line: 'GSM-7 · 5/160 · 1 segment', cost: '' })
      const all = await said()
      expect(all).toHaveLength(3)
      expect(all.join()).toMatch(/rate="dear".*texts is no JSON.*newline="cr"|newline="cr"/s)
    })

    test('speaks to a screen reader when the segments change and the person pauses, not before', async () => {
      const live = () =>
        page.run(() => document.getElementById('counter')!.shadowRoot!.querySelector('[part=live]')!.textContent)
      await shown()
      await focus('message')
      await page.type('abc')
      await write('a'.repeat(161))
      await shown()
      expect(await live()).toBe('')
      await page.run(() => new Promise((go) => setTimeout(go, 1200)))
      expect(await live()).toBe('GSM-7, 2 segments')
    })

    test.each([
      ['says', 'a'.repeat(161)],
      ['shows', 'ж’'.repeat(6_000)],
    ])('%s nothing more of a field that it leaves before the person pauses', async (_, text) => {
      await shown()
      const left = await page.run(async (text: string) => {
        const field = document.getElementById('message') as HTMLTextAreaElement
        const counter = document.getElementById('counter')!
        field.value = text
        field.dispatchEvent(new Event('input', { bubbles: true }))
        counter.removeAttribute('for')
        await new Promise((go) => setTimeout(go, 1200))
        const part = (name: string) => counter.shadowRoot!.querySelector<HTMLElement>(`[part=${name}]`)!
        return [part('live').textContent, part('foreign').hidden, part('cuts').hidden]
      }, text)
      expect(left).toEqual(['', true, true])
    })

    test('is made of the parts that its manual lists', async () => {
      const [list] = /(?<=^Parts: )`[^.]*/m.exec(MANUAL)!
      const listed = [...list.matchAll(/[\w-]+/g)].map(([part]) => part)
      await attribute('transliterate', 'translit')
      await attribute('rate', '1')
      await attribute('mark', '')
      await write(`${[...'‘’“”„‹›«»–—…•‚‐−'].join(' ')} ж ${'a'.repeat(1000)}`)
      await shown()
      const parts = await page.run(() => {
        const elements = document.getElementById('counter')!.shadowRoot!.querySelectorAll('[part]')
        return [...new Set([...elements].map((element) => element.getAttribute('part')!))]
      })
      expect(parts.sort()).toEqual(listed.sort())
    })

    test('runs right to left', async () => {
      await page.run(() => document.documentElement.setAttribute('dir', 'rtl'))
      await write('مرحبا')
      expect((await shown()).line).toBe('UCS-2 · 5/70 · 1 segment')
      const [start, end] = await page.run(() => {
        const part = (name: string) =>
          document.getElementById('counter')!.shadowRoot!.querySelector(`[part=${name}]`)!.getBoundingClientRect().left
        return [part('encoding'), part('left')]
      })
      expect(start!).toBeGreaterThan(end!)
    })

    test('keeps in a page from right to left the order of its numbers, dots and arrows, and says its own language', async () => {
      await page.run(() => {
        document.documentElement.dir = 'rtl'
        document.documentElement.lang = 'ar'
      })
      await attribute('texts', JSON.stringify({ left: 'بقي {n}' }))
      await write(`Hello “x” ${'a'.repeat(80)}`)
      await shown()
      const found = await page.run(() => {
        const part = (name: string) => document.getElementById('counter')!.shadowRoot!.querySelector(`[part=${name}]`)!
        const words = part('segments').firstElementChild as HTMLElement
        const right = (name: string) => part(name).getBoundingClientRect().right
        const { left, width } = part('units').getBoundingClientRect()
        const dotAt = left + Number.parseFloat(getComputedStyle(part('units'), '::before').left)
        return {
          // The dot comes first, which is to the right, in the gap.
          dot: Math.abs(dotAt - (left + width)) < 1 && part('encoding').getBoundingClientRect().left - dotAt > 4,
          order:
            right('encoding') > right('units') &&
            right('units') > right('segments') &&
            right('segments') > right('left'),
          inside: [words.textContent, words.lang, getComputedStyle(words).direction],
          own: part('left').children.length,
          chip: getComputedStyle(part('character')).direction,
        }
      })
      expect(found).toEqual({ dot: true, order: true, inside: ['2 segments', 'en', 'ltr'], own: 0, chip: 'ltr' })
    })

    test.each(['strict', 'wasm'])('works under a %s policy, and breaks it nowhere', async (policy) => {
      await page.open(`${url()}?policy=${policy}`)
      await write('It’s')
      expect(await shown()).toMatchObject({ line: 'UCS-2 · 4/70 · 1 segment', characters: ["’ → '"] })
      const { styles, colour } = await page.run(() => ({
        styles: window.forbidden.filter((what: string) => what.startsWith('style')),
        colour: getComputedStyle(document.getElementById('counter')!.shadowRoot!.querySelector('[part=line]')!).display,
      }))
      expect([styles, colour]).toEqual([[], 'flex'])
    })

    // How long it takes is a row of bench/questions/long.mjs; what the element adds to the library's work are changes of the page.
    test('changes the page at a keystroke in proportion to the segments of a text', async () => {
      await shown()
      const changes = (character: string, length: number) =>
        page.run(
          (character: string, length: number) => {
            const field = document.getElementById('message') as HTMLTextAreaElement
            const counter = document.getElementById('counter') as HTMLElement & { update(): void }
            const write = (text: string) => {
              field.value = text
              counter.update()
            }
            write(character.repeat(length))
            const observer = new MutationObserver(() => {})
            observer.observe(counter.shadowRoot!, {
              subtree: true,
              childList: true,
              attributes: true,
              characterData: true,
            })
            write(`x${character.repeat(length - 1)}`)
            return observer.takeRecords().length
          },
          character,
          length,
        )
      for (const character of ['a', 'ж', '’']) {
        expect(await changes(character, 1000)).toBeLessThan(16 * Math.max(1, await changes(character, 125)))
      }
    })

    test('tries nothing that a policy would report', async () => {
      // Of scripts alone: two of the browsers ask for an icon too.
      const reports = () => page.run(() => window.forbidden.filter((what: string) => what.startsWith('script')))
      await page.open(`${url()}?policy=strict`)
      expect(await shown()).toMatchObject({ line: 'GSM-7 · 0/160 · 1 segment' })
      expect(await reports()).toEqual([])
    })

    test.each([
      ['a light page', ''],
      ['a dark page', 'color-scheme: dark; background: #111; color: #eee'],
      ['a dark page that does not say so', 'background: #111; color: #eee'],
      ['a page with a ground of its own', 'background: #0b3d2e; color: #d8f3dc'],
    ])('gives axe nothing to find, nor to doubt, in %s', async (_, style) => {
      await attribute('transliterate', 'translit')
      await page.run((style: string) => {
        document.body.style.cssText = style
        document.getElementById('message')!.setAttribute('aria-describedby', 'counter')
      }, style)
      await write(`Привет “мир” ${'ж'.repeat(100)}`)
      await shown()
      await page.run(() => {
        for (const details of document.getElementById('counter')!.shadowRoot!.querySelectorAll('details'))
          details.open = true
      })
      expect(await findings(page)).toEqual([])
    })
  })
})

/** What axe finds in the page, and of what it is not sure, as rule and place. */
async function findings(page: Page): Promise<string[]> {
  await page.run((source: string) => {
    const script = document.createElement('script')
    script.textContent = source
    document.head.append(script)
  }, AXE)
  return page.run(async () => {
    const { violations, incomplete } = await window.axe.run()
    return [...violations, ...incomplete].flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`))
  })
}
