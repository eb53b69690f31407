// Marks over a text area or a line: the characters outside GSM-7, and the cuts. The field itself is left as it is.
import type { Segmentation } from '../../types'
import type { Foreign } from '../cost/characters'
import { findOccurrences } from '../cost/replacements'
import { createPart } from '../dom'

/** Most units that are marked: each keystroke draws them again. */
export const MARKED = 5000

/** What decides where the letters of a field are (HTML, 15.5; CSS Text 3). */
const COPIED = [
  ...['top', 'right', 'bottom', 'left'].map((side) => `border-${side}-width`),
  ...['padding-top', 'padding-bottom', 'padding-left'],
  ...['font-family', 'font-size', 'font-stretch', 'font-style', 'font-variant', 'font-weight', 'font-feature-settings'],
  ...['letter-spacing', 'line-height', 'tab-size', 'text-align', 'text-indent', 'text-transform', 'word-spacing'],
  ...['overflow-wrap', 'word-break', 'direction', 'scrollbar-gutter'],
]

/** A field that holds lines of text, without markup. */
export type Lines = HTMLInputElement | HTMLTextAreaElement

/** A layer over the field, with the same letters in the same places, of which only the marks are seen. */
export class Marks {
  readonly part = createPart('div', 'marks')
  readonly #text = createPart('div', 'marked')
  readonly #host: HTMLElement
  #drawn: readonly Drawn[] = []
  /** The style of the layer: what has not changed is not set again, or the browser would lay out all of it again. */
  readonly #placed = new Map<string, string>()
  #field: Lines | undefined
  #stop: (() => void) | undefined

  constructor(host: HTMLElement) {
    this.#host = host
    this.part.setAttribute('aria-hidden', 'true')
    this.part.append(this.#text)
    this.part.hidden = true
  }

  /** Shows the marks of a text. */
  show(field: Lines, characters: readonly Foreign[], segmentation: Segmentation | undefined): void {
    if (field.value.length > MARKED || field.value === '') {
      this.hide()
      return
    }
    this.#follow(field)
    // A text that an option has rewritten has its cuts in other places.
    const cuts = segmentation?.text === field.value ? segmentation.parts.slice(1).map(({ start }) => start) : []
    this.#draw(listPieces(field.value, characters, cuts))
    this.part.hidden = false
    this.#place()
  }

  hide(): void {
    this.part.hidden = true
    this.#stop?.()
    this.#stop = this.#field = undefined
  }

  /**
   * Draws the pieces. Nodes of the last pieces stay, in their order: a keystroke moves a few cuts over a mark, and changes the texts
   * around the cuts.
   */
  #draw(pieces: readonly Piece[]): void {
    const old = this.#drawn
    let next = 0
    this.#drawn = pieces.map((piece) => {
      while (next < old.length && isGone(old[next]!.piece, piece)) old[next++]!.node.remove()
      if (old[next]?.piece.kind === piece.kind) return redraw(old[next++]!, piece)
      return { piece, node: this.#text.insertBefore(createNode(piece), old[next]?.node ?? null) }
    })
    for (const { node } of old.slice(next)) node.remove()
  }

  /** Stays over the field while it moves, scrolls and changes its size. */
  #follow(field: Lines): void {
    if (this.#field === field) return
    this.#stop?.()
    this.#field = field
    const place = () => this.#place()
    const { defaultView } = field.ownerDocument
    const observer = defaultView?.ResizeObserver && new defaultView.ResizeObserver(place)
    for (const observed of [field, this.#host]) observer?.observe(observed)
    field.addEventListener('scroll', place)
    defaultView?.addEventListener('resize', place)
    this.#stop = () => {
      observer?.disconnect()
      field.removeEventListener('scroll', place)
      defaultView?.removeEventListener('resize', place)
    }
  }

  #place(): void {
    const field = this.#field
    const view = field?.ownerDocument.defaultView
    if (!field || !view) return
    const [to, from] = [field.getBoundingClientRect(), this.#host.getBoundingClientRect()]
    const style = view.getComputedStyle(field)
    for (const name of COPIED) this.#set(name, style.getPropertyValue(name))
    this.#set('left', `${to.left - from.left}px`)
    this.#set('top', `${to.top - from.top}px`)
    this.#set('width', `${to.width}px`)
    this.#set('height', `${to.height}px`)
    // A scrollbar takes room from the text.
    const border = Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.borderRightWidth)
    const bar = field.offsetWidth - field.clientWidth - border
    this.#set('padding-right', `${Number.parseFloat(style.paddingRight) + Math.max(0, bar)}px`)
    this.#set('white-space', field.localName === 'input' ? 'pre' : 'pre-wrap')
    this.#text.style.setProperty('transform', `translate(${-field.scrollLeft}px, ${-field.scrollTop}px)`)
  }

  #set(name: string, value: string): void {
    if (this.#placed.get(name) === value) return
    this.#placed.set(name, value)
    this.part.style.setProperty(name, value)
  }
}

/** A part of the layer: text that is not seen, a character that is marked, or the place of a cut, which has no text. */
interface Piece {
  readonly kind: 'text' | 'character' | 'cut'
  readonly text: string
}

/** A piece, and the node that shows it. */
interface Drawn {
  readonly piece: Piece
  readonly node: Text | HTMLElement
}

function createNode({ kind, text }: Piece): Text | HTMLElement {
  return kind === 'text' ? document.createTextNode(text) : createPart('span', `marked-${kind}`, text)
}

/** Whether an old piece must go before a new one of another kind can be drawn; else the new one comes before it. */
function isGone(old: Piece, { kind }: Piece): boolean {
  return old.kind !== kind && kind !== 'cut' && old.kind !== 'character'
}

/** Shows another piece of the same kind. */
function redraw({ piece: old, node }: Drawn, piece: Piece): Drawn {
  if (old.text !== piece.text) node.textContent = piece.text
  return { piece, node }
}

/** The text in pieces. */
function listPieces(text: string, characters: readonly Foreign[], cuts: readonly number[]): Piece[] {
  const marked = findOccurrences(text, new Map(characters.flatMap(({ text }) => [...text].map((one) => [one, '']))))
  const pieces: Piece[] = []
  let at = 0
  const write = (end: number) => {
    if (end > at) pieces.push({ kind: 'text', text: text.slice(at, end) })
    at = Math.max(at, end)
  }
  let cut = 0
  const cutUntil = (end: number) => {
    while (cut < cuts.length && cuts[cut]! <= end) {
      write(cuts[cut++]!)
      pieces.push({ kind: 'cut', text: '' })
    }
  }
  for (const [start, end] of marked) {
    cutUntil(start)
    write(start)
    pieces.push({ kind: 'character', text: text.slice(start, end) })
    at = end
  }
  cutUntil(text.length)
  write(text.length)
  // A last line end shows a line only if something follows.
  pieces.push({ kind: 'text', text: '\u200b' })
  return pieces
}
