import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import * as alone from '../../src/count-only/index'
import * as element from '../../src/element/index'
import * as library from '../../src/index'
import * as pdu from '../../src/pdu/index'
import * as pricing from '../../src/pricing/index'
import * as profiles from '../../src/profiles/index'
import * as schemes from '../../src/schemes/index'
import * as smpp from '../../src/smpp/index'
import * as smsc from '../../src/smsc/index'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const MODULES: Record<string, () => object> = {
  septet: () => library,
  'septet/count': () => alone,
  'septet/element': () => element,
  'septet/pdu': () => pdu,
  'septet/schemes': () => schemes,
  'septet/smpp': () => smpp,
  'septet/pricing': () => pricing,
  'septet/smsc': () => smsc,
  'septet/septet.wasm': () => ({ default: new WebAssembly.Module(readFileSync(`${ROOT}/build/core.wasm`)) }),
}

/** What a page has around an example of the element. */
const page = { counter: {} as { read?: () => string }, quill: { getText: () => 'a text\n' } }

/** What an example finds in scope without an import: the exports of its entry. */
function scopeOf(file: string): object {
  if (file.startsWith('count-only/')) return alone
  if (file.startsWith('element/')) return page
  return {
    ...library,
    ...(file.startsWith('pricing/') && pricing),
    ...(file.startsWith('smsc/') && smsc),
    ...(file.startsWith('pdu/') && pdu),
    ...(file.startsWith('profiles/') && profiles),
    ...(file.startsWith('schemes/') && schemes),
    ...(file.startsWith('smpp/') && smpp),
  }
}

const files = (readdirSync(`${ROOT}/src`, { recursive: true, encoding: 'utf8' }) as string[])
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /(?<!\.d)\.ts$/.test(path))
  .sort()
const sources = new Map(
  files.map((file) => [
    file,
    ts.createSourceFile(file, readFileSync(`${ROOT}/src/${file}`, 'utf8'), ts.ScriptTarget.Latest, true),
  ]),
)
const examples = [...sources].flatMap(([file, source]) => examplesIn(file, source))

