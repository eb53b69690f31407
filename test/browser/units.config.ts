import { fileURLToPath } from 'node:url'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig, type Plugin } from 'vitest/config'
import { UNITS, wasmText } from '../../vitest.config'
import { CHROMIUM_FLAGS } from './chromium'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What a page cannot be asked for, and why. */
const OF_NODE = {
  'cli/*': 'starts the command, in processes and over files',
  'package/*': 'packs what is published, in a process, and reads it from files',
  'core/utf8-validity': 'compiles a file of assembly/',
  'pdu/*': 'compares octets by way of Buffer',
  'smpp/*': 'gives Buffers, as SMPP libraries do',
  'core/clickhouse': 'does what the engine does, by Buffers',
  'core/carried-module': 'takes Buffer away, and reads files of the build',
  'text/object-prototype': 'reads the sources of the library from its folder',
  'message/{collector,reading}': 'asks what becomes of a Buffer',
  'smsc/*': 'asks what becomes of Buffers and of objects of other realms, by node:vm',
  'text/hostile-arguments': 'makes objects of another realm by node:vm',
  'core/tables': 'starts a generator, and compiles files of assembly/, which a page is served as JavaScript',
}

/** What `?copy=1` after the name of a module asks for: a copy of it, and of all the code that it imports from the repository. */
const copies: Plugin = {
  name: 'copies',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const [copy] = importer?.match(/\?copy=\d+$/) ?? []
    if (!copy || !source.startsWith('.')) return
    const found = await this.resolve(source, importer, options)
    return found && /\.[jt]s$/.test(found.id) ? found.id + copy : found
  },
}

/** The unit suite inside Chromium: the core as its V8 compiles it, strings by way of its loops, since it has no Buffer. */
export default defineConfig({
  root: at('../..'),
  plugins: [copies, wasmText()],
  define: { 'process.env': '({})' },
  resolve: {
    alias: [
      { find: /^septet$/, replacement: at('../../src/index.ts') },
      { find: /^node:fs$/, replacement: at('./files.ts') },
      { find: /^\.\.\/support\/fresh$/, replacement: at('./fresh.ts') },
    ],
  },
  test: {
    include: UNITS,
    exclude: Object.keys(OF_NODE).map((name) => `test/${name}.test.ts`),
    setupFiles: [at('../support/setup.ts')],
    provide: { build: 'wasm' },
    testTimeout: 120_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: { executablePath: '/usr/bin/chromium', args: CHROMIUM_FLAGS } }),
      instances: [{ browser: 'chromium' }],
    },
  },
})
