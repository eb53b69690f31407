import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { SITE } from './server'

// A crawler over the files of the built site: what a host of files would find.

const decode = (value: string) => value.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"')

const files = new Set(
  (readdirSync(SITE, { recursive: true, encoding: 'utf8' }) as string[]).map((path) => path.replaceAll('\\', '/')),
)
const pages = [...files].filter((path) => path.endsWith('.html'))
const html = new Map(pages.map((page) => [page, readFileSync(SITE + page, 'utf8')]))
const anchors = new Map([...html].map(([page, text]) => [page, new Set(attributesOf(text, 'id'))]))

function attributesOf(text: string, name: string): string[] {
  return [...text.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => decode(value!))
}

/** What is wrong with a link; undefined where nothing is. */
function faultOf(link: string, page: string): string | undefined {
  if (/^(https?:|mailto:|data:)/.test(link)) return undefined
  const [path, anchor] = link.split('#') as [string, string?]
  const base = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(page), path)
  const target = path === '' ? page : base === '' || base.endsWith('/') ? `${base}index.html` : base
  if (!files.has(decodeURIComponent(target))) return `${page}: ${link} is nowhere`
  if (!anchor || !target.endsWith('.html')) return undefined
  return anchors.get(target)!.has(decodeURIComponent(anchor)) ? undefined : `${page}: ${link} has no such heading`
}

test('the site has its pages', () => {
  for (const page of [
    'index.html',
    'manual.html',
    'playground.html',
    'start/sdk.html',
    'api/septet/functions/count.html',
  ])
    expect(pages).toContain(page)
})

test('every link of every page leads somewhere', () => {
  const faults = [...html].flatMap(([page, text]) =>
    [...attributesOf(text, 'href'), ...attributesOf(text, 'src')].map((link) => faultOf(link, page)),
  )
  expect([...new Set(faults.filter((fault) => fault !== undefined))]).toEqual([])
})

test('no page asks another host for anything', () => {
  const loaded = [...html].flatMap(([page, text]) =>
    [...text.matchAll(/<(?:script|link|img|iframe)\b[^>]*? (?:src|href)="(https?:[^"]*)"/g)].map(
      ([, url]) => `${page}: ${url}`,
    ),
  )
  expect(loaded).toEqual([])
})

test('the reference names its modules as they are imported', () => {
  const { exports } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const entries = Object.keys(exports).filter((entry) => !/\.\w+$|^\/(js|element\/jsx)$/.test(entry.slice(1)))
  for (const entry of entries) expect(pages).toContain(`api/${entry.replace('.', 'septet')}/index.html`)
})
