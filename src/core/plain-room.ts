// TS 23.040 9.2.3.24.1: units of a segment without elements of the caller, alone, and of each of several, which have a concatenation
// element with an 8-bit reference. The core computes the same (capacity.ts).
// A file of their own: esbuild writes these numbers in the place of the names only where no import comes before them.
export const GSM7_SINGLE = 160
export const GSM7_MULTI = 153
export const UCS2_SINGLE = 70
export const UCS2_MULTI = 67
