import { rmSync } from 'node:fs'
import { type FileHandle, open, readlink, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Failure } from '../../failure'
import { requireNoDirectory } from '../../input/file'
import type { Shell } from '../../shell'

/** The bits of a mode that are permissions. */
const PERMISSIONS = 0o777

/** A file that gets its name only when it is complete. */
export interface OutputFile {
  /** Writes rows. When it ends, their memory is the caller's again. */
  write(rows: string | Uint8Array): Promise<void>
  /** Gives the file its name. */
  keep(): Promise<void>
  /** Removes what was written. */
  discard(): Promise<void>
}

/** Opens a file. It is packed with gzip if its name says so. */
export async function createOutputFile(name: string, shell: Shell): Promise<OutputFile> {
  const file = await openPlainFile(name, shell)
  return /\.gz$/i.test(name) ? packFile(file) : file
}

/** Opens a file. A device or a pipe (/dev/stdout) cannot be renamed, so it is written directly. */
async function openPlainFile(name: string, shell: Shell): Promise<OutputFile> {
  const found = await stat(name).catch(() => undefined)
  requireNoDirectory(name, found)
  if (found && !found.isFile()) return writeDirectly(await open(name, 'w'))
  // A link stays a link: the file that it leads to is replaced.
  if (found) return openTemporaryFile(await realpath(name), shell, found.mode & PERMISSIONS)
  const target = await readlink(name).catch(() => undefined)
  return openTemporaryFile(target === undefined ? name : resolve(dirname(name), target), shell)
}

function packFile({ write, keep, discard }: OutputFile): OutputFile {
  const gzip = createGzip()
  const written = pipeline(gzip, async (chunks: AsyncIterable<Uint8Array>) => {
    for await (const chunk of chunks) await write(chunk)
  })
  written.catch(() => {}) // an error is thrown later, when it is awaited
  return {
    async write(rows) {
      const taken = new Promise<void>((resolve) => gzip.write(rows, () => resolve()))
      await Promise.race([taken, written])
    },
    async keep() {
      gzip.end()
      await written
      await keep()
    },
    async discard() {
      gzip.destroy()
      await written.catch(() => {})
      await discard()
    },
  }
}

function writeDirectly(file: FileHandle): OutputFile {
  const close = () => file.close()
  return { write: (rows) => file.writeFile(rows), keep: close, discard: close }
}

/** Opens a temporary file, which gets its name at the end. It has the mode of the file that it replaces. */
async function openTemporaryFile(name: string, { whenEnded }: Shell, mode?: number): Promise<OutputFile> {
  const temporary = `${name}.${process.pid}.tmp`
  const file = await open(temporary, 'wx', mode).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new Failure(`${dirname(name)}: no such directory`) : error
  })
  if (mode !== undefined) await file.chmod(mode) // the umask may have removed some bits
  const forget = whenEnded?.(() => rmSync(temporary, { force: true }))
  return {
    write: async (rows) => void (await file.appendFile(rows)),
    async keep() {
      await file.close()
      await rename(temporary, name)
      forget?.()
    },
    async discard() {
      forget?.()
      await file.close()
      await rm(temporary, { force: true })
    },
  }
}
