import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { textOf } from './src/wasm-text.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The core as tsup gives it to the library: a string constant. */
export const wasmText = {
  name: 'wasm-text',
  enforce: 'pre' as const,
  load: (id: string) => (id.endsWith('.wasm') ? `export default "${textOf(readFileSync(id))}"` : undefined),
}

/** One suite, over every build: `js` is what `septet/js` ships. What `oracles` needs is installed on its own. */
export default defineConfig({
  plugins: [wasmText],
  resolve: { alias: [{ find: /^septet$/, replacement: at('src/index.ts') }] },
  test: {
    testTimeout: 60_000,
    setupFiles: [at('test/setup.ts')],
    projects: [
      { extends: true, test: { name: 'wasm', include: ['test/*.test.ts'] } },
      {
        extends: true,
        resolve: { alias: [{ find: /^\.\/binary$/, replacement: at('src/binary-tables.ts') }] },
        test: {
          name: 'js',
          include: ['test/*.test.ts'],
          exclude: ['test/cli*.test.ts', 'test/package.test.ts', 'test/tables.test.ts'],
        },
      },
      { extends: true, test: { name: 'oracles', include: ['test/oracles/*.test.ts'], testTimeout: 300_000 } },
    ],
  },
})
