// Marks over a text area or a line: the characters outside GSM-7, and the cuts. The field itself is left as it is.
import type { Segmentation } from '../types'
import type { Foreign } from './characters'
import { createPart } from './dom'
import { findOccurrences } from './replacements'

/** Most units that are marked: each keystroke draws them again. */
export const MARKED = 5000

/** What decides where the letters of a field are (HTML, 15.5; CSS Text 3). */
const COPIED = [
  ...['top', 'right', 'bottom', 'left'].flatMap((side) => [`padding-${side}`, `border-${side}-width`]),
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
    this.#text.replaceChildren(...createPieces(field.value, characters, cuts))
    this.part.hidden = false
    this.#place()
  }

  hide(): void {
    this.part.hidden = true
    this.#stop?.()
    this.#stop = this.#field = undefined
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
    const { part } = this
    for (const name of COPIED) part.style.setProperty(name, style.getPropertyValue(name))
    part.style.setProperty('left', `${to.left - from.left}px`)
    part.style.setProperty('top', `${to.top - from.top}px`)
    part.style.setProperty('width', `${to.width}px`)
    part.style.setProperty('height', `${to.height}px`)
    // A scrollbar takes room from the text.
    const border = Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.borderRightWidth)
    const bar = field.offsetWidth - field.clientWidth - border
    if (bar > 0) part.style.setProperty('padding-right', `${Number.parseFloat(style.paddingRight) + bar}px`)
    part.style.setProperty('white-space', field.localName === 'input' ? 'pre' : 'pre-wrap')
    this.#text.style.setProperty('transform', `translate(${-field.scrollLeft}px, ${-field.scrollTop}px)`)
  }
}

/** The text in pieces; each character outside GSM-7 is a piece of its own, and so is the place of each cut. */
function createPieces(text: string, characters: readonly Foreign[], cuts: readonly number[]): Node[] {
  const marked = [
    ...findOccurrences(text, new Map(characters.flatMap(({ text }) => [...text].map((one) => [one, ''])))),
  ]
  const pieces: Node[] = []
  let at = 0
  const write = (end: number) => {
    if (end > at) pieces.push(document.createTextNode(text.slice(at, end)))
    at = Math.max(at, end)
  }
  let cut = 0
  const cutUntil = (end: number) => {
    while (cut < cuts.length && cuts[cut]! <= end) {
      write(cuts[cut++]!)
      pieces.push(createPart('span', 'marked-cut'))
    }
  }
  for (const [start, end] of marked) {
    cutUntil(start)
    write(start)
    pieces.push(createPart('span', 'marked-character', text.slice(start, end)))
    at = end
  }
  cutUntil(text.length)
  write(text.length)
  // A last line end shows a line only if something follows.
  pieces.push(document.createTextNode('\u200b'))
  return pieces
}
