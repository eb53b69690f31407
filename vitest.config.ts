import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { parted } from './src/image.ts'
import { textOf } from './src/wasm-text.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** A core as tsup gives it to the library: a string constant, of its wasm or of the tables of it alone. */
export const wasmText = (ending = '.wasm') => ({
  name: 'wasm-text',
  enforce: 'pre' as const,
  load: (id: string) =>
    id.endsWith('.wasm') ? `export default "${textOf(parted(readFileSync(id.replace('.wasm', ending))))}"` : undefined,
})

/** One suite, over every build: `js` is what `septet/js` ships. What `oracles` needs is installed on its own. */
export default defineConfig({
  resolve: { alias: [{ find: /^septet$/, replacement: at('src/index.ts') }] },
  test: {
    testTimeout: 60_000,
    setupFiles: [at('test/setup.ts')],
    projects: [
      { extends: true, plugins: [wasmText()], test: { name: 'wasm', include: ['test/*.test.ts'] } },
      {
        extends: true,
        plugins: [wasmText('.tables.wasm')],
        resolve: { alias: [{ find: /^\.\/compile$/, replacement: at('src/compile-nothing.ts') }] },
        test: {
          name: 'js',
          include: ['test/*.test.ts'],
          exclude: ['test/cli*.test.ts', 'test/package.test.ts', 'test/tables.test.ts'],
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
