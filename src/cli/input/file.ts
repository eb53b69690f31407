// Files that a person names. A directory is refused: Node's own words do not name it.
import { readFile, stat } from 'node:fs/promises'
import { Failure } from '../failure'

/** @throws {Failure} `found` is a directory */
export function requireNoDirectory(name: string, found: { isDirectory(): boolean } | undefined): void {
  if (found?.isDirectory()) throw new Failure(`${name}: is a directory`)
}

/** Reads a whole file. @throws {Failure} a directory */
export async function readWholeFile(name: string): Promise<Buffer> {
  requireNoDirectory(name, await stat(name))
  return readFile(name)
}
