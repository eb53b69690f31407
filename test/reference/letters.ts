/** The scripts whose letters the library knows as such. */
const KNOWN = /[\0-\u02af\u0370-\u052f\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a]/

/** Whether a unit is a letter of Latin, Greek or Cyrillic. */
export function isLetter(unit: string | undefined): boolean {
  return unit !== undefined && KNOWN.test(unit) && /\p{L}/u.test(unit)
}

/** Combining marks that belong to a letter before them. */
export function isMark(unit: string | undefined): boolean {
  return unit !== undefined && /[\u0300-\u036f\u0483-\u0489]/.test(unit)
}
