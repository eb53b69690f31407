import { once } from 'node:events'
import { toHex } from 'septet'
import { addPlace } from './explain'
import { escapeUnseen } from './screen/unseen'
import type { Shell } from './shell'

/** Writes to standard output. It waits if the reader is slower. */
export async function write(text: string, { stdout }: Shell): Promise<void> {
  if (text !== '' && !stdout.write(text)) await once(stdout, 'drain')
}

/** Writes a value as a line of JSON, with octets as hex digits. For a terminal, characters that it would hide or obey are escaped. */
export function formatJson(value: unknown, { stdout }: Shell): string {
  const json = JSON.stringify(value, (_, member) => (member instanceof Uint8Array ? toHex(member) : member))
  return `${stdout.isTTY ? escapeUnseen(json) : json}\n`
}

/**
 * Prints every message in order, one write for each batch. If one fails, those before it are printed, and the error has
 * its number in words such as `line 3`.
 */
export async function printAll(
  batches: AsyncIterable<string[]> | Iterable<string[]>,
  print: (message: string, number: number) => string,
  shell: Shell,
  numbered?: 'line' | 'argument',
): Promise<void> {
  let number = 0
  for await (const batch of batches) {
    let printed = ''
    try {
      for (const message of batch) printed += print(message, ++number)
    } catch (error) {
      throw numbered ? addPlace(`${numbered} ${number}`, error) : error
    } finally {
      await write(printed, shell)
    }
  }
}
