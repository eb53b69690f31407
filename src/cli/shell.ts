import type { Readable, Writable } from 'node:stream'
import type { WriteStream } from 'node:tty'

/** What a shell gives to a command. `main.ts` makes it from `process`; a test makes its own. */
export interface Shell {
  readonly stdin: Input
  readonly stdout: Output
  readonly stderr: Output
  /** Variables such as NO_COLOR and TERM. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The built file of the threads of `estimate`. Without it, the caller's thread counts everything. */
  readonly workerFile?: URL
  /** Calls `undo` if the process ends early. Returns a function that cancels this. */
  readonly whenEnded?: (undo: () => void) => () => void
}

/** A stream of octets. `fd` is the file descriptor, where there is one. */
export type Input = Readable & { isTTY?: boolean; fd?: number }

/** An output stream, or a terminal. */
export type Output = Writable & Partial<Pick<WriteStream, 'isTTY' | 'columns' | 'hasColors'>>
