import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync } from '@babel/core'
import presetEnv from '@babel/preset-env'
import { buildSync } from 'esbuild'

/** workerd, given the entry for everyone: it may compile nothing there. With its own condition it bundles by itself. */
export function bundleWithoutConditions(app) {
  writeFileSync(join(app, 'plain.mjs'), bundle(app, { format: 'esm', conditions: [] }))
}

/** An expression that gives the report, for runtimes that evaluate a script. */
export function bundleForEdge(app) {
  writeFileSync(join(app, 'edge.js'), bundle(app, { format: 'iife', conditions: ['edge-light', 'worker', 'browser'] }))
}

/** Hermes takes no classes: React Native's own build lowers them, to what Hermes takes, by the same Babel. */
export function bundleForHermes(app) {
  const script = bundle(app, { format: 'iife', conditions: ['react-native'] })
  const { code } = transformSync(script, {
    presets: [[presetEnv, { targets: 'ie 11' }]],
    sourceType: 'script',
    compact: true,
  })
  writeFileSync(join(app, 'hermes.js'), `${code}\nprint(embedded.report())\n`)
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
