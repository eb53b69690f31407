import type { Screen } from './screen'
import { showInvisible } from './visible'

/** The name of a value, and its words. */
export type Row = readonly [name: string, words: string]

/** Writes a heading, and rows under it with their names in one column. */
export function formatBlock(heading: string, rows: readonly Row[], { colors: { bold, dim } }: Screen): string {
  const width = Math.max(0, ...rows.map(([name]) => name.length))
  const lines = rows.map(([name, words]) => `  ${dim(showInvisible(name).padEnd(width))}  ${showInvisible(words)}\n`)
  return `${bold(showInvisible(heading))}\n${lines.join('')}`
}
