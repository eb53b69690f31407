// Countries by the prefix of a number, by name.
import { data } from './countries.data'

const NAMES = new Intl.DisplayNames(['en'], { type: 'region' })
/** Digits of the longest calling code. */
const LONGEST = 3

/** The country, or the countries, whose numbers begin so. */
export function nameOfPrefix(prefix: string): string {
  if (prefix === '') return 'All others'
  for (let length = 1; length <= LONGEST; length++) {
    const code = prefix.slice(0, length)
    const [main, second, ...rest] = Object.hasOwn(data, code) ? data[code]! : []
    if (main === undefined) continue
    const others = rest.length > 0 ? ` and ${rest.length + 1} others` : second ? ` and ${NAMES.of(second)}` : ''
    return `${NAMES.of(main)}${others}${prefix.length > code.length ? ', a part' : ''}`
  }
  return 'No country'
}

/** The main country of each calling code, by name. */
export const CHOICES: readonly { name: string; code: string }[] = Object.keys(data)
  .map((code) => ({ code, name: NAMES.of(data[code]![0]!) ?? code }))
  .sort((one, other) => one.name.localeCompare(other.name, 'en'))
