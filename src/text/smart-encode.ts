import { requireMembers, requireString } from '../arguments'
import type { SmartEncodeOptions, TextOptions } from '../types'
import { createPlan } from './options'
import { rewrite } from './rewrite'
import { requireSmartEncoding } from './smart-encoding'

const NAMES = ['policy', 'letters', 'table', 'languages']

/**
 * Replaces characters outside GSM-7 by their look-alikes in it: typographic quotes, dashes and spaces, invisible
 * characters, full-width forms, ligatures, Greek capitals that look Latin. Letters of a language (ê, ł) stay, except
 * with `letters: true`. A letter and its combining marks become one letter, where that is in GSM-7 or has a look-alike.
 * Every other character stays as it is. A character that one of the `languages` has stays too, where the text is GSM-7
 * with it.
 *
 * With `table`, exactly the characters of that table are replaced, such as `twilio` of `septet/schemes`.
 *
 * @param text any UTF-16
 * @param options `policy`: when characters are replaced, `'always'` by default; `letters`: letters of a language too;
 * `table`: other characters; `languages`: tables that the message may use
 * @returns the text with look-alikes. It may be longer: a look-alike has 0 to 4 characters, a row of `table` at most 8
 * @throws {SeptetError} 'invalid-type': text is not a string; 'invalid-type', 'invalid-value', 'unknown-option': an
 * option
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
