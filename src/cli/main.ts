#!/usr/bin/env node
// The command as a process. Only this file and ended.ts use `process`.
import { whenEnded } from './ended'
import { run } from './run'
import type { Shell } from './shell'

const shell: Shell = {
  // Node opens standard input at its first use, and most runs never use it.
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

/** Most runs write nothing there, and Node opens it at its first use. If nobody reads it, nothing can be reported. */
function openStderr(): NodeJS.WriteStream {
  if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => {})
  return process.stderr
}

/** A reader that stops early (`| head`) is not an error. */
function stopWithTheReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    openStderr().write(`septet: standard output: ${error.message}\n`)
    process.exit(1)
  })
}
