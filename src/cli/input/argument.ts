import { buffer } from 'node:stream/consumers'
import { Failure } from '../failure'
import type { Shell } from '../shell'
import { readWholeFile } from './file'
import { readsStandardInput } from './standard-input'

/** Reads the argument as typed, or the octets of a file or of standard input, without their last line end. */
export async function readArgument(
  argument: string | undefined,
  file: string | undefined,
  shell: Shell,
): Promise<string | Uint8Array> {
  if (file !== undefined) {
    if (argument !== undefined) throw new Failure('--file replaces the argument: give only one of them', 2)
    return removeLineEnd(await readWholeFile(file))
  }
  if (!readsStandardInput(argument === undefined ? [] : [argument], shell)) return argument!
  return removeLineEnd(await buffer(shell.stdin))
}

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

function removeLineEnd(octets: Uint8Array): Uint8Array {
  if (octets.at(-1) !== LINE_FEED) return octets
  return octets.subarray(0, octets.at(-2) === CARRIAGE_RETURN ? -2 : -1)
}
