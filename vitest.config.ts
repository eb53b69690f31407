import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { writeCarried } from './src/core/data-section.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * A core as tsup gives it to the library: a string constant, of its wasm or of the tables of it alone. The wasm of a family that
 * the library carries as JavaScript only is tested too: a runtime can be given the whole core.
 */
export const wasmText = (ending = '.wasm') => ({
  name: 'wasm-text',
  enforce: 'pre' as const,
  load: (id: string) =>
    id.endsWith('.wasm')
      ? `export default "${writeCarried(readFileSync(id.replace(/(\.\w+)?\.wasm$/, ending)))}"`
      : undefined,
})

declare module 'vitest' {
  interface ProvidedContext {
    /** The build of the core that a project tests. */
    build: 'wasm' | 'js'
  }
}

/** The suite; folders beside these need what is installed on its own. */
export const UNITS = [
  'test/{core,text,message,push,bulk,count-only,pdu,pricing,profiles,schemes,smpp,smsc,element,cli,package}/*.test.ts',
]

/** What `septet/js` ships: the JavaScript build of each core. */
const JS = {
  plugins: [wasmText('.tables.wasm')],
  resolve: { alias: [{ find: /^\.\/compile$/, replacement: at('src/core/compile-nothing.ts') }] },
}

/** What asks the core through functions that are tested over both builds, or no core, or both itself: once is enough. */
const ONCE = [
  'test/{cli,package,pdu,pricing,profiles,smpp,smsc,count-only}/**',
  'test/core/{bare-module,clickhouse,one-message,tables,utf8-validity}.test.ts',
  'test/text/too-long.test.ts',
]

/**
 * One suite, over every build. `work` counts the work that the JavaScript build does. What `oracles` needs is installed on its own.
 * `--mode long` is `SEPTET_LONG=1` for every system.
 */
export default defineConfig(({ mode }) => ({
  resolve: {
    alias: [
      { find: /^septet$/, replacement: at('src/index.ts') },
      { find: /^septet\/pdu$/, replacement: at('src/pdu/index.ts') },
      { find: /^septet\/schemes$/, replacement: at('src/schemes/index.ts') },
      { find: /^septet\/smpp$/, replacement: at('src/smpp/index.ts') },
      { find: /^septet\/smsc$/, replacement: at('src/smsc/index.ts') },
    ],
  },
  test: {
    // A test that never ends is stopped; on a busy machine none is called slow.
    testTimeout: 600_000,
    // Both cores, and one process a worker for all its files: a process and its modules a file are half the time of the suite.
    maxWorkers: '100%',
    isolate: false,
    ...(mode === 'long' && { env: { SEPTET_LONG: '1' } }),
    setupFiles: [at('test/support/setup.ts')],
    projects: [
      { extends: true, plugins: [wasmText()], test: { name: 'wasm', include: UNITS, provide: { build: 'wasm' } } },
      { extends: true, ...JS, test: { name: 'js', include: UNITS, exclude: ONCE, provide: { build: 'js' } } },
      // In a process of its own each: V8 counts only in what it compiles after the counting began.
      { extends: true, ...JS, test: { name: 'work', include: ['test/work/*.test.ts'], isolate: true } },
      {
        extends: true,
        plugins: [wasmText()],
        test: { name: 'oracles', include: ['test/oracles/*.test.ts'] },
      },
    ],
  },
}))
