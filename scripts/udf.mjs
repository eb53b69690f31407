// dist/udf.js: src/count-only/udf.ts in one script that sets the global `septet`.
import { writeFileSync } from 'node:fs'
import { build } from 'esbuild'

const START = /^"use strict";var septet=/

/**
 * Some engines evaluate the code of a function for each row. So an existing global is used again, and a row only checks
 * that it exists.
 */
export async function writeUdf() {
  const { outputFiles } = await build({
    entryPoints: ['src/count-only/udf.ts'],
    bundle: true,
    format: 'iife',
    globalName: 'septet',
    platform: 'neutral',
    // Some engines are years behind browsers: only syntax that they know is used.
    target: 'es2019',
    charset: 'ascii',
    minify: true,
    legalComments: 'none',
    write: false,
  })
  const script = outputFiles[0].text.trim()
  if (!START.test(script)) throw new Error('esbuild begins a script in another way than this step knows')
  const value = script.replace(START, '').replace(/;$/, '')
  writeFileSync('dist/udf.js', `var septet=globalThis.septet||(globalThis.septet=${value});\n`)
}
