import { rmSync } from 'node:fs'
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { Failure } from '../failure'

/** A file that bears its name only when it is whole. */
export interface OutputFile {
  write(rows: string | Uint8Array): Promise<void>
  /** Gives it its name. */
  keep(): Promise<void>
  /** Leaves nothing behind. */
  discard(): Promise<void>
}

/** A device or a pipe (/dev/stdout) has no other name to be given: it is written as it is. */
export async function outputFile(name: string): Promise<OutputFile> {
  const found = await stat(name).catch(() => undefined)
  if (found?.isDirectory()) throw new Failure(`${name}: is a directory`)
  if (found && !found.isFile()) return asItIs(await open(name, 'w'))
  // A link stays one: what it leads to is replaced.
  return renamedAtTheEnd(found ? await realpath(name) : name)
}

function asItIs(file: FileHandle): OutputFile {
  const close = () => file.close()
  return { write: (rows) => file.writeFile(rows), keep: close, discard: close }
}

async function renamedAtTheEnd(name: string): Promise<OutputFile> {
  const temporary = `${name}.${process.pid}.tmp`
  const file = await open(temporary, 'wx')
  const stopped = (signal: NodeJS.Signals) => {
    rmSync(temporary, { force: true })
    process.off(signal, stopped)
    process.kill(process.pid, signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, stopped)
  const close = async () => {
    for (const signal of signals) process.off(signal, stopped)
    await file.close()
  }
  return {
    write: async (rows) => void (await file.appendFile(rows)),
    async keep() {
      await close()
      await rename(temporary, name)
    },
    async discard() {
      await close()
      await rm(temporary, { force: true })
    },
  }
}
