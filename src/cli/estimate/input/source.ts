import { open, stat } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Failure } from '../../failure'
import { requireNoDirectory } from '../../input/file'
import type { Shell } from '../../shell'
import { peek } from './peek'

/** A file to read, or standard input. */
export interface Source {
  readonly name: string
  /** Its size as stored, in octets; undefined if it is not known. */
  readonly size: number | undefined
  /**
   * Its octets, unpacked if they are packed. The next chunk may use the same memory. `read` gets the number of octets
   * as stored.
   */
  chunks(read: (octets: number) => void): AsyncIterable<Uint8Array>
}

/** RFC 1952 2.3.1. */
const GZIP = [0x1f, 0x8b]

const CHUNK = 1 << 18

/** The name of an argument in messages. */
export function nameSource(argument: string): string {
  return argument === '-' ? 'standard input' : argument
}

export async function openSource(argument: string, maxUnpacked: number, shell: Shell): Promise<Source> {
  const name = nameSource(argument)
  if (argument === '-')
    return { name, size: undefined, chunks: (read) => unpackFile(name, shell.stdin, read, maxUnpacked) }
  const found = await stat(name)
  requireNoDirectory(name, found)
  return {
    name,
    size: found.isFile() ? found.size : undefined,
    chunks: (read) => unpackFile(name, readFile(name), read, maxUnpacked),
  }
}

/**
 * All chunks use the same memory. A stream would take new memory for each chunk, and Node frees it only after 32 MB
 * (Node 20).
 */
async function* readFile(name: string): AsyncGenerator<Uint8Array> {
  const chunk = new Uint8Array(CHUNK)
  const file = await open(name)
  try {
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, CHUNK)
      if (bytesRead === 0) return
      yield chunk.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

/**
 * Returns the octets; those of a gzip file decompressed. Its first two octets show that it is one.
 *
 * @throws {Failure} a gzip file that is broken, or unpacks to more than `maxUnpacked` octets
 */
async function* unpackFile(
  name: string,
  stream: AsyncIterable<Uint8Array>,
  read: (octets: number) => void,
  maxUnpacked: number,
): AsyncGenerator<Uint8Array> {
  const { first, whole } = await peek(countChunks(stream, read), GZIP.length)
  if (!GZIP.every((octet, index) => first[index] === octet)) {
    yield* whole
    return
  }
  const gunzip = createGunzip({ chunkSize: CHUNK })
  // An error in a step is thrown by the iteration.
  pipeline(Readable.from(copyChunks(whole)), gunzip, () => {})
  try {
    let octets = 0
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      octets += chunk.length
      if (octets > maxUnpacked)
        throw new Failure(`${name}: unpacks to more than ${maxUnpacked} octets; see --max-unpacked`)
      yield chunk
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (!/^Z_|^ERR_STREAM_PREMATURE/.test(code ?? '')) throw error
    throw new Failure(`${name}: broken gzip: ${message}`)
  }
}

/** Copies chunks, because a stream keeps several, and the next chunk uses the same memory. */
async function* copyChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield new Uint8Array(chunk)
}

async function* countChunks(
  stream: AsyncIterable<Uint8Array>,
  read: (octets: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    read(chunk.length)
    yield chunk
  }
}
