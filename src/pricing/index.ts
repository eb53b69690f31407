/**
 * What a text costs to a number, by your own rates.
 *
 * @module
 */
export { type Cost, cost, type Rates } from './cost'
