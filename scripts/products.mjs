// The products of a build. Each has a name, the files from which it is made, and the files that it writes. Paths start
// at the root.
import { VECTORS } from './vectors.mjs'

/** Files that `step` makes into `outputs`. A folder means all files in it. */
function product(step, outputs, inputs) {
  return { step, outputs, inputs }
}

const COMPILERS = ['build-cores', 'core', 'count', 'merge-segments', 'toolchain'].map((name) => `scripts/${name}.mjs`)
const COMPILED = ['assembly', 'asconfig.json', 'package-lock.json', ...COMPILERS]
const CORES = {
  // The whole core, for runtimes that get a module from the caller.
  core: product('cores', ['build/core.wasm'], COMPILED),
  clickhouse: product('cores', ['build/clickhouse.wasm'], COMPILED),
  ...Object.fromEntries(
    ['text', 'bulk', 'push', 'hex'].map((name) => [
      name,
      product(
        'cores',
        ['wasm', 'short.wasm', 'tables.wasm', 'scalar.wasm', 'js', 'd.ts'].map((ending) => `build/${name}.${ending}`),
        COMPILED,
      ),
    ]),
  ),
  count: product(
    'cores',
    ['build/count.wasm', 'build/count.js', 'build/count.d.ts'],
    [...COMPILED, 'asconfig.count.json'],
  ),
}

/** Only a whole build makes it, because the suite tests the same sources without SIMD as JavaScript. */
const SCALAR = { 'core.scalar': product('cores', ['build/core.scalar.wasm'], COMPILED) }

/** Modules have source maps, once for the same sources: see tsup.config.ts. */
const UNMAPPED = ['js', 'workerd', 'element-library']
const isMapped = (name, file) => file.endsWith('.js') && !UNMAPPED.includes(name)

/** A bundle contains cores, so it is made again when they are. */
const BUNDLED = [
  ...COMPILED,
  'asconfig.count.json',
  'src',
  'tsup.config.ts',
  'package.json',
  'scripts/bundled-licenses.ts',
]
const BUNDLES = Object.fromEntries(
  Object.entries({
    index: ['index.js', 'index.cjs'],
    js: ['js.js', 'js.cjs'],
    workerd: ['workerd.js'],
    'count-only': ['count.js', 'count.cjs'],
    pdu: ['pdu.js', 'pdu.cjs'],
    schemes: ['schemes.js', 'schemes.cjs'],
    smpp: ['smpp.js', 'smpp.cjs'],
    pricing: ['pricing.js', 'pricing.cjs'],
    profiles: ['profiles.js', 'profiles.cjs'],
    smsc: ['smsc.js', 'smsc.cjs'],
    element: ['element.js', 'element.cjs'],
    'element-library': ['element-library.js', 'element-template-library.js', 'element-marking.js'],
    cli: ['cli.js', 'estimate-worker.js'],
  }).map(([name, files]) => [
    name,
    product(
      'bundles',
      files.flatMap((file) => (isMapped(name, file) ? [`dist/${file}`, `dist/${file}.map`] : [`dist/${file}`])),
      BUNDLED,
    ),
  ]),
)

const WITH_TYPES = ['index', 'count', 'pdu', 'schemes', 'smpp', 'pricing', 'profiles', 'smsc', 'element']
/** The products of scripts/files.mjs. */
const FILED = [...COMPILED, 'scripts/files.mjs']
const UDF = ['asconfig.count.json', 'src', 'scripts/udf.mjs']
const file = (outputs, inputs = []) =>
  product(
    'files',
    outputs.map((name) => `dist/${name}`),
    [...FILED, ...inputs],
  )
const REST = {
  'septet.wasm': file(['septet.wasm', 'septet.wasm.d.ts'], ['src/core/septet.wasm.d.ts']),
  'element-jsx': product(
    'files',
    ['js', 'cjs', 'd.ts', 'd.cts'].map((ending) => `dist/jsx.${ending}`),
    ['src/element/jsx.d.ts', 'scripts/files.mjs'],
  ),
  'septet.scalar.wasm': file(['septet.scalar.wasm']),
  'clickhouse.sql': file(['clickhouse.wasm', 'clickhouse.sql']),
  'udf.js': file(['udf.js'], UDF),
  vectors: product(
    'files',
    VECTORS.map((name) => `dist/${name}`),
    ['scripts/vectors.mjs', 'test/vectors'],
  ),
  'sha256.txt': product('sums', ['dist/sha256.txt'], [...FILED, ...UDF]),
  types: product(
    'types',
    WITH_TYPES.flatMap((name) => [`dist/${name}.d.ts`, `dist/${name}.d.cts`]),
    BUNDLED,
  ),
}

// And one chunk for each command, dist/cli-*.js, with a hash in its name.
BUNDLES.cli.outputs.push('dist/cli.LICENSES.txt')

export const PRODUCTS = { ...CORES, ...SCALAR, ...BUNDLES, ...REST }

/** Names for several products. */
export const SETS = {
  cores: Object.keys({ ...CORES, ...SCALAR }),
  // For `septet segment`.
  command: ['text', 'bulk', 'push', 'hex', 'index', 'cli'],
  // Everything that can be run.
  scripts: Object.keys({
    ...CORES,
    ...BUNDLES,
    'septet.wasm': 0,
    'element-jsx': 0,
    'clickhouse.sql': 0,
    'udf.js': 0,
    vectors: 0,
  }),
  whole: Object.keys(PRODUCTS),
}

/** Products by the step that makes them. Those of one step can be made side by side, after those of the step before. */
export const STEPS = [['cores'], ['bundles', 'files', 'types'], ['sums']]
