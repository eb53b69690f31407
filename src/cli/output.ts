import { once } from 'node:events'
import pc from 'picocolors'
import { placed } from './failure'
import { toHex } from './hex'
import type { Output, Shell } from './shell'

/** How people are shown things. */
export interface Screen {
  colors: ReturnType<typeof pc.createColors>
  columns: number
}

/** Colours are for a terminal that has them. Node itself reads NO_COLOR, FORCE_COLOR and TERM. */
export function hasColors(stream: Output, environment: Shell['environment']): boolean {
  return Boolean(stream.isTTY) && stream.hasColors?.(environment) === true
}

export function screenOf({ stdout, environment }: Shell): Screen {
  return { colors: pc.createColors(hasColors(stdout, environment)), columns: stdout.columns ?? 80 }
}

/** Writes to standard output, and waits where the reader is slower. */
export async function write(text: string, { stdout }: Shell): Promise<void> {
  if (text !== '' && !stdout.write(text)) await once(stdout, 'drain')
}

/** A line of JSON, octets as hex digits. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value, (_, member) => (member instanceof Uint8Array ? toHex(member) : member))}\n`
}

/**
 * Prints every message in order, a batch in one write.
 * Where one fails, those before it are printed, and the error says its number in words such as `line 3`.
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
      throw numbered ? placed(`${numbered} ${number}`, error) : error
    } finally {
      await write(printed, shell)
    }
  }
}
