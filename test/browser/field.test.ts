import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BROWSERS, type Page } from './drivers'
import { type Server, serve } from './server'

// How <sms-counter> reads the field that it counts, and writes into it.

let server: Server

beforeAll(async () => {
  server = await serve()
})

afterAll(() => server.close())

describe.each(BROWSERS)('%s', (name, launch) => {
  let page: Page

  beforeAll(async () => {
    page = await launch()
  })

  afterAll(() => page?.close())

  beforeEach(async () => {
    await page.open(`${server.origin}/test/browser/pages/field.html`)
    await page.run(() => customElements.whenDefined('sms-counter').then(() => 0))
  })

  /** Puts into the page a field, written as `html`, whose id is `field`, and a counter of it; the first answer of it. */
  const put = (html: string, attributes = '') =>
    page.run(
      async (html: string, attributes: string) => {
        document.getElementById('place')!.innerHTML =
          `${html}<sms-counter id="counter" for="field" ${attributes}></sms-counter>`
        await window.counting()
      },
      html,
      attributes,
    )
  const parts = (name: string) =>
    page.run(
      (name: string) =>
        window.settled().then(() => window.parts(name).map(({ textContent, disabled }) => [textContent, disabled])),
      name,
    )
  const chips = async () => (await parts('character')).map(([text]) => text)
  const press = (part: string, index = 0) =>
    page.run((part: string, index: number) => window.parts(part)[index]!.click(), part, index)
  const focus = () =>
    page.run(() => {
      const field = document.getElementById('field')!
      field.focus()
    })
  const value = () => page.run(() => (document.getElementById('field') as HTMLTextAreaElement).value)
  const inside = () => page.run(() => document.getElementById('field')!.innerHTML)

  describe('an element that can be edited', () => {
    const EDITABLES = [
      '<div id="field" contenteditable></div>',
      '<div id="field" contenteditable="plaintext-only"></div>',
      '<div id="field" contenteditable style="white-space: pre-wrap"></div>',
      '<div id="field" contenteditable style="text-transform: uppercase"></div>',
      '<p id="field" contenteditable style="display: inline-block"></p>',
    ]
    const TYPED = [
      'one\ntwo',
      `${'a'.repeat(50)}\n\n\n${'b'.repeat(34)}`,
      '\nfrom the second line, to one after\n',
      'blank \nand  two  \n x ',
      ' in front: straße',
    ]

    test.each(EDITABLES)('%s has the text that a text area has of the same keys', async (html) => {
      for (const typed of TYPED) {
        await put('<textarea id="field"></textarea>')
        await focus()
        await page.type(typed)
        expect(await value()).toBe(typed)
        await put(html)
        await focus()
        await page.type(typed)
        expect(await page.run(() => window.read()), await inside()).toBe(typed)
      }
    })

    test.each([
      ['a<br>b', 'a\nb'],
      ['a<br>', 'a'],
      ['a<br><br>', 'a\n'],
      ['<br>', ''],
      ['a<div>b</div>', 'a\nb'],
      ['<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
      ['<div>a<br></div><div>b<br></div>', 'a\nb'],
      ['<p>a</p><p>b</p>', 'a\nb'],
      ['<div><div><div>a</div></div></div>b', 'a\nb'],
      ['<ul>\n <li>a</li>\n <li>b</li>\n</ul>', 'a\nb'],
      ['a <b> b</b> c', 'a b c'],
      ['  a\n  b  ', 'a b'],
      ['a&nbsp;&nbsp;b&nbsp;', 'a  b '],
      ['<span style="white-space: pre">a\u00a0 b</span>', 'a\u00a0 b'],
      ['<pre>a\n\n  b\n</pre>c', 'a\n\n  b\nc'],
      ['<span style="white-space: pre-line">a\n  b</span>', 'a\nb'],
      ['<span style="display: none">hidden</span>seen', 'seen'],
      ['<script>hidden</script>seen<!-- and not -->', 'seen'],
      ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>', 'a b\nc d'],
      ['<span style="text-transform: uppercase">ß</span>', 'ß'],
      ['<span contenteditable="false">chip</span> x', 'chip x'],
    ])('%j is read as %j, displayed or not', async (html, expected) => {
      for (const style of ['', 'display: none']) {
        await put(`<div id="field" contenteditable style="${style}">${html}</div>`)
        expect(await page.run(() => window.read())).toBe(expected)
      }
    })
  })

  describe('a replacement', () => {
    const selection = () =>
      page.run(() => {
        const { selectionStart, selectionEnd, selectionDirection } = document.getElementById(
          'field',
        ) as HTMLInputElement
        return [selectionStart, selectionEnd, selectionDirection]
      })

    test('leaves selected what was selected', async () => {
      await put('<textarea id="field">He said “hi” and “bye” – ok…</textarea>')
      await page.run(() => (document.getElementById('field') as HTMLInputElement).setSelectionRange(4, 9, 'backward'))
      await press('character')
      expect(await value()).toBe('He said "hi” and "bye” – ok…')
      expect(await selection()).toEqual([4, 9, 'backward'])
      await page.run(() => (document.getElementById('field') as HTMLInputElement).setSelectionRange(26, 28))
      await press('all')
      expect(await value()).toBe('He said "hi" and "bye" - ok...')
      expect((await selection()).slice(0, 2)).toEqual([26, 30])
      await page.undo()
      await expect.poll(() => value()).toBe('He said "hi” and "bye” – ok…')
    })

    test('by key leaves the focus with the counter: on the next button, or on the line', async () => {
      await put('<textarea id="field">“a” – ж</textarea>')
      const active = () =>
        page.run(() =>
          window.settled().then(() => document.getElementById('counter')!.shadowRoot!.activeElement?.textContent ?? ''),
        )
      await page.run(() => window.parts('character')[0]!.focus())
      await page.type('\n')
      expect([await value(), await active()]).toEqual(['"a” – ж', '” → "'])
      await page.type('\n')
      expect([await value(), await active()]).toEqual(['"a" – ж', '– → -'])
      await page.type('\n')
      expect([await value(), await active()]).toEqual(['"a" - ж', 'ж'])
      await put('<textarea id="field">a…</textarea>')
      await page.run(() => window.parts('character')[0]!.focus())
      await page.type('\n')
      await page.type('\n')
      expect([await value(), (await active()).slice(0, 8)]).toEqual(['a...', 'GSM-74/1'])
    })

    test.each([
      ['<textarea id="field" maxlength="5">…abcd</textarea>', 'character'],
      ['<input id="field" maxlength="5" value="…abcd">', 'character'],
      ['<textarea id="field" maxlength="6">Щука Щ</textarea>', 'use'],
    ])('that does not fit in %s is not offered, nor done', async (html, part) => {
      await put(html, 'transliterate="translit"')
      const before = await value()
      expect((await parts(part)).map(([, disabled]) => disabled)).toEqual([true])
      // Shortened without the element's knowledge, after which it fits no more.
      await page.run(() => document.getElementById('field')!.removeAttribute('maxlength'))
      expect((await parts(part)).map(([, disabled]) => disabled)).toEqual([false])
      await page.run((part: string) => {
        const field = document.getElementById('field') as HTMLInputElement
        field.maxLength = field.value.length
        window.parts(part)[0]!.click()
      }, part)
      expect(await value()).toBe(before)
    })

    test('that just fits is done', async () => {
      await put('<textarea id="field" maxlength="8">…\nabcd</textarea>')
      await press('character')
      expect(await value()).toBe('...\nabcd')
    })

    test.each([
      ['<fieldset disabled><textarea id="field">“a ж</textarea></fieldset>', 'fieldset', 'disabled', [true, true]],
      ['<textarea id="field" disabled>“a ж</textarea>', '#field', 'disabled', [true, true]],
      ['<textarea id="field" readonly>“a ж</textarea>', '#field', 'readonly', [true, false]],
      ['<input id="field" readonly value="“a ж">', '#field', 'readonly', [true, false]],
    ] as const)('is not offered in %s while it is so', async (html, selector, attribute, disabled) => {
      await put(html)
      const states = async () => (await parts('character')).map(([, state]) => state)
      expect(await states()).toEqual(disabled)
      const toggle = () =>
        page.run(
          (selector: string, attribute: string) => {
            document.querySelector(selector)!.toggleAttribute(attribute)
          },
          selector,
          attribute,
        )
      await toggle()
      expect(await states()).toEqual([false, false])
      // By a script that clicks at once, before anything tells the element.
      await page.run(
        (selector: string, attribute: string) => {
          document.querySelector(selector)!.toggleAttribute(attribute)
          window.parts('character')[0]!.click()
        },
        selector,
        attribute,
      )
      expect(await value()).toBe('“a ж')
      expect(await states()).toEqual(disabled)
    })

    test.each([
      ['<textarea id="field">abc ж def жж 😀</textarea>'],
      ['<input id="field" value="abc ж def жж 😀">'],
      ['<div id="field" contenteditable>abc <b>ж</b> def ж<i>ж</i> 😀</div>'],
    ])('that there is none of is found, the next at each click, in %s', async (html) => {
      await put(html)
      await page.run(() => {
        const field = document.getElementById('field') as HTMLInputElement
        if ('value' in field) field.setSelectionRange(0, 0)
      })
      const found = []
      for (const index of [0, 0, 0, 0, 1]) {
        await press('character', index)
        found.push(
          await page.run(() => {
            const field = document.getElementById('field') as HTMLInputElement
            if ('value' in field) return [field.selectionStart, field.selectionEnd]
            const range = getSelection()!.getRangeAt(0)
            const before = document.createRange()
            before.setStart(field, 0)
            before.setEnd(range.startContainer, range.startOffset)
            return [before.toString().length, before.toString().length + range.toString().length]
          }),
        )
      }
      expect(found).toEqual([
        [4, 5],
        [10, 11],
        [11, 12],
        [4, 5],
        [13, 15],
      ])
    })

    test('in an element that can be edited keeps its formatting, its blanks and what is selected', async () => {
      await put(
        '<div id="field" contenteditable><b>bold “x”</b>&nbsp; and <i>“link”</i><div>two  \n\t “lines” …</div>z<i> </i><b>…</b></div>',
      )
      await page.run(() => {
        const text = document.querySelector('#field i')!.firstChild!
        getSelection()!.setBaseAndExtent(text, 1, text, 5)
      })
      await press('all')
      expect(await page.run(() => window.read())).toBe('bold "x"  and "link"\ntwo "lines" ...\nz ...')
      expect(
        await page.run(() => [
          document.querySelector('#field b')!.textContent,
          document.querySelector('#field i')!.textContent,
        ]),
      ).toEqual(['bold "x"', '"link"'])
      expect(await page.run(() => getSelection()!.toString())).toBe('link')
      expect(await chips()).toEqual([])
    })

    test('of all in an element that can be edited is one step to undo', async () => {
      const html = '<p class="a">one <b>“x”</b> y</p><ul><li>“two”</li><li>…<br>three’s</li></ul>'
      await put(`<div id="field" contenteditable>${html}</div>`)
      await press('all')
      expect((await inside()).replace(/<br>$/, '')).toBe(
        '<p class="a">one <b>"x"</b> y</p><ul><li>"two"</li><li>...<br>three\'s</li></ul>',
      )
      await page.run(() => document.execCommand('undo'))
      expect(await inside()).toBe(html)
    })

    test.each(['contenteditable="false"', 'style="color: red"', 'onclick="1"'])(
      'keeps the very elements of an editor, such as one with %s',
      async (attribute) => {
        await put(`<div id="field" contenteditable>“a”<div>“b” <span ${attribute}>c</span></div></div>`)
        const kept = await page.run(() => {
          const before = document.querySelector('#field span')
          window.parts('all')[0]!.click()
          return before === document.querySelector('#field span')
        })
        expect([kept, await page.run(() => window.read())]).toEqual([true, '"a"\n"b" c'])
      },
    )

    test('keeps the lines of text that is preformatted', async () => {
      await put(
        '<div id="field" contenteditable="plaintext-only" style="white-space: pre-wrap">“a”\n  “b”\n\n“c”\n…</div>',
      )
      await press('all')
      expect(await page.run(() => window.read())).toBe('"a"\n  "b"\n\n"c"\n...')
    })

    test('takes a text in Latin letters with its lines', async () => {
      for (const html of ['<div id="field" contenteditable></div>', '<textarea id="field"></textarea>']) {
        await put(html, 'transliterate="translit"')
        await focus()
        await page.type('Щука\n\nЖук')
        await page.run(() => window.settled())
        await press('use')
        expect(await page.run(() => window.read())).toBe('Shchuka\n\nZhuk')
      }
    })

    test('of 6,250 in 100,000 characters of an element that can be edited reads them no more often than of a tenth', async () => {
      /** How often each character is read on the way. */
      const readings = async (messages: number) => {
        await put('<div id="field" contenteditable></div>')
        const units = await page.run(async (messages: number) => {
          const field = document.getElementById('field')!
          field.textContent = 'it’s a message! '.repeat(messages).trimEnd()
          field.dispatchEvent(new Event('input', { bubbles: true }))
          await new Promise((go) => setTimeout(go, 600))
          const data = Object.getOwnPropertyDescriptor(CharacterData.prototype, 'data')!
          let units = 0
          const watched = {
            ...data,
            get(this: CharacterData) {
              const text = data.get!.call(this)
              units += text.length
              return text
            },
          }
          Object.defineProperty(CharacterData.prototype, 'data', watched)
          window.parts('character')[0]!.click()
          Object.defineProperty(CharacterData.prototype, 'data', data)
          return units
        }, messages)
        const wanted = "it's a message! ".repeat(messages).trimEnd()
        expect((await page.run(() => window.read())) === wanted).toBe(true)
        return units / wanted.length
      }
      const few = await readings(625)
      expect(few).toBeGreaterThan(0)
      expect(await readings(6250)).toBeLessThan(2 * few)
    })
  })

  describe('the field', () => {
    const line = () => page.run(() => window.settled().then(() => window.line()))

    test('and whatever else is set before the element is defined counts', async () => {
      const [own, text] = await page.run(async () => {
        // What is made in a document without scripts is upgraded when it comes into one that has them.
        const later = document.implementation.createHTMLDocument().createElement('sms-counter')
        const field = document.createElement('textarea')
        field.value = 'early'
        Object.assign(later, { id: 'counter', field, read: ({ value }: HTMLTextAreaElement) => `${value} bird` })
        document.getElementById('place')!.append(field, later)
        await window.counting()
        return [Object.keys(later), later.text]
      })
      expect(own).toEqual([])
      expect(text).toBe('early bird')
      expect(await line()).toBe('GSM-7 · 10/160 · 1 segment')
    })

    test('is read by a function of the page, if there is one', async () => {
      await put('<div id="field" contenteditable>\ufeffthe <b>model</b> says: </div>')
      await page.run(() => {
        document.querySelector<SmsCounter>('#counter')!.read = (field) => field.textContent.replace('\ufeff', '')
      })
      expect(await line()).toBe('GSM-7 · 16/160 · 1 segment')
      await page.run(() => {
        document.querySelector<SmsCounter>('#counter')!.read = () => {
          throw new Error('no model')
        }
      })
      expect(await line()).toBe('')
      expect(await page.run(() => window.said)).toEqual(['<sms-counter>: Error: no model'])
      await page.run(() => {
        document.querySelector<SmsCounter>('#counter')!.read = undefined
      })
      expect(await page.run(() => window.read())).toBe('\ufeffthe model says:')
    })

    test('that is none is named once, and throws nothing', async () => {
      await put('<textarea id="field">one</textarea><p id="none"></p>')
      await page.run(async () => {
        const counter = document.querySelector<SmsCounter>('#counter')!
        const none = [
          document,
          document.body,
          5,
          'm',
          {},
          Symbol('s'),
          Object.create(null),
          document.createElement('div'),
        ]
        for (const value of [...none, ...none, document.createElement('input')]) {
          counter.field = value as never
          await new Promise((go) => setTimeout(go, 80))
        }
      })
      expect(await line()).toBe('')
      expect(await page.run(() => window.said)).toEqual(
        [
          'no field to count: #document',
          'no field to count: <body>',
          'no field to count: 5',
          'no field to count: m',
          'no field to count: [object Object]',
          'no field to count: Symbol(s)',
          'no field to count: <div>',
          'not in the page: <input type="text">',
        ].map((what) => `<sms-counter>: the value of field is ${what}`),
      )
      for (const value of [undefined, null]) {
        await page.run((value: undefined) => {
          document.querySelector<SmsCounter>('#counter')!.field = value
        }, value as undefined)
        expect(await line()).toBe('GSM-7 · 3/160 · 1 segment')
      }
    })

    test('may come after its counter, and be moved, without a word', async () => {
      await page.run(async () => {
        const place = document.getElementById('place')!
        place.innerHTML = '<sms-counter id="counter" for="field"></sms-counter>'
        await Promise.resolve()
        const field = document.createElement('textarea')
        field.id = 'field'
        place.append(field)
        await window.counting()
        field.remove()
        await Promise.resolve()
        place.prepend(field)
        await new Promise((go) => setTimeout(go, 100))
      })
      expect(await line()).toBe('GSM-7 · 0/160 · 1 segment')
      expect(await page.run(() => window.said)).toEqual([])
    })

    test('is counted while it is one', async () => {
      await put('<input id="field" value="12">')
      const change = (name: string, value: string) =>
        page.run(
          (name: string, value: string) => document.getElementById('field')!.setAttribute(name, value),
          name,
          value,
        )
      await change('type', 'number')
      expect(await line()).toBe('')
      await change('type', 'tel')
      expect(await line()).toBe('GSM-7 · 2/160 · 1 segment')
      expect(await page.run(() => window.said)).toEqual([
        '<sms-counter>: the element that for="field" names is no field to count: <input type="number">',
      ])
      await put('<div id="field">some</div>')
      await change('contenteditable', 'true')
      expect(await line()).toBe('GSM-7 · 4/160 · 1 segment')
      await change('contenteditable', 'false')
      expect(await line()).toBe('')
    })

    test.each([
      '<textarea>a’b’</textarea>',
      '<div contenteditable>a<b>’</b>b’</div>',
      '<body contenteditable>a’b’</body>',
    ])('%s in a frame is counted and written from outside', async (html) => {
      await page.run(async (html: string) => {
        const place = document.getElementById('place')!
        place.innerHTML = '<iframe></iframe><sms-counter id="counter"></sms-counter>'
        const inner = place.querySelector('iframe')!.contentDocument!
        inner.open()
        inner.write(html)
        inner.close()
        const field = inner.querySelector<HTMLElement>('textarea, [contenteditable]')!
        document.querySelector<SmsCounter>('#counter')!.field = field
        await window.counting()
      }, html)
      expect(await line()).toBe('UCS-2 · 4/70 · 1 segment')
      await press('character')
      expect(await page.run(() => window.read())).toBe("a'b'")
      expect(await line()).toBe('GSM-7 · 4/160 · 1 segment')
      expect(await page.run(() => window.said)).toEqual([])
    })

    test('and its counter keep their looks in a frame that they are moved to', async () => {
      await put('<textarea id="field">a’</textarea>')
      const looks = await page.run(async () => {
        const frame = document.createElement('iframe')
        document.body.append(frame)
        const inner = frame.contentDocument!.body
        const counter = document.querySelector<SmsCounter>('#counter')!
        inner.append(document.getElementById('field')!, counter)
        await new Promise((go) => setTimeout(go, 200))
        const line = counter.shadowRoot!.querySelector('[part=line]')!
        return [frame.contentWindow!.getComputedStyle(line).display, counter.text]
      })
      expect(looks).toEqual(['flex', 'a’'])
    })
  })

  // Firefox keeps in its module map that a module was not found: only a page that is loaded again asks again.
  test.skipIf(name === 'Firefox')('the library that could not be loaded is asked for at the next input', async () => {
    server.lose()
    await page.open(`${server.origin}/test/browser/pages/field.html`)
    await page.run(() => customElements.whenDefined('sms-counter').then(() => 0))
    await page.run(async () => {
      document.getElementById('place')!.innerHTML =
        '<textarea id="field">a</textarea><sms-counter id="counter" for="field"></sms-counter>'
      for (let tries = 0; window.said.length === 0 && tries < 100; tries++)
        await new Promise((go) => setTimeout(go, 20))
    })
    expect((await page.run(() => window.said)).filter((what) => what.includes('could not load septet'))).toHaveLength(1)
    server.mend()
    await page.run(async () => {
      document.getElementById('field')!.dispatchEvent(new Event('input', { bubbles: true }))
      await window.counting()
    })
    expect(await page.run(() => window.line())).toBe('GSM-7 · 1/160 · 1 segment')
  })
})
