import { copyFileSync } from 'node:fs'
import type { Plugin } from 'esbuild'
import { defineConfig, type Options } from 'tsup'

/** The JavaScript build alone carries the core's tables instead of the core. */
const tablesOnly: Plugin = {
  name: 'tables-only',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\/binary$/ }, ({ resolveDir }) => ({ path: `${resolveDir}/binary-tables.ts` }))
  },
}

const library: Options = {
  format: ['esm', 'cjs'],
  dts: true,
  platform: 'neutral',
  target: 'es2022',
  sourcemap: true,
  splitting: false,
  loader: { '.wasm': 'base64' },
}

export default defineConfig([
  {
    ...library,
    entry: { index: 'src/index.ts' },
    onSuccess: async () => copyFileSync('build/core.wasm', 'dist/septet.wasm'),
  },
  { ...library, entry: { count: 'src/alone/index.ts' } },
  { ...library, entry: { js: 'src/index.ts' }, esbuildPlugins: [tablesOnly] },
  {
    entry: { cli: 'src/cli/main.ts' },
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // The package itself, as any user of it imports it: one copy of the engine in dist.
    external: ['septet'],
  },
])
