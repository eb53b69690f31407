import { fileURLToPath } from 'node:url'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { hex } from '../../vitest.config'
import { CHROMIUM_FLAGS } from './chromium'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What a page cannot be asked for: files and processes, Buffers, a fresh copy of a module, and a clock fine enough for ratios. */
const OF_NODE = ['cli*', 'package', 'tables', 'arrow', 'bare-module', 'defensive', 'alone', 'engine', 'limits']

/** The unit suite inside Chromium: the core as its V8 compiles it, strings by way of its loops, since it has no Buffer. */
export default defineConfig({
  root: at('../..'),
  plugins: [hex],
  define: { 'process.env': '({})' },
  resolve: {
    alias: [
      { find: /^septet$/, replacement: at('../../src/index.ts') },
      { find: /^node:fs$/, replacement: at('./files.ts') },
    ],
  },
  test: {
    include: ['test/*.test.ts'],
    exclude: OF_NODE.map((name) => `test/${name}.test.ts`),
    setupFiles: [at('../setup.ts')],
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
