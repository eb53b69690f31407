import { inject } from 'vitest'

/** Whether the long run is asked for: exhaustive sweeps, memory, thousands of runs of a property. */
export const LONG = process.env.SEPTET_LONG === '1'

/**
 * Whether fewer cases are enough: in the short run over the JavaScript build, which has the same sources as the
 * WebAssembly build. The long run tests both alike.
 */
export const QUICK = !LONG && inject('build') === 'js'

/** How many times a property runs. */
export const runs = (short: number, long: number) => (LONG ? long : QUICK ? Math.ceil(short / 3) : short)