/** The examples of a file's docstrings, in their order. */
function examplesIn(file: string, source: ts.SourceFile): { file: string; code: string }[] {
  const found: { file: string; code: string }[] = []
  const visit = (node: ts.Node) => {
    for (const tag of ts.getJSDocTags(node).filter(({ parent }) => parent.parent === node)) {
      if (tag.tagName.text !== 'example') continue
      found.push({
        file,
        code: tag
          .getText()
          .replace('@example', '')
          .replace(/\n *\* ?/g, '\n')
          .trim(),
      })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

interface Checked {
  code: string
  imports: ts.ImportDeclaration[]
  values: number
}

/** The code with each `expression // value`, the value on lines of its own or not, as a call of `check`. */
function checked(code: string): Checked {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true)
  const imports = source.statements.filter(ts.isImportDeclaration)
  const edits: { from: number; to: number; text: string }[] = imports.map((node) => ({
    from: node.getStart(),
    to: node.end,
    text: '',
  }))
  let values = 0
  const visit = (node: ts.Node) => {
    if (ts.isExpressionStatement(node)) {
      const value = commentAfter(code, node.end)
      if (value === '') return
      values++
      const text = `check(${node.expression.getText()}, () => (${asCode(value)}))`
      edits.push({ from: node.getStart(), to: node.end, text })
    } else ts.forEachChild(node, visit)
  }
  visit(source)
  for (const { from, to, text } of edits.sort((a, b) => b.from - a.from))
    code = code.slice(0, from) + text + code.slice(to)
  return { code, imports, values }
}

function commentAfter(code: string, end: number): string {
  const [comment = ''] = /^[ \t]*(?:\n?[ \t]*\/\/[^\n]*)+/.exec(code.slice(end)) ?? []
  return comment.replaceAll(/(?:^|\n)[ \t]*\/\/ ?/g, '\n').trim()
}

/** Typed arrays are written as Node prints them. */
function asCode(value: string): string {
  return value.replace(/\b(\w+Array) ?(?:\(\d+\) )?\[([^\]]*)\]/g, '$1.of($2)')
}

function imported(imports: ts.ImportDeclaration[]): Record<string, unknown> {
  return Object.assign(
    {},
    ...imports.map(({ moduleSpecifier, importClause }) => {
      const name = (moduleSpecifier as ts.StringLiteral).text
      const module = MODULES[name]?.() as Record<string, unknown> | undefined
      if (module === undefined) throw new Error(`${name} is no entry of the package`)
      const named = importClause?.namedBindings
      if (named && ts.isNamespaceImport(named)) return { [named.name.text]: module }
      if (importClause?.name) return { [importClause.name.text]: module.default }
      return module
    }),
  )
}

describe('the examples of docstrings are true', () => {
  test('there are some', () => {
    expect(examples.length).toBeGreaterThan(30)
  })

  test.each(examples)('$file: $code', async ({ file, code: written }) => {
    const { code, imports, values } = checked(written)
    let seen = 0
    const check = (actual: unknown, value: () => unknown) => {
      seen++
      expect(actual).toEqual(value())
    }
    const scope = { ...scopeOf(file), ...imported(imports), check }
    const script = ts.transpile(`(async () => {${code}\n})()`, { target: ts.ScriptTarget.ES2022 })
    await new Function(...Object.keys(scope), `return ${script}`)(...Object.values(scope))
    expect(seen).toBe(values)
  })
})

/** The functions of each entry, and the file that lists what it exports. */
const ENTRIES: Record<string, [file: string, module: object]> = {
  septet: ['index.ts', library],
  'septet/count': ['count-only/index.ts', alone],
  'septet/element': ['element/index.ts', element],
  'septet/pdu': ['pdu/index.ts', pdu],
  'septet/pricing': ['pricing/index.ts', pricing],
  'septet/profiles': ['profiles/index.ts', profiles],
  'septet/schemes': ['schemes/index.ts', schemes],
  'septet/smpp': ['smpp/index.ts', smpp],
  'septet/smsc': ['smsc/index.ts', smsc],
}

/** These take any value. */
const NEVER_THROW = ['utf8Window', 'describeCommand', 'describeFailureCause', 'describeProtocol', 'describeStatus']

/** What these do is in no standard. */
const WITHOUT_STANDARD = ['septet/pricing', 'septet/smsc']
const OWN = [
  ...['engine', 'init', 'utf8Window', 'toHex', 'fromHex', 'parseBinary', 'formatBinary', 'parsePush', 'inspect'],
  ...['transliterate', 'smartEncode', 'countTemplate', 'fillTemplate', 'templateFields'],
]

/** The declarations of a function that a file exports, overloads first; it may come from another file. */
function findDeclarations(file: string, name: string): ts.FunctionDeclaration[] {
  const source = sources.get(file)!
  const here = source.statements.filter(ts.isFunctionDeclaration).filter((node) => node.name?.text === name)
  if (here.length > 0) return here
  for (const { exportClause, moduleSpecifier } of source.statements.filter(ts.isExportDeclaration)) {
    if (moduleSpecifier === undefined || exportClause === undefined || !ts.isNamedExports(exportClause)) continue
    const found = exportClause.elements.find((element) => element.name.text === name)
    const path = `${join(dirname(file), (moduleSpecifier as ts.StringLiteral).text)}`
    const next = [`${path}.ts`, `${path}/index.ts`].find((other) => sources.has(other))
    if (found && next) return findDeclarations(next, (found.propertyName ?? found.name).text)
  }
  return []
}

/** What the docstring of a function lacks. */
function listLacking(entry: string, name: string, declarations: readonly ts.FunctionDeclaration[]): string[] {
  const [first] = declarations
  if (first === undefined) return ['declaration']
  const tags = ts.getJSDocTags(first)
  const has = (tag: string) => tags.some(({ tagName }) => tagName.text === tag)
  const named = tags.filter(ts.isJSDocParameterTag).map((tag) => tag.name.getText())
  const parameters = declarations.at(-1)!.parameters.map((parameter) => parameter.name.getText())
  return [
    ...parameters.filter((parameter) => !named.includes(parameter)).map((parameter) => `@param ${parameter}`),
    ...(has('returns') || first.type?.getText() === 'void' ? [] : ['@returns']),
    ...(has('throws') || NEVER_THROW.includes(name) ? [] : ['@throws']),
    ...(has('see') || WITHOUT_STANDARD.includes(entry) || OWN.includes(name) ? [] : ['@see']),
    ...(has('example') ? [] : ['@example']),
  ]
}

test.each(Object.entries(ENTRIES))('each function of %s is documented whole', (entry, [file, module]) => {
  const functions = Object.entries(module).filter(
    ([, value]) => typeof value === 'function' && !/^class\b/.test(Function.prototype.toString.call(value)),
  )
  const lacking = functions.map(([name]) => [name, listLacking(entry, name, findDeclarations(file, name))] as const)
  expect(lacking.filter(([, list]) => list.length > 0)).toEqual([])
})
