#!/usr/bin/env node
// The command as a process: the only file, with ended.ts, that knows `process`.
import { whenEnded } from './ended'
import { run } from './run'
import type { Shell } from './shell'

const shell: Shell = {
  // Node opens standard input where it is first asked for: most runs never ask.
  get stdin() {
    return process.stdin
  },
  stdout: process.stdout,
  get stderr() {
    return openStderr()
  },
  environment: process.env,
  workerFile: new URL('./estimate-worker.js', import.meta.url),
  whenEnded,
}

stopWithTheReader()
process.exitCode = await run(process.argv.slice(2), shell)

/** Most runs say nothing there: Node opens it where it is first asked for. Where nobody reads it, nothing can be said. */
function openStderr(): NodeJS.WriteStream {
  if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => {})
  return process.stderr
}

/** A reader that has seen enough (`| head`) is no error. */
function stopWithTheReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    openStderr().write(`septet: standard output: ${error.message}\n`)
    process.exit(1)
  })
}
