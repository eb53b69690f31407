import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { type BuildOptions, type Plugin, transform } from 'esbuild'
import { defineConfig, type Options } from 'tsup'
import { writeLicenses } from './scripts/bundled-licenses.ts'
import { writeCarried } from './src/core/data-section.ts'

/** A core as a string constant: the file that src/core/binaries.ts names, or the tables of it alone. */
const wasmText = (name = (path: string) => path): Plugin => ({
  name: 'wasm-text',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.wasm$/ }, ({ path }) => ({
      contents: writeCarried(readFileSync(name(path))),
      loader: 'text',
    }))
  },
})

/** Cores of which only the tables are carried, and another file in the place of src/core/compile.ts. */
const tablesAnd = (file: string): Plugin[] => [
  wasmText((path) => path.replace(/(\.\w+)?\.wasm$/, '.tables.wasm')),
  {
    name: 'compile',
    setup: ({ onResolve }) => {
      onResolve({ filter: /^\.\/compile$/ }, ({ resolveDir }) => ({ path: `${resolveDir}/${file}` }))
      // Beside the entry in dist, and a runtime's bundler finds it there.
      onResolve({ filter: /^\.\/septet\.wasm$/ }, () => ({ path: './septet.wasm', external: true }))
    },
  },
]

/** The package itself, as any user of it imports it: one copy of the engine in dist. */
const external = ['septet']

/** The one error class too: what the entries share of src/ throws the package's. */
const sharedErrors: Plugin = {
  name: 'shared-errors',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\.?(\/\.\.)*\/errors$/ }, () => ({ path: 'septet', external: true }))
  },
}

/** The element imports what it needs of the library when it needs it, as a file beside its own. */
const libraryBeside: Plugin = {
  name: 'library-beside',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/((template-)?library|marking)$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: `./element-${basename(path)}.js`, external: true } : undefined,
    )
  },
}

/** The command imports the library by its file: to look the package up takes a twelfth of the time that Node needs to start. */
const packageBeside: Plugin = {
  name: 'package-beside',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^septet$/ }, () => ({ path: './index.js', external: true }))
  },
}

/**
 * Commander asks for `child_process` to start commands that are programs of their own. There are none here, and to load it, with
 * the modules of Node that it needs, is a tenth of the time that Node takes to start.
 */
const withoutPrograms: Plugin = {
  name: 'without-programs',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^node:child_process$/ }, () => ({ path: 'child_process', namespace: 'without-programs' }))
    onLoad({ filter: /.*/, namespace: 'without-programs' }, () => ({ contents: 'module.exports = {}' }))
  },
}

/** Chunks of an earlier build have other names, and would stay. */
const withoutOld = (name: RegExp): Plugin => ({
  name: 'without-old',
  setup: ({ onStart }) =>
    onStart(() => {
      const old = existsSync('dist') ? readdirSync('dist').filter((file) => name.test(file)) : []
      for (const file of old) rmSync(`dist/${file}`)
    }),
})

/**
 * Blanks and syntax are 0.2 of the 1.1 ms that the import costs over an empty package's (Node 20). Names stay, for stack
 * traces; and lines short, since Node prints the line that an error comes from.
 */
function shorten(options: BuildOptions): void {
  options.minifyWhitespace = true
  options.minifySyntax = true
  options.lineLimit = 120
}

/**
 * And expressions with flag `u` become calls of `RegExp`. V8 checks each literal when it parses a file, and makes the set of each
 * Unicode property for that: a third of what an import took. And a runtime that lacks one of them would refuse the whole file.
 */
function shortenLibrary(options: BuildOptions): void {
  shorten(options)
  options.supported = { ...options.supported, 'regexp-sticky-and-unicode-flags': false }
}

/**
 * The names inside functions too: a tenth of an import. The functions keep theirs if esbuild sees a script, and no module; so the
 * exports, which are last, are set aside.
 */
const shortenLocals: NonNullable<Options['plugins']>[number] = {
  name: 'shorten-locals',
  async renderChunk(code, chunk) {
    if (chunk.type !== 'chunk') return
    const end = code.lastIndexOf('export{')
    const [body, exports] = end < 0 ? [code, ''] : [code.slice(0, end), code.slice(end)]
    const map = chunk.map && Buffer.from(`${chunk.map}`).toString('base64')
    const shortened = await transform(
      map ? `${body}\n//# sourceMappingURL=data:application/json;base64,${map}` : body,
      {
        minifyIdentifiers: true,
        minifyWhitespace: true,
        lineLimit: 120,
        sourcemap: map ? 'external' : false,
      },
    )
    if (map) chunk.map = shortened.map
    return { code: shortened.code + exports }
  },
}

