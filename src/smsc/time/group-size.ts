import { requireInteger } from '../../arguments'
import { requireScheduled } from './schedule'

/**
 * Calculates how many numbers get a message at once if it is spread over a time (`period`): one group of numbers every
 * `freq` minutes. The service calculates the size itself, and does not document how. Here the groups fill the time
 * evenly.
 *
 * @param numbers those of the whole request, 1 or more
 * @param period the parameter `period`: 0.1 to 720 hours
 * @param freq the parameter `freq`: 1 to 1440 minutes. Default 60, which public clients say is the service's own
 * @returns numbers in a group; the last group may have fewer
 * @throws {SeptetError} 'invalid-type', 'invalid-value'
 * @example
 * groupSize(100, 2, 5) // 5
 * groupSize(100, '0.1', 10) // 100
 */
export function groupSize(numbers: number, period: number | string, freq: number | string = 60): number {
  const all = requireInteger('numbers', numbers, 1, Number.MAX_SAFE_INTEGER)
  // In whole seconds: 8.2 hours are 29,520 of them, but as a fraction a little less than 492 minutes.
  const seconds = Math.round(requireScheduled('period', 'period', period) * 3600)
  const groups = Math.floor(seconds / (requireScheduled('freq', 'freq', freq) * 60))
  return Math.ceil(all / Math.max(groups, 1))
}
