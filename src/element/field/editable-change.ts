// How a script selects and writes in an element that can be edited.

import { findOccurrences, type Replacements, replaceAll } from '../cost/replacements'
import { type EditableText, findOffset, findPlace, isText, readEditable } from './editable-text'
import { insert } from './insert'

/** A part of one text node that is written anew, from its first place to its last. */
interface Stretch {
  readonly node: Text
  readonly start: number
  readonly end: number
  /** Whether its line has nothing else. */
  readonly alone: boolean
}

/** Selects the text between two offsets, and scrolls it into view. */
export function selectInEditable(field: HTMLElement, start: number, end: number): void {
  const read = readEditable(field)
  const from = findPlace(read, start)
  const to = findPlace(read, end - 1)
  if (!from || !to) return
  getSelection(field)?.setBaseAndExtent(...from, to[0], to[1] + 1)
  from[0].parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** The two ends of the selection in the text, if it is in the field. */
export function findSelection(
  field: HTMLElement,
  read: EditableText = readEditable(field),
): [anchor: number, focus: number] | undefined {
  const selection = getSelection(field)
  if (!selection?.anchorNode || !selection.focusNode) return undefined
  if (!field.contains(selection.anchorNode) || !field.contains(selection.focusNode)) return undefined
  return [
    findOffset(read, selection.anchorNode, selection.anchorOffset),
    findOffset(read, selection.focusNode, selection.focusOffset),
  ]
}

/**
 * Replaces in one command; or in one for each stretch, from the last to the first, so that those before keep their places.
 * `hasModel`: an editor keeps a model of the elements, which must stay then.
 */
export function replaceInEditable(field: HTMLElement, replacements: Replacements, hasModel: boolean): void {
  const before = readEditable(field)
  const selected = findSelection(field, before)
  field.focus()
  const found = findStretches(field, replacements)
  const isDone = found.length > 1 && !hasModel && isPlain(field) && rewriteAll(field, found, replacements)
  if (!isDone) for (const stretch of found.reverse()) rewrite(field, stretch, replacements)
  if (!selected) return
  const after = readEditable(field)
  const [anchor, focus] = selected.map((offset) =>
    findPlace(after, replaceAll(before.text.slice(0, offset), replacements).length),
  )
  if (anchor && focus) getSelection(field)?.setBaseAndExtent(...anchor, ...focus)
}

/** Replaces all that the element has. */
export function rewriteEditable(field: HTMLElement, text: string): void {
  field.focus()
  getSelection(field)?.selectAllChildren(field)
  insert(field, text)
}

/** Elements that only format, and attributes that no policy of a page forbids and that run no script. */
const FORMATTING = /^(a|b|blockquote|br|code|div|em|h[1-6]|i|li|ol|p|pre|s|small|span|strong|sub|sup|u|ul)$/
const ATTRIBUTES = /^(class|dir|href|lang|title)$/

/** Whether a copy of the content can replace it: an editor that keeps a model of the elements, or a listener on one, would lose it. */
function isPlain(field: HTMLElement): boolean {
  if (field.getAttribute('contenteditable') === 'plaintext-only') return false
  return [...field.querySelectorAll('*')].every(
    ({ localName, attributes }) =>
      FORMATTING.test(localName) && [...attributes].every(({ name }) => ATTRIBUTES.test(name)),
  )
}

/** Replaces all in one command, which is one step to undo. Returns whether the result is right; if not, it is undone. */
function rewriteAll(field: HTMLElement, found: readonly Stretch[], replacements: Replacements): boolean {
  const wanted = createCopy(field, found, replacements)
  const owner = field.ownerDocument
  getSelection(field)?.selectAllChildren(field)
  try {
    if (!owner.execCommand('insertHTML', false, wanted)) return false
  } catch {
    // Trusted Types forbid it.
    return false
  }
  // WebKit adds the placeholder of a last line.
  if (field.innerHTML.replace(/<br>$/, '') === wanted.replace(/<br>$/, '')) return true
  owner.execCommand('undo')
  return false
}

function createCopy(field: HTMLElement, found: readonly Stretch[], replacements: Replacements): string {
  const copy = field.cloneNode(true) as HTMLElement
  const originals = listTexts(field)
  const copies = new Map(listTexts(copy).map((text, index) => [originals[index]!, text]))
  for (const { node, start, end } of [...found].reverse()) {
    const text = copies.get(node)!
    text.data = text.data.slice(0, start) + replaceAll(text.data.slice(start, end), replacements) + text.data.slice(end)
  }
  return copy.innerHTML
}

function listTexts(root: Node): Text[] {
  const walker = root.ownerDocument!.createTreeWalker(root, 4)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  return texts
}

/** Where it is alone in its line, the new text is written before the old one goes: Firefox drops the white space before an empty end of a line. */
function rewrite(field: HTMLElement, { node, start, end, alone }: Stretch, replacements: Replacements): void {
  const written = replaceAll(node.data.slice(start, end), replacements)
  const selection = getSelection(field)
  if (alone && written !== '') {
    selection?.collapse(node, end)
    insert(field, written)
  }
  selection?.setBaseAndExtent(node, start, node, end)
  insert(field, alone ? '' : written)
}

function findStretches(field: HTMLElement, replacements: Replacements): Stretch[] {
  const { text, runs } = readEditable(field)
  const found: Stretch[] = []
  const seen = new Set<Node>()
  for (const { node, at, from } of runs) {
    if (seen.has(node) || !isText(node) || !node.parentElement?.isContentEditable) continue
    seen.add(node)
    // The character before the node, for a place at its very beginning.
    const before = from === 0 ? text.charAt(at - 1) : ' '
    for (const places of groupPlaces(node.data, replacements)) found.push(...divideStretch(node, places, before))
  }
  return found
}

type Place = readonly [start: number, end: number]

/** One stretch; or two, where for a moment one would leave nothing after white space. */
function divideStretch(node: Text, places: readonly Place[], before: string): Stretch[] {
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

/** What the command would change: it breaks the line at a line feed, and keeps blanks that had collapsed. */
const FRAGILE = /[\t\n\r\f]| {2}/

/** Groups of places with nothing fragile between them. */
function groupPlaces(text: string, replacements: Replacements): Place[][] {
  const groups: Place[][] = []
  let end = 0
  for (const place of findOccurrences(text, replacements)) {
    if (groups.length === 0 || FRAGILE.test(text.slice(end, place[0]))) groups.push([])
    groups.at(-1)!.push(place)
    end = place[1]
  }
  return groups
}

function getSelection(field: HTMLElement): Selection | null {
  return field.ownerDocument.getSelection()
}
