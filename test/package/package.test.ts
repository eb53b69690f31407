import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { runInNewContext } from 'node:vm'
import { transformSync } from 'esbuild'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import manifest from '../../package.json'
import { LONG } from '../support/long'
import { thrownBy } from '../support/thrown'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const require = createRequire(import.meta.url)

const read = (path: string) => readFileSync(`${ROOT}/${path}`, 'utf8')

/** Every file that a manifest's field names, at whatever depth of its conditions. */
function targetsOf(field: unknown): string[] {
  if (typeof field === 'string') return [field.replace('./', '')]
  return Object.values(field as object).flatMap(targetsOf)
}

/** `big.js` for `big.js/big.mjs`. */
const packageName = (specifier: string) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)![0]

const { exports, bin, main, module, types, 'react-native': reactNative } = manifest
/** Files of a pattern. */
const VECTORS = readdirSync(join(ROOT, 'dist/vectors')).map((name) => `dist/vectors/${name}`)
const targets = [...new Set(targetsOf([exports, bin, main, module, types, reactNative]))].flatMap((path) =>
  path === 'dist/vectors/*.json' ? VECTORS : [path],
)
/** Started by the command in threads of their own. */
const WORKERS = ['dist/estimate-worker.js']
/** Loaded by the command when it needs them. The names have a hash of the content. */
const CHUNKS = readdirSync(join(ROOT, 'dist'))
  .filter((name) => /^cli-.*\.js$/.test(name))
  .map((name) => `dist/${name}`)
const COMMAND = ['dist/cli.js', ...WORKERS, ...CHUNKS]
/** Loaded by the element when it needs them. */
const BESIDE_ELEMENT = ['element-library', 'element-marking', 'element-template-library'].map(
  (name) => `dist/${name}.js`,
)
/** Of what is bundled into the command. */
const LICENSES = 'dist/cli.LICENSES.txt'
/** Not compiled, so without a map: one line each, and a script that no module imports. */
const UNMAPPED = ['dist/jsx.js', 'dist/jsx.cjs', 'dist/udf.js']
const scripts = [...new Set([...targets.filter((path) => /\.c?js$/.test(path)), ...BESIDE_ELEMENT, ...COMMAND])]
/** The same sources have a map once, in the modules of `septet`. The command's maps stay here: nobody debugs it from the package. */
const mapped = scripts.filter(
  (path) =>
    /\.js$/.test(path) && ![...UNMAPPED, ...BESIDE_ELEMENT, ...COMMAND, 'dist/js.js', 'dist/workerd.js'].includes(path),
)
const LIBRARY = [
  'dist/index.js',
  'dist/index.cjs',
  'dist/js.js',
  'dist/js.cjs',
  'dist/workerd.js',
  'dist/count.js',
  'dist/count.cjs',
]

describe('the package', () => {
  // A whole build, of which the types take forty seconds of CPU.
  test.runIf(LONG)('holds what its manifest names, source maps, the manual of the core, and nothing else', () => {
    const options = { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' } as const
    const [packed] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], options))
    const documents = ['LICENSE', 'README.md', 'package.json', 'assembly/README.md']
    const expected = new Set([...documents, LICENSES, ...targets, ...scripts, ...mapped.map((path) => `${path}.map`)])
    expect(packed.files.map(({ path }: { path: string }) => path).sort()).toEqual([...expected].sort())
  })

  test.each(mapped)('%s has a source map that needs no other file', (path) => {
    expect(read(path)).toContain(`//# sourceMappingURL=${basename(path)}.map`)
    const { sources, sourcesContent } = JSON.parse(read(`${path}.map`))
    expect(sources).toContainEqual(expect.stringContaining('src/'))
    expect(sourcesContent).toHaveLength(sources.length)
    expect(sourcesContent).not.toContain(null)
  })

  test('has types first under every condition, as resolution takes the first that fits', () => {
    const leaves = (field: object): object[] =>
      Object.values(field).some((value) => typeof value === 'object')
        ? Object.values(field).flatMap((value) => (typeof value === 'object' ? leaves(value) : []))
        : [field]
    for (const leaf of leaves(exports).filter((field) => 'default' in field)) {
      expect(Object.keys(leaf)).toEqual(['types', 'default'])
    }
  })
})

/** Those that share the library's error class and engine. */
const BESIDE = ['pdu', 'pricing', 'smsc']

test.each(BESIDE)('septet/%s imports of septet what it exports', async (name) => {
  const library = Object.keys(await import('../../src/index'))
  const names = [...read(`dist/${name}.js`).matchAll(/import\{([^}]*)\}from"septet"/g)].flatMap(([, list]) =>
    list!.split(',').map((one) => one.split(' as ')[0]!.trim()),
  )
  expect(names).toContain('SeptetError')
  expect(library).toEqual(expect.arrayContaining(names))
})

