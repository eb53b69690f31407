import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { SmsCounter } from 'septet/element'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch } from './browser'
import { filesOf } from './recipe'

// The blocks of README and docs that are no JavaScript. In a shell, `septet` is the built command.

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

const manual = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
  .map((path) => `docs/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.md') && !/node_modules|^docs\/api\//.test(path))
  .concat('README.md')
  .sort()

interface Block {
  readonly place: string
  readonly language: string
  readonly code: string
  /** What the block after it says that it prints, if that one comes at once. */
  readonly output: string | undefined
}

/** A block, and one without a language that comes at once after it. */
const BLOCK = /^( *)```([a-z]+)[^\n]*\n([\s\S]*?)^ *```\n(?:\n```\n([\s\S]*?)^```$)?/gm

function listBlocks(path: string): Block[] {
  const text = read(path)
  return [...text.matchAll(BLOCK)].map(({ index, 1: indent, 2: language, 3: code, 4: output }) => ({
    place: `${path}:${text.slice(0, index).split('\n').length}`,
    language: language!,
    code: code!.replaceAll(`\n${indent}`, '\n').slice(indent!.length),
    output,
  }))
}

const blocks = manual.flatMap(listBlocks)
const blocksIn = (language: string) => blocks.filter((block) => block.language === language)

/** The test that runs or reads the blocks of a language, or why there is none. */
const READERS: Readonly<Record<string, string>> = {
  js: 'test/package/docs.test.ts',
  ts: 'test/package/docs.test.ts',
  jsx: 'test/site/recipes.test.ts',
  tsx: 'test/site/types.test.ts',
  vue: 'test/site/recipes.test.ts',
  svelte: 'test/site/recipes.test.ts',
  sql: 'test/engines/run.mjs, test/package/udf.test.ts',
  python: 'none: its three points are the library of the reader',
  sh: 'this file',
  html: 'this file',
  json: 'this file',
  xml: 'this file',
}

test('each language of a block has a test, or a reason to have none', () => {
  expect([...new Set(blocks.map(({ language }) => language))].sort()).toEqual(Object.keys(READERS).sort())
})

/** Commands that do not run here, each with its reason. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'npm install septet': 'needs a registry; test/bundlers and test/runtimes install the packed package',
  'npm pack septet': 'needs a registry; test/package reads what is packed',
  'clickhouse-client': 'needs a server; test/engines runs the same file',
  'npx wrangler': 'needs a registry; recipes.test.ts and test/runtimes run the Worker',
  curl: 'asks the Worker of the line before it',
}
const findReason = (line: string) => Object.keys(ELSEWHERE).find((start) => line.startsWith(start))

/** `npm start` of a clone is `septet segment`; `npx septet` is the command of the package. */
const PRELUDE = `
set -euo pipefail
septet() { '${process.execPath}' '${ROOT}dist/cli.js' "$@"; }
npx() { [ "$1" = septet ]; "$@"; }
npm() { case "$1 \${2:-}" in 'install ') ;; 'start --') septet segment "\${@:3}" ;; *) return 1 ;; esac; }
node() { '${process.execPath}' "$@"; }
`

const CAMPAIGN = `to,text
79161234567,"Your order is ready. Come to the shop until Friday, 20:00 – it waits for you."
79031234567,"Привет, Анна! Ваш заказ готов, ждём вас до пятницы, 20:00, по адресу: улица Мира, 7."
79161234568,"Your code is 471147."
79031234568,"Don’t forget: your table is booked for 19:30. Please call us if you are late. See you soon!"
`

/** What the commands read. */
function writeInputs(folder: string): void {
  const inputs: Record<string, string | Uint8Array> = {
    'campaign.csv': CAMPAIGN,
    'campaign.csv.gz': gzipSync(CAMPAIGN),
    'log.csv': CAMPAIGN,
    'filled.csv': CAMPAIGN,
    'messages.txt': 'Your code is 471147.\nDon’t forget!\n',
    'texts.txt': 'Your code is 471147.\nDon’t forget!\n',
    'rates.json': '{"7":"1.40","7903":"1.25"}',
    'request.json': '{"phones":"79161234567","mes":"Hello"}',
    'modem.log':
      '+CMGL: 1,1,,29\r\n07914306090909F9040B914306103254F60000623050417090400BC8329BFD06DDDF723619\r\n\r\nOK\r\n',
    'messages.json': blocksIn('json').find(({ place }) => place.startsWith('docs/recipes/ci-budget'))!.code,
    ...filesOf('ci-budget'),
  }
  for (const [name, content] of Object.entries(inputs)) writeFileSync(join(folder, name), content)
}

const lines = blocksIn('sh').flatMap(({ code }) => code.trimEnd().split('\n'))

test('each command that does not run here is in the manual', () => {
  expect(Object.keys(ELSEWHERE).filter((start) => !lines.some((line) => line.startsWith(start)))).toEqual([])
})

/** A line of three points is any number of lines. */
function createPattern(output: string): RegExp {
  const escaped = output
    .trimEnd()
    .split(/^\.\.\.$/m)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${escaped.join('[\\s\\S]*')}$`, 'm')
}

