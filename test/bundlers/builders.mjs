import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import * as esbuild from 'esbuild'
import { rollup } from 'rollup'
import * as vite from 'vite'
import webpack from 'webpack'

/** Each makes of `entry` one minified script for a page, `output`, with no option that the package would need. */
export const builders = {
  esbuild: (entry, output) =>
    esbuild.build({ entryPoints: [entry], outfile: output, bundle: true, minify: true, logLevel: 'error' }),

  vite: (entry, output) =>
    vite.build({
      root: dirname(entry),
      configFile: false,
      logLevel: 'error',
      build: {
        lib: { entry, formats: ['iife'], name: 'app', fileName: () => basename(output) },
        outDir: dirname(output),
        emptyOutDir: false,
      },
    }),

  rollup: async (entry, output) => {
    const onwarn = (warning) => {
      throw new Error(warning.message)
    }
    const bundle = await rollup({ input: entry, plugins: [nodeResolve({ browser: true })], onwarn })
    await bundle.write({ file: output, format: 'iife', name: 'app' })
    await bundle.close()
  },

  webpack: async (entry, output) => {
    const compiler = webpack({
      mode: 'production',
      context: dirname(entry),
      entry,
      output: { path: dirname(output), filename: basename(output) },
      // It warns of every script of more than 244 KiB, minified and not compressed: all of septet at once is more. npm run size has the limits.
      performance: { hints: false },
    })
    const stats = await promisify(compiler.run.bind(compiler))()
    if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString())
  },
}

export const outputOf = (app, name, entry) => join(app, 'out', `${name}-${entry}.js`)
