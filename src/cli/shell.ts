import type { Readable, Writable } from 'node:stream'
import type { WriteStream } from 'node:tty'

/** What a shell gives to a command. `main.ts` makes it from `process`, a test from what it likes. */
export interface Shell {
  readonly stdin: Input
  readonly stdout: Output
  readonly stderr: Output
  /** Variables such as NO_COLOR and TERM. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The built file of the threads of `estimate`. Without it everything is counted in the thread of the caller. */
  readonly workerFile?: URL
  /** Calls `undo` if the process ends early. Returns what to call when there is nothing to undo any more. */
  readonly whenEnded?: (undo: () => void) => () => void
}

/** A stream of octets. `fd` is the file descriptor, where there is one. */
export type Input = Readable & { isTTY?: boolean; fd?: number }

/** A stream, or a terminal. */
export type Output = Writable & Partial<Pick<WriteStream, 'isTTY' | 'columns' | 'hasColors'>>
