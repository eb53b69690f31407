// SMPP 3.4 appendix B: finds the fields of a receipt's text, each on its own.

/** The name of a field of the text. */
export type ReceiptField = 'id' | 'sub' | 'dlvrd' | 'submit date' | 'done date' | 'stat' | 'err' | 'text'

/** The fields of the text by their names, as written. */
export type ReceiptFields = Partial<Record<ReceiptField, string>>

/** A key and its colon. Before it is the start of the text, or a character that is not a letter or digit. */
const KEY = /(^|[^a-z0-9])(id|sub|dlvrd|submit ?date|done ?date|stat|err|text):/gi

/**
 * Finds the value at each key's first place. A value ends at the next blank. The value of `text` goes to the end, or to
 * a key that is there for the first time.
 */
export function readFields(text: string): ReceiptFields {
  const found = [...text.matchAll(KEY)].map(({ index, 0: whole, 2: key }) => ({
    name: normalizeKey(key!),
    // A blank, or the comma of some gateways, comes before the key and is not part of a value.
    start: index,
    value: index + whole.length,
  }))
  const seen = new Set<ReceiptField>()
  const firsts = found.filter(({ name }) => !seen.has(name) && seen.add(name))
  const fields: ReceiptFields = {}
  firsts.forEach(({ name, value }, place) => {
    const region = text.slice(value, firsts[place + 1]?.start)
    if (name === 'text') fields.text = place === firsts.length - 1 ? region : region.trimEnd()
    else fields[name] = readWord(region)
  })
  return addBareText(text, firsts.at(-1), fields)
}

/** If there is no key `text`, what follows the last value is the text. */
function addBareText(
  text: string,
  last: { name: ReceiptField; value: number } | undefined,
  fields: ReceiptFields,
): ReceiptFields {
  if (last === undefined || fields.text !== undefined) return fields
  const word = fields[last.name]!
  const rest = text.slice(text.indexOf(word, last.value) + word.length).trim()
  return rest === '' ? fields : { ...fields, text: rest }
}

/** Returns the name of a field for its key: some gateways write `submitdate`, and `Submit Date`. */
function normalizeKey(key: string): ReceiptField {
  return key.toLowerCase().replace(/ ?date/, ' date') as ReceiptField
}

/** The first word, after any blanks. */
function readWord(region: string): string {
  return /\S+/.exec(region)?.[0] ?? ''
}
