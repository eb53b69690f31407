import type { Command } from 'commander'
import type { Shell } from '../shell'

/** Adds arguments, options, help and action to a command that has its name and summary. */
export type DefineCommand = (command: Command, shell: Shell) => void
