import { once } from 'node:events'
import pc from 'picocolors'
import { placed } from './failure'
import { toHex } from './hex'

/** How people are shown things. */
export interface Screen {
  colors: ReturnType<typeof pc.createColors>
  columns: number
}

/** Colours are for a terminal that has them; Node itself heeds NO_COLOR and TERM=dumb. */
export function hasColors(stream: NodeJS.WriteStream): boolean {
  return Boolean(stream.isTTY) && stream.hasColors()
}

export function screenOf(stream: NodeJS.WriteStream): Screen {
  return { colors: pc.createColors(hasColors(stream)), columns: stream.columns ?? 80 }
}

/** Writes to standard output, and waits where the reader is slower. */
export async function write(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** A line of JSON, octets as hex digits. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value, (_, member) => (member instanceof Uint8Array ? toHex(member) : member))}\n`
}

/** A reader that has seen enough (`| head`) is no error. */
export function stopWithTheReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    process.stderr.write(`septet: standard output: ${error.message}\n`)
    process.exit(1)
  })
  process.stderr.on('error', () => {}) // nobody is left to tell
}

/**
 * Prints every message in order, a batch in one write.
 * Where one fails, those before it are printed, and the error says its number in words such as `line 3`.
 */
export async function printAll(
  batches: AsyncIterable<string[]> | Iterable<string[]>,
  print: (message: string, number: number) => string,
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
      await write(printed)
    }
  }
}
