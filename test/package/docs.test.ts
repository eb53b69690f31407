import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { exports } from '../../package.json'
import { listImports, listSyntaxErrors, run } from '../support/checked-code'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

const NOT_OURS = ['.git', 'node_modules', 'build', 'dist', 'api']

function documentsIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.includes(name))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name)
      if (entry.isDirectory()) return documentsIn(path)
      return path.endsWith('.md') ? [path] : []
    })
}

const documents = documentsIn('')
/** Those whose code a user copies. */
const MANUAL = documents.filter((path) => path === 'README.md' || path.startsWith('docs/'))

/** Text without code, in which brackets are no links. */
const prose = (path: string) =>
  read(path)
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/`[^`\n]*`/g, '``')

/** The anchors that GitHub and npm give to the headings of a document. */
function anchorsOf(path: string): string[] {
  const headings = read(path)
    .replace(/^```[\s\S]*?^```/gm, '')
    .matchAll(/^#+ (.*)$/gm)
  return [...headings].map(([, heading]) => {
    return heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
      .replaceAll(' ', '-')
  })
}

interface Block {
  place: string
  language: string
  isRun: boolean
  code: string
}

function blocksOf(path: string): Block[] {
  const text = read(path)
  return [...text.matchAll(/^```(js|ts)( no-run)?(?: bridge)?\n([\s\S]*?)^```/gm)].map(
    ({ index, 1: language, 2: noRun, 3: code }) => ({
      place: `${path}:${text.slice(0, index).split('\n').length}`,
      language: language!,
      isRun: language === 'js' && noRun === undefined,
      code: code!,
    }),
  )
}

/** The folder of src/ that an entry comes from, where it has another name. */
const ROOMS: Record<string, string> = { count: 'count-only' }

function importEntry(name: string): Promise<Record<string, unknown>> {
  const [, entry] = name.split('/')
  if (entry === undefined || entry === 'js') return import('../../src/index')
  return import(`../../src/${ROOMS[entry] ?? entry}/index.ts`)
}

describe.each(documents)('%s', (path) => {
  const links = [...prose(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!)
  const local = links.filter((link) => !/^[a-z]+:/.test(link))

  test('links to files and headings that exist', () => {
    const broken = local.filter((link) => {
      const [file, anchor] = link.split('#') as [string, string?]
      const target = file === '' ? path : relative(ROOT, join(ROOT, dirname(path), file))
      if (!existsSync(join(ROOT, target))) return true
      return anchor !== undefined && !anchorsOf(target).includes(anchor)
    })
    expect(broken).toEqual([])
  })
})

const blocks = MANUAL.flatMap(blocksOf)

test.each(blocks)('the code at $place is code, and what it imports exists', async ({ code }) => {
  expect(listSyntaxErrors(code)).toEqual([])
  for (const { module, names } of listImports(code).filter(({ module }) => module.startsWith('septet'))) {
    expect(Object.keys(exports)).toContain(module.replace('septet', '.'))
    if (names.length === 0 || module.endsWith('.wasm')) continue
    expect(Object.keys(await importEntry(module))).toEqual(expect.arrayContaining(names))
  }
})

const runnable = blocks.filter(({ isRun }) => isRun)

test.each(runnable)('the code at $place gives the values that it shows, one at least', async ({ code }) => {
  const checked = await run(code, importEntry)
  expect(checked).not.toEqual([])
  for (const { expression, expected, returned } of checked) expect(returned, expression).toEqual(expected)
})

test('the README can be read in a few minutes', () => {
  expect(Buffer.byteLength(read('README.md'))).toBeLessThanOrEqual(12_000)
})

test('the README says which entry to import, for each that is a script', () => {
  const entries = Object.keys(exports).filter((entry) => !/\.\w+$/.test(entry.slice(1)))
  for (const entry of entries) expect(read('README.md')).toContain(`\`${entry.replace('.', 'septet')}\``)
})

test('CONTRIBUTING shows every room of the house', () => {
  for (const house of ['assembly', 'src', 'test']) {
    const rooms = readdirSync(join(ROOT, house), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    for (const { name } of rooms.filter(({ name }) => house !== 'test' || !existsSync(join(ROOT, 'src', name)))) {
      if (name !== 'support') expect(read('CONTRIBUTING.md')).toContain(`${name}/`)
    }
  }
})

/** The sections of the site, each with a list of its pages: the sidebar is made from it. */
const SECTIONS = ['docs', 'docs/start', 'docs/guides', 'docs/recipes', 'docs/more']
/** Pages of the site that are in no list: its first page, and the playground, which has a place of its own. */
const ALONE = ['docs/home.md', 'docs/playground.md']

test.each(SECTIONS)('the list of %s has every page of it', (section) => {
  const pages = MANUAL.filter((path) => dirname(path) === section && path !== `${section}/index.md`)
  for (const page of pages.filter((page) => !ALONE.includes(page))) {
    expect(read(`${section}/index.md`)).toContain(`(${page.replace(`${section}/`, '')})`)
    if (section === 'docs') expect(read('README.md')).toContain(`(${page})`)
  }
})

test('every page of the site is in a section', () => {
  const sections = new Set(MANUAL.filter((path) => path !== 'README.md').map((path) => dirname(path)))
  expect([...sections].sort()).toEqual([...SECTIONS].sort())
})

/** Names in the first column of a document's tables. */
const rowsOf = (path: string) =>
  [...read(path).matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`([^`]*)`/g)].map(([, name]) => name!),
  )

/** Members of an interface, or the strings of a union. */
function membersOf(file: string, name: string): string[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2022, true)
  for (const node of source.statements) {
    if (ts.isInterfaceDeclaration(node) && node.name.text === name)
      return node.members.map((member) => member.name!.getText())
    if (ts.isTypeAliasDeclaration(node) && node.name.text === name) {
      return (node.type as ts.UnionTypeNode).types.map((type) => type.getText().replaceAll("'", ''))
    }
  }
  throw new Error(`${file} has no ${name}`)
}

test.each([
  ['docs/options.md', 'src/types/options.ts', 'TextOptions'],
  ['docs/errors.md', 'src/errors.ts', 'SeptetErrorCode'],
  ['docs/smsc.md', 'src/smsc/options.ts', 'PreviewOptions'],
  ['docs/smsc.md', 'src/smsc/types.ts', 'WarningCode'],
  ['docs/counting.md', 'src/types/count.ts', 'Count'],
  ['docs/counting.md', 'src/types/segmentation.ts', 'Part'],
  ['docs/bulk.md', 'src/types/columns.ts', 'Utf8Options'],
])('%s has a row for every member of %s, %s', (document, file, name) => {
  expect(rowsOf(document)).toEqual(expect.arrayContaining(membersOf(file, name)))
})
