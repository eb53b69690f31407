/** Whether the long run is asked for: exhaustive sweeps, memory, thousands of runs of a property. */
export const LONG = process.env.SEPTET_LONG === '1'

/** How often a property runs. */
export const runs = (short: number, long: number) => (LONG ? long : short)
