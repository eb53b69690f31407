// Which field an element counts, and what to tell the author of a page where there is none.
import { isField, isNode } from './field'

/** The element that `for` names, in the tree that the counter is in. */
export function findNamed(element: Element): Element | null {
  const id = element.getAttribute('for')
  const root = element.getRootNode() as Document | ShadowRoot
  return id ? root.getElementById(id) : null
}

/** What was looked for and not found. */
export interface Missing {
  /** What a script has set as field, if it has. */
  readonly own: unknown
  /** What was there instead of a field in the page. */
  readonly found: unknown
  /** Whether the field was there and has left the page. */
  readonly removed: boolean
}

/** Says why nothing can be counted. */
export function describeMissing(element: Element, { own, found, removed }: Missing): string {
  const id = element.getAttribute('for')
  const name = own ? 'the value of field' : `the element that for="${id}" names`
  if (found && !isField(found)) return `${name} is no field to count: ${describe(found)}`
  if (own) return `the value of field is not in the page: ${describe(found)}`
  if (removed) return `the field that for="${id}" named was removed`
  return id ? `for="${id}" names no element` : 'lacks for="...", the id of a text field'
}

/** A value as a person writes it; of an <input> with its type, which says what it is. */
function describe(value: unknown): string {
  if (!isNode(value)) return typeof value === 'object' ? Object.prototype.toString.call(value) : String(value)
  if (!('localName' in value)) return value.nodeName
  return value.localName === 'input' ? `<input type="${(value as HTMLInputElement).type}">` : `<${value.localName}>`
}
