// A recipe's code as a project that can be built or run.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeFiles } from './recipe-files.mjs'

export { filesOf } from './recipe-files.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Writes files into a folder where packages are found: septet, as this repository has built it, and those of this one. */
export function writeProject(files: Readonly<Record<string, string>>): string {
  mkdirSync(`${HERE}node_modules/.recipes`, { recursive: true })
  const folder = mkdtempSync(`${HERE}node_modules/.recipes/`)
  writeFiles(folder, files)
  linkPackage()
  return folder
}

/** The package by its own name, so that its `exports` decide what is loaded. */
function linkPackage(): void {
  const link = `${HERE}node_modules/septet`
  rmSync(link, { recursive: true, force: true })
  symlinkSync(ROOT, link, 'junction')
}
