import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync } from '@babel/core'
import presetEnv from '@babel/preset-env'
import { buildSync } from 'esbuild'

const AT = `[Array, String, Uint8Array].forEach(function (type) {
  type.prototype.at = function (index) { return this[index < 0 ? this.length + index : index] }
})
`

/** workerd, given the entry for everyone: it may compile nothing there. With its own condition it bundles by itself. */
export function bundleWithoutConditions(app) {
  writeFileSync(join(app, 'plain.mjs'), bundle(app, { format: 'esm', conditions: [] }))
}

/** An expression that gives the report, for runtimes that evaluate a script. */
export function bundleForEdge(app) {
  writeFileSync(join(app, 'edge.js'), bundle(app, { format: 'iife', conditions: ['edge-light', 'worker', 'browser'] }))
}

/**
 * Hermes takes no classes: React Native's own build lowers them, by the same Babel. The newest Hermes on npm is of August 2022;
 * `at` came in November (facebook/hermes issue 823).
 */
export function bundleForHermes(app) {
  const script = bundle(app, { format: 'iife', conditions: ['react-native'] })
  const options = { presets: [[presetEnv, { targets: 'ie 11' }]], sourceType: 'script', compact: true }
  const { code } = transformSync(script, options)
  writeFileSync(join(app, 'hermes.js'), `${AT}${code}\nprint(embedded.report())\n`)
}

function bundle(app, options) {
  const { outputFiles } = buildSync({
    absWorkingDir: app,
    entryPoints: ['embedded.mjs'],
    bundle: true,
    write: false,
    globalName: 'embedded',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    ...options,
  })
  return outputFiles[0].text
}
