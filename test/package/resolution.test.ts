import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exports } from '../../package.json'

// That compilers of several versions also take what is found here is checked by test/runtimes/types.mjs.

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const ENTRIES = Object.keys(exports).filter((entry) => !entry.endsWith('.json'))
const { ESNext, CommonJS } = ts.ModuleKind

/** Module settings as they are found in projects; the file's ending says whether it is a module. */
const SETTINGS = [
  // It knows neither conditions nor formats: there is one file for both.
  ['node10', 'use.ts', undefined],
  ['node16', 'use.mts', ESNext],
  ['node16', 'use.cts', CommonJS],
  ['nodenext', 'use.mts', ESNext],
  ['nodenext', 'use.cts', CommonJS],
  ['bundler', 'use.mts', ESNext],
  ['bundler', 'use.cts', CommonJS],
] as const
const RESOLUTIONS = {
  node10: ts.ModuleResolutionKind.Node10,
  node16: ts.ModuleResolutionKind.Node16,
  nodenext: ts.ModuleResolutionKind.NodeNext,
  bundler: ts.ModuleResolutionKind.Bundler,
}

describe.each(SETTINGS)('a project with moduleResolution %s, file %s', (name, file, format) => {
  let project: string

  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), 'septet-'))
    mkdirSync(join(project, 'node_modules'))
    symlinkSync(ROOT, join(project, 'node_modules/septet'), 'junction')
  })

  afterAll(() => rmSync(project, { recursive: true }))

  test.each(ENTRIES)('finds the types of %s, in the format that it imports', (entry) => {
    const { resolvedModule } = ts.resolveModuleName(
      entry.replace('.', 'septet'),
      join(project, file),
      { moduleResolution: RESOLUTIONS[name] },
      ts.sys,
      undefined,
      undefined,
      format,
    )
    const types =
      { './septet.wasm': 'septet.wasm.d.ts', '.': 'index', './js': 'index' }[entry] ?? entry.replace('./', '')
    const expected = types.endsWith('.ts') ? types : `${types}.d.${format === ESNext ? 'ts' : 'cts'}`
    expect(relative(ROOT, resolvedModule?.resolvedFileName ?? '')).toBe(join('dist', expected))
  })
})
