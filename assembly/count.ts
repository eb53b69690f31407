// What `septet/count` has of the core. It counts in JavaScript; the build reads these tables and capacities, and writes them as
// constants of the bindings.
export { MAIN_TABLE } from './alphabet'
export { capacityGsm7, capacityUcs2 } from './capacity'
export { headerOctets } from './header'
