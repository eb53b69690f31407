import { fromHex as octetsOf, SeptetError, toHex } from 'septet'
import { Failure } from './failure'

export { toHex }

/** Octets of hex digits; white space between them is tolerated. `name` says what they are, should they be wrong. */
export function fromHex(digits: string, name: string): Uint8Array {
  try {
    return octetsOf(digits)
  } catch (error) {
    throw error instanceof SeptetError ? new Failure(error.message.replace(/^text/, name)) : error
  }
}
