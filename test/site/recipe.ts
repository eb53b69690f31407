// The code that a recipe shows, as files of a project.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A block of code with the name of its file: ```jsx [Composer.jsx] */
const BLOCK = /^```\w+ \[([^\]\n]+)\]\n([\s\S]*?)^```$/gm

/** The files of a page of docs/recipes/, by name. */
export function filesOf(page: string): Record<string, string> {
  const text = readFileSync(`${ROOT}docs/recipes/${page}.md`, 'utf8')
  return Object.fromEntries([...text.matchAll(BLOCK)].map(([, name, code]) => [name!, code!]))
}

/** Writes files into a folder where packages are found: septet, as this repository has built it, and those of this one. */
export function writeProject(files: Readonly<Record<string, string>>): string {
  mkdirSync(`${HERE}node_modules/.recipes`, { recursive: true })
  const folder = mkdtempSync(`${HERE}node_modules/.recipes/`)
  for (const [name, code] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), code)
  }
  linkPackage()
  return folder
}

/** The package by its own name, so that its `exports` decide what is loaded. */
function linkPackage(): void {
  const link = `${HERE}node_modules/septet`
  rmSync(link, { recursive: true, force: true })
  symlinkSync(ROOT, link, 'junction')
}
