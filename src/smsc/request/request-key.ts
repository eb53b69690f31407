import { requireRequest } from './forms'
import { readTexts } from './parameter-texts'
import { NAMES, type SmscParameters } from './request'

/** Parameters that say who asks, not what for. */
const SECRETS: ReadonlySet<string> = /* @__PURE__ */ new Set(['psw', 'apikey', 'sha512', 'imgcode', 'userip'])

/**
 * Returns a key that is equal for requests that the service counts as the same. It refuses the same message twice in a
 * minute, and the same question for a cost more than five times (error 9). The order and the form of the parameters do
 * not matter.
 *
 * @param parameters those of `send.php`
 * @returns a key without the password
 * @throws {SeptetError} 'invalid-type'
 * @example
 * requestKey({ mes: 'x', phones: 79161234567 }) === requestKey({ phones: '79161234567', mes: 'x', psw: 'a' }) // true
 */
export function requestKey(parameters: SmscParameters): string {
  const texts = readTexts(requireRequest(parameters, NAMES)).filter(([name, text]) => !SECRETS.has(name) && text !== '')
  return JSON.stringify(texts.sort(([one], [other]) => (one < other ? -1 : 1)))
}
