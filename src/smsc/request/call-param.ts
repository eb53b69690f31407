import { requireString } from '../../arguments'

/** How a call is made: the parameter `param`. */
export interface CallParam {
  /** How long the phone rings, 10 to 35 seconds. */
  wait: number
  /** The time to the next attempt, 10 to 3600 seconds. */
  interval: number
  /** Attempts, 1 to 9. */
  attempts: number
}

/** The service's defaults, and the range of each number. */
const DEFAULTS: CallParam = { wait: 22, interval: 20, attempts: 5 }

/**
 * Reads the parameter `param` of a call as the service does: `wait,interval,attempts`, each limited to its range.
 * Anything else gives the defaults.
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
  return { wait: clamp(wait, 10, 35), interval: clamp(interval, 10, 3600), attempts: clamp(attempts, 1, 9) }
}

function clamp(number: number, least: number, most: number): number {
  return Math.min(Math.max(number, least), most)
}
