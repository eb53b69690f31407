import { replaceInEditable, rewriteEditable, selectedInEditable, selectInEditable } from './editable-change'
import { isElement, readEditable } from './editable-text'
import { insert } from './insert'
import { nextOf, occurrences, type Replacements, replaceAll } from './replacements'

/** What a person types into: a text field, a text area, or an element that can be edited. */
export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLElement

/** Types of <input> that hold a line of text in which a script may select: `email` lets none (HTML, 4.10.5.1). */
const LINES = ['text', 'search', 'tel', 'url']

/** Whether text can be typed into `value`, and found there. By name, not by class: it may be of another window. */
export function isField(value: unknown): value is Field {
  if (!isNode(value) || !isElement(value)) return false
  if (value.localName === 'input') return LINES.includes((value as HTMLInputElement).type)
  return value.localName === 'textarea' || isEditable(value)
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'nodeType' in value && 'isConnected' in value
}

/** Not `isContentEditable`: that is false while the element is outside the document. */
function isEditable(element: Element): boolean {
  const value = element.getAttribute('contenteditable')?.toLowerCase()
  return value === '' || value === 'true' || value === 'plaintext-only'
}

/** The text as it stands. */
export function textOf(field: Field): string {
  return 'value' in field ? field.value : readEditable(field).text
}

/** The form that a reset empties it with. */
export function formOf(field: Field): HTMLFormElement | null {
  return 'form' in field ? field.form : null
}

/** Whether a person may change it now: a <fieldset> can disable it too. */
export function isWritable(field: Field): boolean {
  return 'value' in field ? !field.readOnly && isSelectable(field) : field.isContentEditable
}

/** Whether a person may select in it now. */
export function isSelectable(field: Field): boolean {
  return !field.matches(':disabled')
}

/** Units that it may hold; a script's text may be longer. */
export function roomOf(field: Field): number {
  return 'value' in field && field.maxLength >= 0 ? field.maxLength : Number.POSITIVE_INFINITY
}

/** Selects the next place where `character` stands, behind what is selected now; after the last the first. */
export function findNext(field: Field, character: string): void {
  const next = nextOf(textOf(field), character, endOfSelection(field))
  field.focus()
  if (!next) return
  if ('value' in field) field.setSelectionRange(...next)
  else selectInEditable(field, ...next)
}

function endOfSelection(field: Field): number {
  if ('value' in field) return field.selectionEnd ?? 0
  return Math.max(...(selectedInEditable(field) ?? [0]))
}

/** Writes `replacements` in the place of their keys, as a person would: the field hears of it, and it can be undone. */
export function replaceIn(field: Field, replacements: Replacements, hasModel = false): void {
  if ('value' in field) replaceInLines(field, replacements)
  else replaceInEditable(field, replacements, hasModel)
}

/** From the first place to the last in one command; what was selected, and where, is so afterwards. */
function replaceInLines(field: HTMLInputElement | HTMLTextAreaElement, replacements: Replacements): void {
  const { value, selectionStart, selectionEnd, selectionDirection } = field
  const places = [...occurrences(value, replacements)]
  if (places.length === 0) return
  const start = places[0]![0]
  const end = places.at(-1)![1]
  field.focus()
  field.setSelectionRange(start, end)
  insert(field, replaceAll(value.slice(start, end), replacements))
  const moved = (offset: number | null) => replaceAll(value.slice(0, offset ?? 0), replacements).length
  field.setSelectionRange(moved(selectionStart), moved(selectionEnd), selectionDirection ?? 'none')
}

/** Writes a whole text in the place of what the field holds. */
export function rewriteField(field: Field, text: string): void {
  if ('value' in field) {
    field.focus()
    field.select()
    insert(field, text)
  } else rewriteEditable(field, text)
}
