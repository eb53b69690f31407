import pc from 'picocolors'
import type { Output, Shell } from '../shell'

/** How output for people looks. */
export interface Screen {
  colors: ReturnType<typeof pc.createColors>
  columns: number
}

/** The width where no terminal gives one. */
const COLUMNS = 80

/** Colours are for a terminal that has them. Node itself reads NO_COLOR, FORCE_COLOR and TERM. */
export function hasColors(stream: Output, environment: Shell['environment']): boolean {
  return stream.isTTY === true && stream.hasColors?.(environment) === true
}

export function countColumns({ columns }: Output): number {
  return columns ?? COLUMNS
}

export function createScreen({ stdout, environment }: Shell): Screen {
  return { colors: pc.createColors(hasColors(stdout, environment)), columns: countColumns(stdout) }
}
