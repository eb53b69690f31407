// NODE page.mjs MAKER FILE: `septet/element` in a page without a browser, as jsdom or happy-dom makes it, and first where there is no page,
// as on a server. Prints a report as check.mjs does.
import { strict as assert } from 'node:assert'

const [maker, file] = process.argv.slice(2)
const failures = []
let checked = 0

/** Each is a sentence about the element. */
async function check(sentence, run) {
  checked++
  try {
    await run()
  } catch (error) {
    failures.push(`${maker}, ${sentence}: ${String(error.message).split('\n').filter(Boolean).slice(0, 3).join(' ')}`)
  }
}

await check('on a server the import defines nothing, and throws nothing', async () => {
  const { SmsCounter } = await import('septet/element')
  assert.equal(typeof SmsCounter, 'function')
  assert.equal(globalThis.customElements, undefined)
  assert.equal(typeof (await import('septet/element/jsx')).SmsCounter, 'function')
})

const PAGE = `<!doctype html><html lang="en"><body>
<form><label for="message">Message</label><textarea id="message"></textarea></form>
<sms-counter for="message" rate="0.05" currency="EUR" mark></sms-counter>
<div id="rich" contenteditable="true">Don’t</div></body></html>`

const { window, close } = await openPage(await import(file))
// As test runners do: what Node has of its own stays.
for (const name of Object.getOwnPropertyNames(window))
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { get: () => window[name], configurable: true })
for (const name of ['CustomEvent', 'Event', 'EventTarget'])
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true })
const said = []
console.error = (...words) => said.push(words.join(' '))

const { document } = window
// A copy of its own, which sees the page.
await import(new URL('element.js?page', import.meta.resolve('septet/element')).href)
const counter = document.querySelector('sms-counter')
const field = document.querySelector('textarea')
const text = (part) => counter.shadowRoot.querySelector(`[part=${part}]`).textContent

async function type(value, target = field) {
  const counted = new Promise((resolve) =>
    counter.addEventListener('septet-count', (event) => resolve(event.detail), { once: true }),
  )
  target.value = value
  target.dispatchEvent(new window.Event('input', { bubbles: true }))
  return counted
}

await check('counts, and says the price', async () => {
  const detail = await type('a'.repeat(161))
  assert.deepEqual([detail.encoding, detail.segments, detail.cost], ['GSM-7', 2, 0.1])
  assert.equal(text('segments'), '2 segments')
})
await check('has an accessible name with the numbers', () => {
  assert.match(counter.getAttribute('aria-label'), /^SMS length: GSM-7, 161 of 306, 2 segments, €0\.10$/)
})
await check('names what forces UCS-2, and replaces it at a click', async () => {
  await type('Don’t')
  assert.deepEqual([text('encoding'), text('character')], ['UCS-2', "’ → '"])
  counter.shadowRoot.querySelector('[part=character]').click()
  assert.equal(field.value, "Don't")
  assert.equal(text('encoding'), 'GSM-7')
})
await check('waits for the end of a composition', async () => {
  await type('a')
  field.dispatchEvent(new window.Event('compositionstart', { bubbles: true }))
  let counted = 0
  counter.addEventListener('septet-count', () => counted++)
  field.value = 'aё'
  field.dispatchEvent(new window.Event('input', { bubbles: true }))
  assert.equal(counted, 0)
  field.dispatchEvent(new window.Event('compositionend', { bubbles: true }))
  assert.equal(counted, 1)
  assert.equal(text('encoding'), 'UCS-2')
})
await check('names no character of a text that is all in another alphabet', async () => {
  await type('Ваш заказ готов')
  assert.equal(text('characters'), '')
  assert.match(text('reason'), /^In this alphabet 70 characters fit/)
})
await check('counts an element that can be edited', async () => {
  const counted = new Promise((resolve) =>
    counter.addEventListener('septet-count', (event) => resolve(event.detail), { once: true }),
  )
  counter.setAttribute('for', 'rich')
  assert.deepEqual([(await counted).units, counter.text], [5, 'Don’t'])
})
await check('counts a template from the least to the most', async () => {
  counter.setAttribute('for', 'message')
  counter.setAttribute('placeholders', '{x}')
  await new Promise((resolve) => setTimeout(resolve, 300))
  const detail = await type(`${'a'.repeat(150)}{name}`)
  assert.deepEqual([detail.least.segments, detail.most.segments], [1, 2])
})
await check('can be taken out, and complains of nothing', () => {
  counter.remove()
  assert.deepEqual(said, [])
})
console.log(JSON.stringify({ checked, failures }))
await close()
process.exit()

async function openPage(library) {
  if (maker === 'jsdom') {
    const { window } = new library.JSDOM(PAGE, { url: 'https://example.com/' })
    return { window, close: () => window.close() }
  }
  const window = new library.Window({ url: 'https://example.com/' })
  window.document.write(PAGE)
  return { window, close: () => window.happyDOM.abort() }
}
