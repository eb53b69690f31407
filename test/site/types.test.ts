import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { filesOf, writeProject } from './recipe'

const TSC = createRequire(import.meta.url).resolve('typescript/bin/tsc')

test('react: the recipe in TypeScript compiles, and a misspelt attribute does not', () => {
  const component = filesOf('react')['Composer.tsx']!
  const compilerOptions = {
    ...{ target: 'ES2022', lib: ['ES2022', 'DOM', 'DOM.Iterable'], module: 'ESNext', moduleResolution: 'bundler' },
    ...{ jsx: 'react-jsx', strict: true, verbatimModuleSyntax: true, skipLibCheck: true, noEmit: true, types: [] },
    // The package is a link here: react is found beside the link, as in a project that has installed it.
    preserveSymlinks: true,
  }
  const folder = writeProject({
    'Right.tsx': component,
    'Wrong.tsx': component.replace('currency=', 'curency='),
    'tsconfig.json': JSON.stringify({ compilerOptions, include: ['*.tsx'] }),
  })
  const { stdout } = spawnSync(process.execPath, [TSC, '-p', '.'], { cwd: folder, encoding: 'utf8' })
  expect(stdout).toMatch(/^Wrong\.tsx.*curency/)
  expect(stdout).not.toContain('Right.tsx')
})
