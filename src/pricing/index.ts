export { type Cost, cost, type Rates } from './cost'
