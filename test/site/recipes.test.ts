import { spawnSync } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import vue from '@vitejs/plugin-vue'
import type { Browser, Page } from 'playwright-core'
import { build, type PluginOption } from 'vite'
import solid from 'vite-plugin-solid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch } from './browser'
import { filesOf, writeProject } from './recipe'
import { type Server, serve } from './server'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})

afterAll(() => browser?.close())

/** A file of a recipe, imported as a user's program would. */
const load = (folder: string, file: string) => import(/* @vite-ignore */ pathToFileURL(`${folder}/${file}`).href)

describe('recipes of pages', () => {
  let server: Server | undefined
  let page: Page

  afterAll(() => server?.close())

  /** Bundles the files with a main script, and opens the page. */
  async function show(files: Record<string, string>, main: string, plugins: PluginOption[] = []): Promise<void> {
    server?.close()
    const root = writeProject({
      ...files,
      'index.html': '<!doctype html><div id="app"></div><script type="module" src="/main.jsx"></script>',
      'main.jsx': main,
    })
    await build({
      root,
      plugins,
      logLevel: 'error',
      configFile: false,
      worker: { format: 'es' },
      build: { minify: false },
    })
    server = await serve(`${root}/dist/`)
    await page?.close()
    page = await browser.newPage()
    await page.goto(`${server.origin}/`)
  }

  const segments = () => page.locator('sms-counter [part=segments]').textContent()

  const REACT = (name: string) => `
    import { createRoot } from 'react-dom/client'
    import { createElement } from 'react'
    import { Composer } from './${name}'
    createRoot(document.getElementById('app')).render(createElement(Composer))`
  const jsx = (importSource: string): PluginOption => ({
    name: 'jsx',
    config: () => ({ esbuild: { jsx: 'automatic', jsxImportSource: importSource } }),
  })

  test.each<[string, () => [Record<string, string>, string, PluginOption[]]]>([
    ['react', () => [filesOf('react'), REACT('Composer.jsx'), [jsx('react')]]],
    ['next', () => [filesOf('next'), REACT('app/composer.jsx'), [jsx('react')]]],
    [
      'preact',
      () => [
        {
          'Composer.jsx': filesOf('react')
            ['Composer.jsx']!.replace("from 'react'", "from 'preact/hooks'")
            .replace('onChange', 'onInput'),
        },
        `import { h, render } from 'preact'
         import { Composer } from './Composer.jsx'
         render(h(Composer), document.getElementById('app'))`,
        [jsx('preact')],
      ],
    ],
    [
      'vue',
      () => [
        filesOf('vue'),
        `import { createApp } from 'vue'
         import Composer from './Composer.vue'
         createApp(Composer).mount('#app')`,
        [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'sms-counter' } } })],
      ],
    ],
    [
      'svelte',
      () => [
        filesOf('svelte'),
        `import { mount } from 'svelte'
         import Composer from './Composer.svelte'
         mount(Composer, { target: document.getElementById('app') })`,
        [svelte({ configFile: false })],
      ],
    ],
    [
      'solid',
      () => [
        filesOf('solid'),
        `import { render } from 'solid-js/web'
         import { Composer } from './Composer.jsx'
         render(() => <Composer />, document.getElementById('app'))`,
        [solid()],
      ],
    ],
  ])('%s: the counter follows what is typed, and what a script sets', async (name, project) => {
    await show(...project())
    await page.getByLabel('Message').fill('a'.repeat(161))
    await expect.poll(segments).toBe('2 segments')
    if (name === 'next') return
    await page.getByRole('button', { name: 'Clear' }).click()
    await expect.poll(() => page.locator('sms-counter [part=units]').textContent()).toBe('0/160')
    // A replacement at a click is heard by the framework: what it renders next has it.
    await page.getByLabel('Message').fill('It’s')
    await page.locator('sms-counter [part=character]').click()
    await expect.poll(() => page.getByLabel('Message').inputValue()).toBe("It's")
  })

  test('react: a count in a component of one’s own', async () => {
    await show(
      filesOf('react'),
      `import { createRoot } from 'react-dom/client'
       import { Length } from './Length.jsx'
       createRoot(document.getElementById('app')).render(<Length text="Hello" />)`,
      [jsx('react')],
    )
    await expect.poll(() => page.locator('output').textContent()).toBe('1 SMS, 155 left, GSM-7')
  })

  test.each([
    ['quill', '.ql-editor'],
    ['prosemirror', '.ProseMirror'],
    ['lexical', '[data-lexical-editor]'],
  ])('%s: the counter counts what its model has', async (name, root) => {
    await show(
      filesOf('editors'),
      `import { createComposer } from './${name}.js'
       const app = document.getElementById('app')
       app.innerHTML = '<div id="place"></div><sms-counter></sms-counter>'
       createComposer(document.getElementById('place'), app.querySelector('sms-counter'))`,
    )
    await page.locator(root).click()
    await page.keyboard.type('one')
    await page.keyboard.press('Enter')
    await page.keyboard.type('It’s [two]')
    const units = () => page.locator('sms-counter [part=units]').textContent()
    await expect.poll(units).toBe('14/70')
    await page.locator('sms-counter [part=character]').click()
    await expect.poll(units).toBe('16/160')
    expect(await page.locator(root).textContent()).toContain("It's [two]")
  })

  test('worker: a list is counted beside the page', async () => {
    await show(
      filesOf('worker'),
      `import { countInWorker } from './page.js'
       window.counted = countInWorker(['Hello', 'a'.repeat(161)]).then(({ segments, totalSegments }) => [...segments, totalSegments])`,
    )
    await page.waitForFunction(() => 'counted' in window)
    expect(await page.evaluate('window.counted')).toEqual([1, 2, 3])
  })

  test('worker: a value that is no text is an error in the page', async () => {
    await show(
      filesOf('worker'),
      `import { countInWorker } from './page.js'
       window.refused = countInWorker(['Hello', null]).catch(({ message }) => message)`,
    )
    await page.waitForFunction(() => 'refused' in window)
    expect(await page.evaluate('window.refused')).toMatch(/^texts\[1\]: must be a string/)
  })

  test('csv-in-browser: a file is counted', async () => {
    await show(
      filesOf('csv-in-browser'),
      `import { estimate } from './estimate.js'
       window.counted = estimate(new File(['to,text\\n1,Hello\\n2,"a, ж"\\n'], 'a.csv'), 'text')`,
    )
    await page.waitForFunction(() => 'counted' in window)
    expect(await page.evaluate('window.counted')).toEqual({ messages: 2, segments: 2, ucs2: 1 })
  })

  test('csv-in-browser: a column that is not there is an error, and not a price', async () => {
    await show(
      filesOf('csv-in-browser'),
      `import { estimate } from './estimate.js'
       window.refused = estimate(new File(['to,text\\n1,Hello\\n'], 'a.csv'), 'txt').catch(({ message }) => message)`,
    )
    await page.waitForFunction(() => 'refused' in window)
    expect(await page.evaluate('window.refused')).toBe('there is no column txt, only to, text')
  })
})

