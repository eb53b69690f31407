import { rmSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'

/** A file that bears its name only when it is whole. */
export interface OutputFile {
  write(text: string): Promise<void>
  /** Gives it its name. */
  keep(): Promise<void>
  /** Leaves nothing behind. */
  discard(): Promise<void>
}

export async function outputFile(name: string): Promise<OutputFile> {
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
    write: async (text) => void (await file.appendFile(text)),
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
