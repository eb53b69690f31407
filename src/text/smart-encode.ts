import { requireMembers, requireOneOf, requireString } from '../arguments'
import type { SmartEncodeOptions, TextOptions } from '../types'
import { createPlan, POLICIES } from './options'
import { rewrite } from './rewrite'

/**
 * Replaces characters outside GSM-7 by their look-alikes in it: typographic quotes, dashes and spaces, invisible
 * characters, full-width forms, ligatures, Greek capitals, accented letters. A letter with combining marks is composed
 * where the outcome is in GSM-7 or has a look-alike. All else stays as it is, and so does what one of the `languages` has,
 * where that makes the text GSM-7.
 *
 * @throws {SeptetError} 'invalid-type': text is not a string; 'invalid-type', 'invalid-value', 'unknown-option': an option
 * @example
 * smartEncode('“Don’t” – 50 %…') // '"Don\'t" - 50 %...'
 * smartEncode('“Hi” 👍', { policy: 'if-gsm7' }) // '“Hi” 👍'
 */
export function smartEncode(text: string, options: SmartEncodeOptions = {}): string {
  requireString('text', text)
  const { policy = 'always', languages } = requireMembers('options', options, ['policy', 'languages'])
  const smartEncoding = requireOneOf('options.policy', policy, POLICIES)
  return rewrite(text, createPlan({ smartEncoding, languages } as TextOptions)).text
}
