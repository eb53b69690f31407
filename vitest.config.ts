import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { parted } from './src/core/data-section.ts'
import { textOf } from './src/core/wasm-text.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** A core as tsup gives it to the library: a string constant, of its wasm or of the tables of it alone. */
export const wasmText = (ending = '.wasm') => ({
  name: 'wasm-text',
  enforce: 'pre' as const,
  load: (id: string) =>
    id.endsWith('.wasm') ? `export default "${textOf(parted(readFileSync(id.replace('.wasm', ending))))}"` : undefined,
})

/** The suite; folders beside these need what is installed on its own. */
export const UNITS = ['test/{core,text,message,push,bulk,count-only,smsc,element,cli,package}/*.test.ts']

/** One suite, over every build: `js` is what `septet/js` ships. What `oracles` needs is installed on its own. */
export default defineConfig({
  resolve: { alias: [{ find: /^septet$/, replacement: at('src/index.ts') }] },
  test: {
    testTimeout: 60_000,
    setupFiles: [at('test/support/setup.ts')],
    projects: [
      { extends: true, plugins: [wasmText()], test: { name: 'wasm', include: UNITS } },
      {
        extends: true,
        plugins: [wasmText('.tables.wasm')],
        resolve: { alias: [{ find: /^\.\/compile$/, replacement: at('src/core/compile-nothing.ts') }] },
        test: {
          name: 'js',
          include: UNITS,
          exclude: ['test/{cli,package}/**', 'test/core/tables.test.ts'],
        },
      },
      {
        extends: true,
        plugins: [wasmText()],
        test: { name: 'oracles', include: ['test/oracles/*.test.ts'], testTimeout: 300_000 },
      },
    ],
  },
})
