import { requireMembers, requireString } from '../arguments'
import type { SmartEncodeOptions, TextOptions } from '../types'
import { createPlan } from './options'
import { rewrite } from './rewrite'
import { requireSmartEncoding } from './smart-encoding'

const NAMES = ['policy', 'letters', 'table', 'languages']

/**
 * Replaces characters outside GSM-7 by their look-alikes in it: typographic quotes, dashes and spaces, invisible
 * characters, full-width forms, ligatures, Greek capitals that look Latin. Letters of a language (ê, ł) stay, except with
 * `letters: true`. A letter with combining marks is composed where the outcome is in GSM-7, or is a letter with a look-alike.
 * All else stays as it is, and so does what one of the `languages` has, where that makes the text GSM-7.
 *
 * With `table`, exactly the characters of that table are replaced, such as `twilio` of `septet/schemes`.
 *
 * @throws {SeptetError} 'invalid-type': text is not a string; 'invalid-type', 'invalid-value', 'unknown-option': an option
 * @example
 * smartEncode('“Don’t” – 50 %…') // '"Don\'t" - 50 %...'
 * smartEncode('“Você”') // '"Você"'
 * smartEncode('“Você”', { letters: true }) // '"Voce"'
 * smartEncode('“Hi” 👍', { policy: 'if-gsm7' }) // '“Hi” 👍'
 */
export function smartEncode(text: string, options: SmartEncodeOptions = {}): string {
  requireString('text', text)
  const { languages, policy = 'always', ...which } = requireMembers('options', options, NAMES)
  const smartEncoding = requireSmartEncoding('options', { policy, ...which })
  return rewrite(text, { ...createPlan({ languages } as TextOptions), smartEncoding: smartEncoding || undefined }).text
}
