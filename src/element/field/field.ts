// The field that a person types into: read, searched and written, whatever kind of element it is.

import { findCharacter, findOccurrences, type Replacements, replaceAll } from '../cost/replacements'
import { findSelection, replaceInEditable, rewriteEditable, selectInEditable } from './editable-change'
import { isElement, readEditable } from './editable-text'
import { insert } from './insert'

/** What a person types into: a text field, a text area, or an element that can be edited. */
export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLElement

/** Types of <input> that are a line of text in which a script can select; in `email` it cannot (HTML, 4.10.5.1). */
const LINES = ['text', 'search', 'tel', 'url']

/** Whether text can be typed into `value`, and found there. By name, not by class: it may be from another window. */
export function isField(value: unknown): value is Field {
  if (!isNode(value) || !isElement(value)) return false
  if (value.localName === 'input') return LINES.includes((value as HTMLInputElement).type)
  return value.localName === 'textarea' || isEditable(value)
}

/** Whether a value is a node of any window. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'nodeType' in value && 'isConnected' in value
}

/** Not `isContentEditable`: that is false while the element is outside the document. */
function isEditable(element: Element): boolean {
  const value = element.getAttribute('contenteditable')?.toLowerCase()
  return value === '' || value === 'true' || value === 'plaintext-only'
}

/** The text of a field. */
export function readText(field: Field): string {
  return 'value' in field ? field.value : readEditable(field).text
}

/** The form that a field belongs to, whose reset empties it. */
export function findForm(field: Field): HTMLFormElement | null {
  return 'form' in field ? field.form : null
}

/** Whether a person can change it now: a <fieldset> can disable it too. */
export function isWritable(field: Field): boolean {
  return 'value' in field ? !field.readOnly && isSelectable(field) : (field.isContentEditable ?? isEditable(field))
}

/** Whether a person can select in it now. */
export function isSelectable(field: Field): boolean {
  return !field.matches(':disabled')
}

/** Most units that a person can type into it; a script can write more. */
export function findRoom(field: Field): number {
  return 'value' in field && field.maxLength >= 0 ? field.maxLength : Number.POSITIVE_INFINITY
}

/** Selects the next place of `character` after what is selected now; after the last place, the first. */
export function findNext(field: Field, character: string): void {
  const next = findCharacter(readText(field), character, findSelectionEnd(field))
  field.focus()
  if (!next) return
  if ('value' in field) field.setSelectionRange(...next)
  else selectInEditable(field, ...next)
}

function findSelectionEnd(field: Field): number {
  if ('value' in field) return field.selectionEnd ?? 0
  return Math.max(...(findSelection(field) ?? [0]))
}

/** Replaces the keys of `replacements` by their values, as a person would: the field fires its events, and the person can undo it. */
export function replaceIn(field: Field, replacements: Replacements, hasModel = false): void {
  if ('value' in field) replaceInLines(field, replacements)
  else replaceInEditable(field, replacements, hasModel)
}

/** In one command from the first place to the last. The same characters are selected afterwards. */
function replaceInLines(field: HTMLInputElement | HTMLTextAreaElement, replacements: Replacements): void {
  const { value, selectionStart, selectionEnd, selectionDirection } = field
  const places = [...findOccurrences(value, replacements)]
  if (places.length === 0) return
  const start = places[0]![0]
  const end = places.at(-1)![1]
  field.focus()
  field.setSelectionRange(start, end)
  insert(field, replaceAll(value.slice(start, end), replacements))
  const moved = (offset: number | null) => replaceAll(value.slice(0, offset ?? 0), replacements).length
  field.setSelectionRange(moved(selectionStart), moved(selectionEnd), selectionDirection ?? 'none')
}

/** Replaces the whole text of the field. */
export function rewriteField(field: Field, text: string): void {
  if ('value' in field) {
    field.focus()
    field.select()
    insert(field, text)
  } else rewriteEditable(field, text)
}
