// Three browsers with the same few functions: Chromium by its own protocol, Firefox by WebDriver BiDi, WebKit by WebDriver.
import { type ChildProcess, spawn } from 'node:child_process'
import { chromium } from 'playwright-core'
import puppeteer from 'puppeteer-core'
import { CHROMIUM_FLAGS } from './chromium'

/** A function that is sent to the page as its source, so it can use nothing but its arguments. */
// biome-ignore lint/suspicious/noExplicitAny: what a page answers is what its test says
type InPage = (...values: any[]) => any

export interface Page {
  open(url: string): Promise<void>
  /** Runs a function in the page; a promise that it returns is awaited. */
  run<Inside extends InPage>(inside: Inside, ...values: Parameters<Inside>): Promise<Awaited<ReturnType<Inside>>>
  /** Types as a person does, into what has the focus; a line feed is the key Enter. */
  type(text: string): Promise<void>
  /** Takes back the last change, as a person does. */
  undo(): Promise<void>
  close(): Promise<void>
}

/** The browsers that everything is tried in. */
export const BROWSERS = [
  ['Chromium', chromiumPage],
  ['Firefox', firefoxPage],
  ['WebKit', webkitPage],
] as const

export function launchChromium() {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: CHROMIUM_FLAGS })
}

async function chromiumPage(): Promise<Page> {
  const browser = await launchChromium()
  const page = await browser.newPage()
  return {
    open: async (url) => void (await page.goto(url)),
    run: (inside, ...values) => page.evaluate(sourceOf(inside, values)),
    type: (text) => page.keyboard.type(text),
    undo: () => page.keyboard.press('Control+z'),
    close: () => browser.close(),
  }
}

async function firefoxPage(): Promise<Page> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true })
  const page = await browser.newPage()
  return {
    open: async (url) => void (await page.goto(url)),
    run: (inside, ...values) => page.evaluate(sourceOf(inside, values)) as never,
    type: (text) => page.keyboard.type(text),
    undo: async () => {
      await page.keyboard.down('Control')
      await page.keyboard.press('z')
      await page.keyboard.up('Control')
    },
    close: () => browser.close(),
  }
}

/** MiniBrowser shows a real window, so it is given a display that nobody sees. */
async function webkitPage(): Promise<Page> {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const driver = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`], { stdio: 'ignore', detached: true })
  const origin = `http://127.0.0.1:${port}`
  await answering(`${origin}/status`)
  const capabilities = {
    alwaysMatch: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] },
    },
  }
  const { sessionId } = await command('POST', '/session', { capabilities })
  const session = `/session/${sessionId}`
  await command('POST', `${session}/timeouts`, { script: 30_000 })
  return {
    open: (url) => command('POST', `${session}/url`, { url }),
    run: (inside, ...values) =>
      command('POST', `${session}/execute/sync`, { script: `return ${sourceOf(inside, values)}`, args: [] }),
    type: (text) => keys([...text.replaceAll('\n', ENTER)].flatMap((key) => [down(key), up(key)])),
    // MiniBrowser's own bindings do not see the keys of WebDriver. The menu's command does the same.
    undo: () => command('POST', `${session}/execute/sync`, { script: "document.execCommand('undo')", args: [] }),
    close: async () => {
      await command('DELETE', session)
      end(driver)
    },
  }

  function keys(actions: object[]): Promise<void> {
    return command('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] })
  }

  // biome-ignore lint/suspicious/noExplicitAny: what WebDriver answers depends on the command
  async function command(method: string, path: string, body?: object): Promise<any> {
    const response = await fetch(origin + path, { method, ...(body && { body: JSON.stringify(body) }) })
    const { value } = (await response.json()) as { value: { error?: string; message?: string } }
    if (!response.ok) throw new Error(`${path}: ${value.error} ${value.message}`)
    return value
  }
}

const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'
/** Enter as WebDriver names it. */
const ENTER = '\ue007'
const down = (value: string) => ({ type: 'keyDown', value })
const up = (value: string) => ({ type: 'keyUp', value })

function sourceOf(inside: InPage, values: unknown[]): string {
  return `(${inside})(...${JSON.stringify(values)})`
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answers = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (answers) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} does not answer`)
}

/** The driver and the display that it was started in: a process group of their own. */
function end({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid)
}
