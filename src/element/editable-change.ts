import { isText, offsetOf, placeOf, readEditable } from './editable-text'
import { insert } from './insert'
import { occurrences, type Replacements, replaceAll } from './replacements'

/** Text of one node that is written anew, from the first of its places to the last. */
interface Stretch {
  readonly node: Text
  readonly start: number
  readonly end: number
  /** Whether nothing else stands in its line there. */
  readonly alone: boolean
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
  for (const stretch of [...stretches(field, replacements)].reverse()) rewrite(field, stretch, replacements)
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

/** Where it stands alone the new text is there before the old one goes: Firefox drops the white space that an empty end of a line leaves. */
function rewrite(field: HTMLElement, { node, start, end, alone }: Stretch, replacements: Replacements): void {
  const written = replaceAll(node.data.slice(start, end), replacements)
  const selection = selectionOf(field)
  if (alone && written !== '') {
    selection?.collapse(node, end)
    insert(field, written)
  }
  selection?.setBaseAndExtent(node, start, node, end)
  insert(field, alone ? '' : written)
}

function stretches(field: HTMLElement, replacements: Replacements): Stretch[] {
  const { text, runs } = readEditable(field)
  const found: Stretch[] = []
  const seen = new Set<Node>()
  for (const { node, at, from } of runs) {
    if (seen.has(node) || !isText(node) || !node.parentElement?.isContentEditable) continue
    seen.add(node)
    // What stands before the node, for a place at its very beginning.
    const before = from === 0 ? text.charAt(at - 1) : ' '
    for (const places of together(node.data, replacements)) found.push(...stretchesOf(node, places, before))
  }
  return found
}

type Place = readonly [start: number, end: number]

/** One stretch, or two where one would leave nothing behind white space for a moment. */
function stretchesOf(node: Text, places: readonly Place[], before: string): Stretch[] {
  const [first, ...rest] = places as [Place, ...Place[]]
  const { data } = node
  const end = rest.at(-1)?.[1] ?? first[1]
  const start = first[0]
  const last = end === data.length || data[end] === '\n'
  const alone = last && (start === 0 ? /\s/.test(before) : data[start - 1] === '\n')
  if (!alone || rest.length === 0) return [{ node, start, end, alone }]
  return [
    { node, start, end: first[1], alone: false },
    { node, start: rest[0]![0], end, alone: false },
  ]
}

/** What the command would make something else of: it breaks the line at a line feed, and keeps blanks that have collapsed. */
const FRAGILE = /[\t\n\r\f]| {2}/

/** Places between which nothing is fragile. */
function together(text: string, replacements: Replacements): Place[][] {
  const groups: Place[][] = []
  let end = 0
  for (const place of occurrences(text, replacements)) {
    if (groups.length === 0 || FRAGILE.test(text.slice(end, place[0]))) groups.push([])
    groups.at(-1)!.push(place)
    end = place[1]
  }
  return groups
}

function selectionOf(field: HTMLElement): Selection | null {
  return field.ownerDocument.getSelection()
}
