import { requireString } from '../arguments'

/** How a call is made: the parameter `param`. */
export interface CallParam {
  /** Seconds that the phone rings, 10 to 35. */
  wait: number
  /** Seconds to the next attempt, 10 to 3600. */
  interval: number
  /** Attempts, 1 to 9. */
  attempts: number
}

/** The service's own, and the bounds that it takes a number to. */
const DEFAULTS: CallParam = { wait: 22, interval: 20, attempts: 5 }

/**
 * Reads the parameter `param` of a call as the service does: `wait,interval,attempts`, each taken to its nearest bound.
 * Anything else is the defaults.
 *
 * @param param three whole numbers separated by commas
 * @returns how the call is made
 * @throws {SeptetError} 'invalid-type'
 * @example
 * parseCallParam('100,5,0') // { wait: 35, interval: 10, attempts: 1 }
 * parseCallParam('soon') // { wait: 22, interval: 20, attempts: 5 }
 */
export function parseCallParam(param: string): CallParam {
  const found = /^(\d{1,9}),(\d{1,9}),(\d{1,9})$/.exec(requireString('param', param).trim())
  if (!found) return { ...DEFAULTS }
  const [wait, interval, attempts] = found.slice(1).map(Number) as [number, number, number]
  return { wait: within(wait, 10, 35), interval: within(interval, 10, 3600), attempts: within(attempts, 1, 9) }
}

function within(number: number, least: number, most: number): number {
  return Math.min(Math.max(number, least), most)
}