/** The names too: a page loads these files as they are. */
function shortenNames(options: BuildOptions): void {
  shortenLibrary(options)
  options.minifyIdentifiers = true
}

const library: Options = {
  format: ['esm', 'cjs'],
  platform: 'neutral',
  target: 'es2022',
  sourcemap: true,
  splitting: false,
  esbuildPlugins: [wasmText()],
  esbuildOptions: shortenLibrary,
}

/** The whole library in one file, which Node reads as it is. */
const whole: Options = { ...library, plugins: [shortenLocals] }

/** By the names that scripts/products.mjs has for them. */
const BUNDLES: Record<string, Options> = {
  index: { ...whole, entry: { index: 'src/index.ts' } },
  // The same faces over cores in another form: they share the types of index.
  js: {
    ...whole,
    entry: { js: 'src/index.ts' },
    sourcemap: false,
    esbuildPlugins: tablesAnd('compile-nothing.ts'),
  },
  workerd: {
    ...library,
    entry: { workerd: 'src/index.ts' },
    format: 'esm',
    sourcemap: false,
    esbuildPlugins: tablesAnd('compiled.ts'),
  },
  'count-only': { ...library, entry: { count: 'src/count-only/index.ts' } },
  pdu: { ...library, entry: { pdu: 'src/pdu/index.ts' }, external, esbuildPlugins: [sharedErrors] },
  schemes: { ...library, entry: { schemes: 'src/schemes/index.ts' } },
  smpp: { ...library, entry: { smpp: 'src/smpp/index.ts' }, external, esbuildPlugins: [sharedErrors] },
  pricing: { ...library, entry: { pricing: 'src/pricing/index.ts' }, external, esbuildPlugins: [sharedErrors] },
  profiles: { ...library, entry: { profiles: 'src/profiles/index.ts' } },
  smsc: { ...library, entry: { smsc: 'src/smsc/index.ts' }, external, esbuildPlugins: [sharedErrors] },
  element: {
    ...library,
    entry: { element: 'src/element/index.ts' },
    esbuildPlugins: [libraryBeside],
    esbuildOptions: shortenNames,
  },
  // What the element loads. The core in JavaScript is smaller than in WebAssembly with a fallback, breaks no policy, and is quick
  // enough for what a person types.
  'element-library': {
    ...library,
    entry: {
      'element-library': 'src/element/library/library.ts',
      'element-template-library': 'src/element/library/template-library.ts',
      'element-marking': 'src/element/marks/marking.ts',
    },
    format: 'esm',
    sourcemap: false,
    esbuildPlugins: tablesAnd('compile-nothing.ts'),
    esbuildOptions: shortenNames,
  },
  // What the command alone uses is bundled, each command in a chunk that is loaded when it is named.
  cli: {
    entry: { cli: 'src/cli/main.ts', 'estimate-worker': 'src/cli/estimate/count/worker.ts' },
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    removeNodeProtocol: false,
    sourcemap: true,
    // Some of those packages are CommonJS, and ask for modules of Node.
    banner: {
      js: "import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);",
    },
    esbuildPlugins: [packageBeside, withoutPrograms, withoutOld(/^cli-/), writeLicenses('dist/cli.LICENSES.txt')],
    esbuildOptions: (options) => {
      shorten(options)
      options.chunkNames = 'cli-[name]-[hash]'
    },
  },
}

/** Source maps of modules alone: those of CommonJS say the same, and all maps together were two thirds of the package. */
function mapModules(bundle: Options): Options[] {
  if (!Array.isArray(bundle.format)) return [bundle]
  return bundle.format.map((format) =>
    format === 'cjs' ? { ...bundle, format, sourcemap: false } : { ...bundle, format },
  )
}

/** Bundles that have types of their own. They take ten seconds of CPU each, and only a whole build makes them. */
const TYPED = ['index', 'count-only', 'pdu', 'schemes', 'smpp', 'pricing', 'profiles', 'smsc', 'element']

/** SEPTET_BUNDLES names those to make: `types` are the declarations of all. */
export default defineConfig(() => {
  const asked = process.env.SEPTET_BUNDLES?.split(',') ?? Object.keys(BUNDLES)
  if (asked.includes('types')) return TYPED.map((name) => ({ ...BUNDLES[name], dts: { only: true } }))
  return asked.flatMap((name) => mapModules(BUNDLES[name]!))
})
