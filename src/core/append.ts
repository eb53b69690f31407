// Strings end to end: what a runtime can hold of them.
import { SeptetError } from '../errors'

/** A text with more after it. @throws {SeptetError} 'too-long': the runtime has no string of that length */
export function append(text: string, ...more: readonly string[]): string {
  try {
    return text.concat(...more)
  } catch {
    const message = `becomes longer than a string can be, which is about ${text.length} units`
    throw new SeptetError('too-long', 'text', text.slice(0, 80), message)
  }
}
