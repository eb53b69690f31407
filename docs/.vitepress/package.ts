// The package as the repository has built it, under the names by which a user imports it.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = new URL('../../', import.meta.url)

interface Entry {
  import?: { default: string }
}

/** For Vite: each entry of the package by its name, as a file of dist/. */
export function entriesForBuild(): { find: RegExp; replacement: string }[] {
  const { exports } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as {
    exports: Record<string, Entry>
  }
  return Object.entries(exports).flatMap(([name, entry]) => {
    const file = entry.import?.default
    if (file === undefined) return []
    const find = new RegExp(`^septet${name.slice(1).replaceAll('/', '\\/')}$`)
    return [{ find, replacement: fileURLToPath(new URL(file, ROOT)) }]
  })
}
