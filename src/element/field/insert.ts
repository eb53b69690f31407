// How a script writes into a field.

/**
 * Replaces what is selected in the field that has the focus. After `execCommand` the person can undo it. In a runtime without that
 * command the text is written too, but cannot be undone.
 */
export function insert(field: HTMLElement, text: string): void {
  const owner = field.ownerDocument
  const [command, value] = text === '' ? ['delete'] : ['insertText', text]
  if (owner.execCommand?.(command, false, value)) return
  if ('setRangeText' in field) {
    const line = field as HTMLTextAreaElement
    line.setRangeText(text, line.selectionStart, line.selectionEnd, 'end')
  } else {
    const range = owner.getSelection()?.getRangeAt(0)
    range?.deleteContents()
    range?.insertNode(owner.createTextNode(text))
  }
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText', data: text }))
}
