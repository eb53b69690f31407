import { isText, offsetOf, placeOf, readEditable } from './editable-text'
import { insert } from './insert'
import { occurrences, type Replacements, replaceAll } from './replacements'

/** Text of one node that is written anew. */
interface Stretch {
  readonly node: Text
  readonly start: number
  end: number
}

/** Selects what stands between two offsets of the text, and brings it to sight. */
export function selectInEditable(field: HTMLElement, start: number, end: number): void {
  const read = readEditable(field)
  const from = placeOf(read, start)
  const to = placeOf(read, end - 1)
  if (!from || !to) return
  selectionOf(field)?.setBaseAndExtent(...from, to[0], to[1] + 1)
  from[0].parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** Where the selection ends in the text, if it is in the field. */
export function selectedInEditable(field: HTMLElement): [anchor: number, focus: number] | undefined {
  const selection = selectionOf(field)
  if (!selection?.anchorNode || !selection.focusNode) return undefined
  if (!field.contains(selection.anchorNode) || !field.contains(selection.focusNode)) return undefined
  const read = readEditable(field)
  return [
    offsetOf(read, selection.anchorNode, selection.anchorOffset),
    offsetOf(read, selection.focusNode, selection.focusOffset),
  ]
}

/** As few commands as there are stretches, from the last to the first, so that what stands before keeps its place. */
export function replaceInEditable(field: HTMLElement, replacements: Replacements): void {
  const { text } = readEditable(field)
  const selected = selectedInEditable(field)
  field.focus()
  for (const { node, start, end } of [...stretches(field, replacements)].reverse()) {
    const written = replaceAll(node.data.slice(start, end), replacements)
    selectionOf(field)?.setBaseAndExtent(node, start, node, end)
    insert(field, written)
  }
  if (!selected) return
  const read = readEditable(field)
  const [anchor, focus] = selected.map((offset) =>
    placeOf(read, replaceAll(text.slice(0, offset), replacements).length),
  )
  if (anchor && focus) selectionOf(field)?.setBaseAndExtent(...anchor, ...focus)
}

export function rewriteEditable(field: HTMLElement, text: string): void {
  field.focus()
  selectionOf(field)?.selectAllChildren(field)
  insert(field, text)
}

/** What the command would make something else of: it breaks the line at a line feed, and keeps blanks that have collapsed. */
const FRAGILE = /[\t\n\r\f]| {2}/

function* stretches(field: HTMLElement, replacements: Replacements): Generator<Stretch> {
  const nodes = new Set(readEditable(field).runs.map(({ node }) => node))
  for (const node of nodes) {
    if (!isText(node) || !node.parentElement?.isContentEditable) continue
    let stretch: Stretch | undefined
    for (const [start, end] of occurrences(node.data, replacements)) {
      if (stretch && !FRAGILE.test(node.data.slice(stretch.end, start))) stretch.end = end
      else {
        if (stretch) yield stretch
        stretch = { node, start, end }
      }
    }
    if (stretch) yield stretch
  }
}

function selectionOf(field: HTMLElement): Selection | null {
  return field.ownerDocument.getSelection()
}
