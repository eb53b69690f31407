// The code that a recipe shows, as files of a project. In plain JavaScript, since test/bundlers reads it too.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A block of code with the name of its file: ```jsx [Composer.jsx] */
const BLOCK = /^```\w+ \[([^\]\n]+)\]\n([\s\S]*?)^```$/gm

/**
 * @param {string} page a page of docs/recipes/
 * @returns {Record<string, string>} its files, by name
 */
export function filesOf(page) {
  const text = readFileSync(new URL(`../../docs/recipes/${page}.md`, import.meta.url), 'utf8')
  return Object.fromEntries([...text.matchAll(BLOCK)].map(([, name, code]) => [name, code]))
}

/**
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} files
 */
export function writeFiles(folder, files) {
  for (const [name, code] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), code)
  }
}
