/**
 * Writes in the place of what is selected in the field that has the focus. `execCommand` is the one way to write that keeps
 * the person's undo. Where it is gone, the text is still written.
 */
export function insert(field: HTMLElement, text: string): void {
  const owner = field.ownerDocument
  const done = text === '' ? owner.execCommand('delete') : owner.execCommand('insertText', false, text)
  if (done) return
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
