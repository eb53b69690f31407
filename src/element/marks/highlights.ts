// Marks in an element that can be edited: the CSS Custom Highlight API paints them, and no node of the page changes.
import type { Segmentation } from '../../types'
import type { Foreign } from '../cost/characters'
import { findOccurrences } from '../cost/replacements'
import { type EditableText, isText, readEditable } from '../field/editable-text'
import { MARKED } from './marks'

/** Names of the page's registry of highlights, one for all elements of a document. */
const CHARACTER = 'sms-counter-character'
const SEGMENT = 'sms-counter-segment'

/** A highlight has colours and no box (CSS Pseudo 4, 3.5), so a cut is where the ground changes. */
const STYLE = `
::highlight(${SEGMENT}) { background-color: color-mix(in srgb, var(--sms-counter-accent, #2f8fff) 20%, transparent); }
::highlight(${CHARACTER}) {
  background-color: color-mix(in srgb, var(--sms-counter-warning, #e07000) 30%, transparent);
  text-decoration: underline 0.12em var(--sms-counter-warning, #e07000);
}
`

/** Style rules reach the tree that they are in: the document, or a shadow tree. */
const styled = new WeakSet<Node>()

/** Paints the characters outside GSM-7, and every second segment. */
export class Highlights {
  #window: Window | undefined
  readonly #painted = new Map<string, readonly StaticRange[]>()

  /** Marks the text that the elements say. Does nothing where the browser has no such highlights. */
  show(field: HTMLElement, characters: readonly Foreign[], segmentation: Segmentation | undefined): void {
    const view = field.ownerDocument.defaultView
    if (!view?.CSS?.highlights || !view.Highlight) return
    const read = readEditable(field)
    if (this.#window !== view || read.text.length > MARKED) this.hide()
    if (read.text.length > MARKED) return
    this.#window = view
    adoptStyle(field, view)
    const foreign = new Map(characters.flatMap(({ text }) => [...text].map((one) => [one, ''])))
    this.#paint(CHARACTER, 1, listRanges(read, findOccurrences(read.text, foreign), view))
    // An editor's own text, or one that an option has rewritten, has its cuts in other places.
    const segments = segmentation?.text === read.text ? listEverySecond(segmentation) : []
    this.#paint(SEGMENT, 0, listRanges(read, segments, view))
  }

  hide(): void {
    for (const name of this.#painted.keys()) this.#paint(name, 0, [])
    this.#painted.clear()
    this.#window = undefined
  }

  /** Paints these ranges in place of the last ones. Those at both ends that are the same stay. */
  #paint(name: string, priority: number, ranges: readonly StaticRange[]): void {
    const highlight = findHighlight(this.#window!, name, priority)
    const old = this.#painted.get(name) ?? []
    const most = Math.min(old.length, ranges.length)
    let first = 0
    while (first < most && isSame(old[first]!, ranges[first]!)) first++
    let last = 0
    while (last < most - first && isSame(old.at(-1 - last)!, ranges.at(-1 - last)!)) last++
    const added = ranges.slice(first, ranges.length - last)
    for (const range of old.slice(first, old.length - last)) highlight.delete(range)
    for (const range of added) highlight.add(range)
    this.#painted.set(name, [...old.slice(0, first), ...added, ...old.slice(old.length - last)])
  }
}

type Window = typeof globalThis

/** A highlight of the document, which all elements of it share. */
function findHighlight({ CSS, Highlight }: Window, name: string, priority: number): Highlight {
  const found = CSS.highlights.get(name)
  if (found) return found
  const highlight = new Highlight()
  highlight.priority = priority
  CSS.highlights.set(name, highlight)
  return highlight
}

function isSame(one: StaticRange, other: StaticRange): boolean {
  const { startContainer, startOffset, endOffset } = one
  return startContainer === other.startContainer && startOffset === other.startOffset && endOffset === other.endOffset
}

function* listEverySecond({ parts }: Segmentation): Generator<[start: number, end: number]> {
  for (const [index, { start, end }] of parts.entries()) if (index % 2 === 1) yield [start, end]
}

/** The parts of text nodes that places of the text come from. Places and runs are in order, so both are walked once. */
function listRanges({ runs }: EditableText, places: Iterable<readonly [number, number]>, view: Window): StaticRange[] {
  const ranges: StaticRange[] = []
  let first = 0
  for (const [start, end] of places) {
    while (first < runs.length && runs[first]!.at + runs[first]!.length <= start) first++
    for (let index = first; index < runs.length && runs[index]!.at < end; index++) {
      const { at, node, from, length } = runs[index]!
      if (!isText(node) || length === 0) continue
      const startOffset = from + Math.max(0, start - at)
      const endOffset = from + Math.min(length, end - at)
      ranges.push(new view.StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }))
    }
  }
  return ranges
}

function adoptStyle(field: HTMLElement, { CSSStyleSheet }: Window): void {
  const root = field.getRootNode() as Document | ShadowRoot
  if (styled.has(root) || !root.adoptedStyleSheets) return
  styled.add(root)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLE)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
}
