import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

const LIBRARY = '/dist/element-library.js'

/** What a page may run, by the query `?policy=`. */
const POLICIES: Readonly<Record<string, string>> = {
  strict: "default-src 'none'; script-src 'self'; style-src 'self'",
  wasm: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'",
}

export interface Server {
  readonly origin: string
  /** The library is not found, as where a network fails, until it is mended. */
  lose(): void
  mend(): void
  close(): void
}

/** Serves the repository on loopback, on a port that is free. */
export async function serve(): Promise<Server> {
  let lost = false
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    const policy = POLICIES[searchParams.get('policy') ?? '']
    try {
      if (lost && pathname === LIBRARY) throw new Error('lost')
      const file = await readFile(ROOT + normalize(decodeURIComponent(pathname)))
      const type = TYPES[extname(pathname)] ?? 'application/octet-stream'
      response.writeHead(200, { 'content-type': type, ...(policy && { 'content-security-policy': policy }) }).end(file)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    lose: () => {
      lost = true
    },
    mend: () => {
      lost = false
    },
    close: () => server.close(),
  }
}
