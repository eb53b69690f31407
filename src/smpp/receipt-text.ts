// SMPP 3.4 appendix B: the fields of a receipt's text, each looked for by itself.

/** The fields of the text, as they are written. */
export type ReceiptField = 'id' | 'sub' | 'dlvrd' | 'submit date' | 'done date' | 'stat' | 'err' | 'text'

/** Those that there are. */
export type ReceiptFields = Partial<Record<ReceiptField, string>>

/** A key and the colon; before it the beginning, or what is no letter or digit. */
const KEY = /(^|[^a-z0-9])(id|sub|dlvrd|submit ?date|done ?date|stat|err|text):/gi

/** Each key's value where it first comes: to the next blank, but that of `text` to the end, or to a key that comes first there. */
export function fieldsOf(text: string): ReceiptFields {
  const found = [...text.matchAll(KEY)].map(({ index, 0: whole, 2: key }) => ({
    name: nameOf(key!),
    // What is before the key belongs to no value: a blank, or the comma of some gateways.
    start: index,
    value: index + whole.length,
  }))
  const seen = new Set<ReceiptField>()
  const firsts = found.filter(({ name }) => !seen.has(name) && seen.add(name))
  const fields: ReceiptFields = {}
  firsts.forEach(({ name, value }, place) => {
    const region = text.slice(value, firsts[place + 1]?.start)
    if (name === 'text') fields.text = place === firsts.length - 1 ? region : region.trimEnd()
    else fields[name] = wordOf(region)
  })
  return withBareText(text, firsts.at(-1), fields)
}

/** What follows the last value is the text where no key says so. */
function withBareText(
  text: string,
  last: { name: ReceiptField; value: number } | undefined,
  fields: ReceiptFields,
): ReceiptFields {
  if (last === undefined || fields.text !== undefined) return fields
  const word = fields[last.name]!
  const rest = text.slice(text.indexOf(word, last.value) + word.length).trim()
  return rest === '' ? fields : { ...fields, text: rest }
}

/** `submitdate` is met, and `Submit Date`. */
function nameOf(key: string): ReceiptField {
  return key.toLowerCase().replace(/ ?date/, ' date') as ReceiptField
}

/** The first word; a blank may be before it. */
function wordOf(region: string): string {
  return /\S+/.exec(region)?.[0] ?? ''
}
