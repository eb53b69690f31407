export const LONG = process.env.SEPTET_LONG === '1'
export const runs = (short: number, long: number) => (LONG ? long : short)
