import type { SeptetError } from '../../src/errors'

/** Returns the error that a call throws. If the call returns, the test fails. */
export function thrownBy(call: () => unknown): SeptetError {
  let result: unknown
  try {
    result = call()
  } catch (error) {
    return error as SeptetError
  }
  throw new Error(`expected an error, got ${JSON.stringify(result)}`)
}
