/** The units of a text that a step has written, each with the offset of what it was made from. */
export type Written = { unit: string; start: number; marks?: number }[]
