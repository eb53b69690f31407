/** What a person types into: a text field, a text area, or an element that can be edited. */
export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLElement

/** Types of <input> that hold a line of text in which a script may select: `email` lets none (HTML, 4.10.5.1). */
const LINES = ['text', 'search', 'tel', 'url']

/** Whether text can be typed into `element`, and found there. */
export function isField(element: Element): element is Field {
  if (element instanceof HTMLInputElement) return LINES.includes(element.type)
  return element instanceof HTMLTextAreaElement || isEditable(element)
}

/** Not `isContentEditable`: that is false while the element is outside the document. */
function isEditable(element: Element): boolean {
  const value = element.getAttribute('contenteditable')
  return value !== null && value.toLowerCase() !== 'false'
}

/**
 * The text as it stands. In an editable element, the spaces that cannot break are the browser's own (it writes them where
 * two spaces meet), and so is the line end behind the last line.
 */
export function textOf(field: Field): string {
  return 'value' in field ? field.value : rendered(field).replace(/\n$/, '').replaceAll('\u00a0', ' ')
}

function rendered(field: Field): string {
  // biome-ignore lint/performance/useDomNodeTextContent: the line ends between blocks are not in textContent
  return field.innerText
}

/** The form that a reset empties it with. */
export function formOf(field: Field): HTMLFormElement | null {
  return 'form' in field ? field.form : null
}

/** Whether a person may change it now. */
export function isWritable(field: Field): boolean {
  return !('value' in field) || !(field.disabled || field.readOnly)
}

/** Selects what stands between two offsets of the text, and brings it to sight. */
export function select(field: Field, start: number, end: number): void {
  field.focus()
  if ('value' in field) {
    field.setSelectionRange(start, end)
    return
  }
  const selected = rendered(field).slice(start, end)
  const before = rendered(field).slice(0, start).split(selected).length - 1
  const [node, offset] = [...occurrences(field, selected)][before] ?? []
  if (node) getSelection()?.setBaseAndExtent(node, offset!, node, offset! + selected.length)
}

/** Writes `replacements` in the place of their keys, as a person would: the field hears of it, and it can be undone. */
export function replaceIn(field: Field, replacements: ReadonlyMap<string, string>): void {
  field.focus()
  if ('value' in field) {
    field.select()
    insert(field, replaceAll(field.value, replacements))
    return
  }
  for (const [character, replacement] of replacements) {
    for (const [node, offset] of [...occurrences(field, character)].reverse()) {
      getSelection()?.setBaseAndExtent(node, offset, node, offset + character.length)
      insert(field, replacement)
    }
  }
}

/** Writes a whole text in the place of what the field holds. */
export function rewriteField(field: Field, text: string): void {
  field.focus()
  if ('value' in field) field.select()
  else getSelection()?.selectAllChildren(field)
  insert(field, text)
}

export function replaceAll(text: string, replacements: ReadonlyMap<string, string>): string {
  let replaced = ''
  for (const character of text) replaced += replacements.get(character) ?? character
  return replaced
}

/** `execCommand` is the one way to write that keeps the person's undo. Where it is gone, the text is still written. */
function insert(field: Field, text: string): void {
  const done = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text)
  if (done) return
  if ('value' in field) field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end')
  else {
    const range = getSelection()?.getRangeAt(0)
    range?.deleteContents()
    range?.insertNode(document.createTextNode(text))
  }
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText', data: text }))
}

function* occurrences(root: Node, wanted: string): Generator<[node: Text, offset: number]> {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const node = texts.currentNode as Text
    for (let at = node.data.indexOf(wanted); at >= 0; at = node.data.indexOf(wanted, at + wanted.length))
      yield [node, at]
  }
}
