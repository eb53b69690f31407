import type { Command } from 'commander'
import type { Shell } from '../shell'

/** Gives a command, which has its name and summary, its arguments, options, help and action. */
export type DefineCommand = (command: Command, shell: Shell) => void
