/** Between the numbers of one field. */
const SEPARATOR = /[,;]/

/** What people put into a number for the eye. */
const DECORATION = /[\s().-]/g

/** The numbers of a field as digits; a string where one of them is no number, which it then says. */
export function phonesOf(field: string): string[] | string {
  const phones: string[] = []
  for (const written of field.split(SEPARATOR)) {
    const digits = written.replace(DECORATION, '').replace(/^\+/, '')
    if (digits === '') continue
    if (!/^\d{1,20}$/.test(digits)) return `${JSON.stringify(written.trim().slice(0, 40))} is no phone number`
    phones.push(digits)
  }
  return phones.length > 0 ? phones : 'no phone number'
}
