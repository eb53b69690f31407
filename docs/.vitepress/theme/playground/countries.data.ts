// The countries of each calling code, the main one first, as the package libphonenumber-js has them. Read while the site is built.
import { getCountries, getCountryCallingCode, Metadata } from 'libphonenumber-js/min'

/** Two letters of each country, by calling code. */
export type Countries = Readonly<Record<string, readonly string[]>>

declare const data: Countries

export { data }

/** What the types of the package leave out. */
interface Codes {
  getCountryCodesForCallingCode(code: string): string[] | undefined
}

export default {
  load(): Countries {
    const metadata = new Metadata() as unknown as Codes
    const codes = new Set<string>(getCountries().map((country) => getCountryCallingCode(country)))
    return Object.fromEntries([...codes].map((code) => [code, metadata.getCountryCodesForCallingCode(code) ?? []]))
  },
}
