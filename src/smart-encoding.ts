import { requireMembers, requireOneOf, requireString } from './arguments'
import { POLICIES, planOf } from './options'
import { rewrite } from './rewrite'
import type { SmartEncodeOptions } from './types'

/**
 * Replaces characters outside GSM-7 by their look-alikes in it: typographic quotes, dashes and spaces, invisible
 * characters, full-width forms, ligatures, Greek capitals, accented letters. A letter with combining marks is composed
 * where the outcome is in GSM-7 or has a look-alike. All else stays as it is.
 *
 * @throws {SeptetError} 'invalid-type': text is not a string; 'invalid-type', 'invalid-value', 'unknown-option': an option
 * @example
 * smartEncode('“Don’t” – 50 %…') // '"Don\'t" - 50 %...'
 * smartEncode('“Hi” 👍', { policy: 'if-gsm7' }) // '“Hi” 👍'
 */
export function smartEncode(text: string, options: SmartEncodeOptions = {}): string {
  requireString('text', text)
  const { policy = 'always' } = requireMembers('options', options, ['policy'])
  return rewrite(text, planOf({ smartEncoding: requireOneOf('options.policy', policy, POLICIES) })).text
}