describe('in a shell', () => {
  const folder = mkdtempSync(join(tmpdir(), 'septet-manual-'))
  writeInputs(folder)
  cpSync(join(ROOT, 'package.json'), join(folder, 'node_modules/septet/package.json'))
  cpSync(join(ROOT, 'dist'), join(folder, 'node_modules/septet/dist'), { recursive: true })

  const runnable = blocksIn('sh')
    .map((block) => ({
      ...block,
      code: block.code
        .split('\n')
        .filter((line) => !findReason(line))
        .join('\n'),
    }))
    .filter(({ code }) => code.trim() !== '')

  test.each(runnable)('$place runs, and prints what it says', ({ code, output }) => {
    const env = { PATH: process.env.PATH, NO_COLOR: '1' }
    const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', PRELUDE + code], {
      cwd: folder,
      encoding: 'utf8',
      env,
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    if (output !== undefined) expect(stdout).toMatch(createPattern(output))
    else if (code.includes('septet ')) expect(stdout).not.toBe('')
  })

  test('a block with another output would be noticed', () => {
    expect('one\ntwo\nthree\n').toMatch(createPattern('one\n...\nthree\n'))
    expect('one\ntwo\nthree\n').not.toMatch(createPattern('one\n...\nfour\n'))
  })
})

describe('in a page', () => {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await launch()
    page = await browser.newPage()
  })

  afterAll(() => browser?.close())

  /** What a browser reads, written again: the same, unless a tag is not closed or has no place there. */
  const readHtml = (code: string) =>
    page.evaluate((code) => {
      const { head, body } = new DOMParser().parseFromString(code, 'text/html')
      const counters = [...body.querySelectorAll('sms-counter')].map((counter) => counter.getAttributeNames())
      return { written: head.innerHTML + body.innerHTML, attributes: counters.flat() }
    }, code)
  const trim = (code: string) => code.replace(/\s+/g, ' ').trim()

  test.each(blocksIn('html'))('$place is HTML, and the element knows its attributes', async ({ code }) => {
    const { written, attributes } = await readHtml(code)
    expect(trim(written)).toBe(trim(code))
    expect(['id', ...SmsCounter.observedAttributes]).toEqual(expect.arrayContaining(attributes))
  })

  test.each(blocksIn('xml'))('$place is XML', async ({ code }) => {
    const read = (code: string) =>
      new DOMParser().parseFromString(code, 'text/xml').querySelector('parsererror')?.textContent
    expect(await page.evaluate(read, code)).toBeUndefined()
  })
})

test.each(blocksIn('json'))('$place is JSON', ({ code }) => {
  expect(() => JSON.parse(code)).not.toThrow()
})
