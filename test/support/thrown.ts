import type { SeptetError } from '../../src/errors'

/** The error that a call throws. A call that returns fails the test. */
export function thrownBy(call: () => unknown): SeptetError {
  let result: unknown
  try {
    result = call()
  } catch (error) {
    return error as SeptetError
  }
  throw new Error(`expected an error, got ${JSON.stringify(result)}`)
}