/** What the npm package smpp gives, as far as it is used here; it has no types. */
type Pdu = Record<string, unknown> & { response(fields: object): object }
interface Session {
  on(event: string, hear: (pdu: Pdu) => void): void
  send(pdu: object): void
  deliver_sm(fields: object): void
}

describe('recipes of servers', () => {
  test('next: the route counts, and refuses what is no text', async () => {
    const { POST } = await load(writeProject(filesOf('next')), 'app/api/count/route.js')
    const post = (body: unknown) => POST(new Request('http://x/', { method: 'POST', body: JSON.stringify(body) }))
    expect(await (await post({ text: 'Hello' })).json()).toMatchObject({ segments: 1 })
    expect((await post({ text: 1 })).status).toBe(400)
    expect((await post(null)).status).toBe(400)
    expect((await POST(new Request('http://x/', { method: 'POST', body: '{' }))).status).toBe(400)
  })

  test('cloudflare: the Worker says what a text costs', async () => {
    const { default: worker } = await load(writeProject(filesOf('cloudflare')), 'src/index.js')
    const answer = await worker.fetch(new Request('http://x/', { method: 'POST', body: 'Don’t forget' }))
    expect(await answer.json()).toMatchObject({ encoding: 'UCS-2', segments: 1 })
    expect((await worker.fetch(new Request('http://x/'))).status).toBe(405)
  })

  test('ci-budget: a text beyond the budget fails the build, and is named', () => {
    const folder = writeProject(filesOf('ci-budget'))
    const check = (messages: object) => {
      writeFileSync(`${folder}/messages.json`, JSON.stringify(messages))
      const { status, stderr } = spawnSync(process.execPath, ['check-messages.mjs', 'messages.json'], { cwd: folder })
      return [status, String(stderr)]
    }
    expect(check({ welcome: 'Welcome!' })).toEqual([0, ''])
    expect(check({ long: `“${'a'.repeat(70)}` })).toEqual([1, 'long: 2 segments, UCS-2, because of “\n'])
  })

  test('node-smpp: a long text goes out, and comes back as one message', async () => {
    const folder = writeProject(filesOf('node-smpp'))
    const { default: smpp } = await load(folder, 'smpp-octets.mjs')
    const { send } = await load(folder, 'send.mjs')
    const { receive } = await load(folder, 'receive.mjs')
    const text = 'Привет, мир! 😀 '.repeat(12)
    // A message centre that delivers what is submitted.
    const server = smpp.createServer((session: Session) => {
      session.on('submit_sm', (pdu: Pdu) => {
        session.send(pdu.response({ message_id: 'id' }))
        const { source_addr, destination_addr, esm_class, data_coding, short_message } = pdu
        session.deliver_sm({ source_addr, destination_addr, esm_class, data_coding, short_message })
      })
      session.on('error', () => {})
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const session = smpp.connect({ url: `smpp://127.0.0.1:${server.address().port}` })
    const heard = new Promise((resolve) => receive(session, resolve))
    await once(session, 'connect')
    const ids = await send(session, { from: '111', to: '79161234567', text })
    expect(ids.length).toBe(3)
    expect(await heard).toEqual({ from: '111', text, receipt: undefined })
    session.close()
    await once(session, 'close')
    server.close()
  })

  test.each([
    [
      'octets of no text',
      { data_coding: 5, short_message: Buffer.from('abc') },
      { data: Uint8Array.from([97, 98, 99]) },
    ],
    ['half a unit', { data_coding: 8, short_message: Buffer.from([4, 0x1f, 4]) }, { text: 'П\ufffd' }],
    ['a header that is cut', { esm_class: 0x40, short_message: Buffer.from([5, 0, 3]) }, { text: 'é@¥' }],
  ])('node-smpp: %s from a phone end no process', async (_, fields, expected) => {
    const { receive } = await load(writeProject(filesOf('node-smpp')), 'receive.mjs')
    const session = Object.assign(new EventEmitter(), { send: () => {} })
    let heard: unknown
    receive(session, (message: unknown) => {
      heard = message
    })
    session.emit('deliver_sm', { source_addr: '111', response: () => ({}), ...fields })
    session.emit('close')
    expect(heard).toMatchObject({ from: '111', ...expected })
  })

  test('modem: each segment is sent when the modem asks for it', async () => {
    const { sendSms } = await load(writeProject(filesOf('modem')), 'send-sms.mjs')
    const said: string[] = []
    const port = new PassThrough()
    const modem = Object.assign(port, {
      write(line: string) {
        said.push(line)
        setTimeout(() => port.emit('data', line.startsWith('AT+CMGS') ? '\r\n> ' : '\r\nOK\r\n'))
        return true
      },
    })
    await sendSms(modem, '+34600123456', 'Hello world')
    expect(said).toEqual(['AT+CMGF=0\r', 'AT+CMGS=23\r', '0001000B914306103254F600000BC8329BFD06DDDF723619\x1a'])
  })

  test('modem: a refusal is an error, and nothing hears the port after it', async () => {
    const { sendSms } = await load(writeProject(filesOf('modem')), 'send-sms.mjs')
    const port = new PassThrough()
    const modem = Object.assign(port, {
      write: () => setTimeout(() => port.emit('data', '\r\n+CMS ERROR: 310\r\n')),
    })
    await expect(sendSms(modem, '+34600123456', 'Hello world')).rejects.toThrow('+CMS ERROR: 310')
    expect(port.listenerCount('data')).toBe(0)
  })
})

test('every page of recipes with files has a test here', () => {
  const folder = fileURLToPath(new URL('../../docs/recipes/', import.meta.url))
  const pages = readdirSync(folder).map((file) => file.replace('.md', ''))
  const withFiles = pages.filter((page) => Object.keys(filesOf(page)).length > 0)
  expect(withFiles.sort()).toEqual([
    ...['ci-budget', 'cloudflare', 'csv-in-browser', 'editors', 'modem', 'next', 'node-smpp'],
    ...['react', 'solid', 'svelte', 'vue', 'worker'],
  ])
})
