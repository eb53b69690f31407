/** Whether the long run was asked for: exhaustive sweeps and thousands of draws a property. */
export const LONG = process.env.SEPTET_LONG === '1'

/** How often a property runs. */
export const runs = (short: number, long: number) => (LONG ? long : short)
