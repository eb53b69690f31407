import { inject } from 'vitest'

/** Whether the long run is asked for: exhaustive sweeps, memory, thousands of runs of a property. */
export const LONG = process.env.SEPTET_LONG === '1'

/**
 * Whether a quick look is enough: the short run over the JavaScript build, whose sources are those of the WebAssembly build.
 * The long run looks at both alike.
 */
export const QUICK = !LONG && inject('build') === 'js'

/** How often a property runs. */
export const runs = (short: number, long: number) => (LONG ? long : QUICK ? Math.ceil(short / 3) : short)