describe('the element', () => {
  const importsOf = (path: string) =>
    ts.preProcessFile(read(path), true, true).importedFiles.map(({ fileName }) => fileName)

  test.each(['dist/element.js', 'dist/element.cjs'])('%s imports what is beside it', (path) => {
    expect(
      importsOf(path)
        .map((name) => join('dist', name))
        .sort(),
    ).toEqual(BESIDE_ELEMENT)
  })

  test.each(BESIDE_ELEMENT)('%s is all that it loads, and compiles no WebAssembly', (path) => {
    expect(importsOf(path)).toEqual([])
    expect(read(path)).not.toContain('WebAssembly.Module(')
  })
})

describe('the command', () => {
  const bundled = new Set(
    COMMAND.flatMap((path) => JSON.parse(read(`${path}.map`)).sources as string[]).flatMap(
      (source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? [],
    ),
  )

  test('carries the packages that it alone needs', () => {
    for (const name of ['commander', 'csv-parse', 'cli-progress', 'picocolors', 'string-width']) {
      expect(bundled).toContain(name)
    }
    expect(Object.keys(manifest.dependencies)).toEqual(['big.js', 'libphonenumber-js', 'linkify-it'])
  })

  test.each(COMMAND)('%s imports nothing but Node, files beside it and the dependencies of the package', (path) => {
    const { importedFiles } = ts.preProcessFile(read(path), true, true)
    for (const { fileName } of importedFiles) {
      if (fileName.startsWith('.')) expect([...COMMAND, 'dist/index.js']).toContain(join('dist', fileName))
      else if (!isBuiltin(fileName)) expect(Object.keys(manifest.dependencies)).toContain(packageName(fileName))
    }
  })

  test('goes with the licence of each package that it carries', () => {
    const licenses = read(LICENSES)
    for (const name of bundled) expect(licenses).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+, (MIT|ISC)$`, 'm'))
    expect(licenses.match(/permission/gi)!.length).toBeGreaterThanOrEqual(bundled.size)
  })
})

describe('the library', () => {
  test.each(LIBRARY)('%s imports no package', (path) => {
    const { importedFiles } = ts.preProcessFile(read(path), true, true)
    expect(importedFiles.map(({ fileName }) => fileName)).toEqual(path.includes('workerd') ? ['./septet.wasm'] : [])
  })

  test.each(['index', 'js'])(
    '%s has the same exports as a module and as CommonJS, and those of the sources',
    async (name) => {
      const source = Object.keys(await import('../../src/index')).sort()
      expect(Object.keys(await import(`../../dist/${name}.js`)).sort()).toEqual(source)
      expect(Object.keys(require(`../../dist/${name}.cjs`)).sort()).toEqual(source)
    },
  )

  test('an error of any copy is one to every other', async () => {
    const names = ['index.js', 'index.cjs', 'js.js', 'js.cjs', 'count.js', 'count.cjs']
    const copies = await Promise.all(
      names.map((name) =>
        name.endsWith('.cjs') ? require(`../../dist/${name}`) : import(/* @vite-ignore */ `../../dist/${name}`),
      ),
    )
    for (const { count, UnencodableError: named } of copies) {
      const error = thrownBy(() => count('ж', { encoding: 'GSM-7' }))
      for (const { SeptetError, UnencodableError } of copies) {
        expect(error).toBeInstanceOf(SeptetError)
        if (UnencodableError !== undefined) expect(error instanceof UnencodableError).toBe(named !== undefined)
        expect(new Error('text') instanceof SeptetError).toBe(false)
        expect(error instanceof class extends SeptetError {}).toBe(false)
      }
    }
  })

  test.each(['index', 'js', 'count'])('an error of %s is printed by its name', async (name) => {
    for (const { count } of [await import(`../../dist/${name}.js`), require(`../../dist/${name}.cjs`)]) {
      expect(inspect(thrownBy(() => count(5)))).toMatch(/^SeptetError: text: must be a string/)
    }
  })

  test('functions keep the names that a stack trace shows', async () => {
    const { count } = await import('../../dist/index.js')
    expect(thrownBy(() => count('', { smartEncoding: 'maybe' as never })).stack).toContain('requireSmartEncoding')
  })

  test.each(LIBRARY)('%s has no literal of an expression whose Unicode properties V8 looks up at import', (path) => {
    expect(read(path)).not.toMatch(/(?<!\\)\\[pP]\{/)
  })

  test('the build for workerd has them too', () => {
    const exported = (path: string) => /export\{[^}]*\}/.exec(read(path))![0]
    expect(exported('dist/workerd.js')).toBe(exported('dist/index.js'))
  })

  test.each(LIBRARY)('%s touches at import nothing that decodes, compiles or allocates', (path) => {
    const { code } = transformSync(read(path), { format: 'cjs' })
    const sandbox = { module: { exports: {} }, require: () => ({}) }
    for (const name of [
      'WebAssembly',
      'Buffer',
      'atob',
      'ArrayBuffer',
      'Uint8Array',
      'Uint16Array',
      'Int32Array',
      'Intl',
    ]) {
      Object.defineProperty(sandbox, name, {
        get: () => {
          throw new Error(`${name} at import`)
        },
      })
    }
    runInNewContext(code, sandbox)
    expect(Object.keys(sandbox.module.exports)).toContain('count')
  })
})
