import type { Screen } from './screen'
import { visible } from './visible'

/** The name of a value, and its words. */
export type Row = readonly [name: string, words: string]

/** Writes a heading, and rows under it with their names in one column. */
export function formatBlock(heading: string, rows: readonly Row[], { colors: { bold, dim } }: Screen): string {
  const width = Math.max(0, ...rows.map(([name]) => name.length))
  const lines = rows.map(([name, words]) => `  ${dim(visible(name).padEnd(width))}  ${visible(words)}\n`)
  return `${bold(visible(heading))}\n${lines.join('')}`
}
