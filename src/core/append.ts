// Strings end to end, up to the longest string of the runtime.
import { SeptetError } from '../errors'

/** Joins a text and more strings. @throws {SeptetError} 'too-long': the runtime has no string of that length */
export function append(text: string, ...more: readonly string[]): string {
  try {
    return text.concat(...more)
  } catch {
    const message = `becomes longer than a string can be, which is about ${text.length} units`
    throw new SeptetError('too-long', 'text', text.slice(0, 80), message)
  }
}
