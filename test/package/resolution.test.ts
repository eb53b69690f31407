import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import manifest from '../../package.json'

// How TypeScript finds the types, by the manifest alone, in a project that is not there. test/runtimes/types.mjs lets compilers
// of several versions take the types of the packed package.

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

const PACKAGE = '/project/node_modules/septet'
type Conditions = { types?: string; import?: Conditions; require?: Conditions }
const entries = Object.entries(manifest.exports as Record<string, string | Conditions>).flatMap(([entry, target]) =>
  typeof target === 'string' ? [] : [[entry, target] as const],
)

/** The declarations that the package has. */
const declarations = new Set(JSON.stringify(manifest.exports).match(/dist\/[\w.]+\.d\.c?ts/g))

const host: ts.ModuleResolutionHost = {
  fileExists: (path) => path === `${PACKAGE}/package.json` || declarations.has(path.replace(`${PACKAGE}/`, '')),
  directoryExists: (path) => `${PACKAGE}/dist`.startsWith(path),
  readFile: () => JSON.stringify(manifest),
}

describe.each(SETTINGS)('a project with moduleResolution %s, file %s', (name, file, format) => {
  test.each(entries)('finds the types of %s, in the format that it imports', (entry, conditions) => {
    const { resolvedModule } = ts.resolveModuleName(
      entry.replace('.', 'septet'),
      `/project/${file}`,
      { moduleResolution: RESOLUTIONS[name] },
      host,
      undefined,
      undefined,
      format,
    )
    const { types } = (format === ESNext ? conditions.import : conditions.require) ?? conditions
    expect(resolvedModule?.resolvedFileName).toBe(types!.replace('.', PACKAGE))
  })
})
