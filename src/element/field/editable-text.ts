// The text of an element that can be edited, and the places of the document that it comes from.

/** A part of the text that a node has as it is; or, with length 0, the end of a line that has nothing. */
interface Run {
  readonly at: number
  readonly node: Node
  readonly from: number
  readonly length: number
}

/** The text of an element that can be edited, and where each part of it is. */
export interface EditableText {
  readonly text: string
  readonly runs: readonly Run[]
}

/**
 * Reads what was typed into an element that can be edited. Not `innerText`: its line ends differ between browsers and from
 * those of a text area, and styles change its text. The rule:
 *
 * - A block is a line, however deep it is nested. `<br>` ends a line, except as the last in its block, where browsers put one as a
 *   placeholder. The same is true of a line feed where the style keeps line feeds.
 * - Where white space collapses, it collapses here too, and U+00A0 is a blank: browsers write it instead of a blank that would
 *   collapse. Where blanks are kept, U+00A0 is a character like any other.
 * - The cells of a row have a blank between them.
 * - What is not displayed inside the element is not read; whether the element itself is displayed makes no difference.
 */
export function readEditable(root: Element): EditableText {
  const lines = new Lines()
  const styles = new Styles(root)
  let node = root.firstChild
  while (node) {
    if (enter(node, lines, styles) && node.firstChild) node = node.firstChild
    else node = findFollowing(node, root, (left) => leave(left, lines, styles))
  }
  return lines
}

/** Without recursion: a script can nest elements deeper than a stack. */
function findFollowing(node: Node, root: Node, leaving: (left: Node) => void): ChildNode | null {
  for (let left: Node | null = node; left && left !== root; left = left.parentNode) {
    leaving(left)
    if (left.nextSibling) return left.nextSibling
  }
  return null
}

/** Whether the children of `node` must be read. */
function enter(node: Node, lines: Lines, styles: Styles): boolean {
  if (isText(node)) addText(node, lines, styles.readStyle(node.parentElement!).space)
  if (!isElement(node) || REPLACED.includes(node.localName)) return false
  if (node.localName === 'br') {
    lines.end(node)
    return false
  }
  const { display } = styles.readStyle(node)
  if (display === 'cell') lines.blank(node, 0)
  if (display === 'block') lines.close()
  return display !== 'none'
}

function leave(node: Node, lines: Lines, styles: Styles): void {
  if (isElement(node) && node.localName !== 'br' && styles.readStyle(node).display === 'block') lines.close()
}

/** Their children are no text of the page, or are shown only where the element itself cannot be. */
const REPLACED = ['audio', 'canvas', 'iframe', 'object', 'select', 'textarea', 'video']

function addText(node: Text, lines: Lines, { breaks, blanks }: Space): void {
  let from = 0
  for (const [index, line] of (breaks ? node.data.split('\n') : [node.data]).entries()) {
    if (index > 0) lines.end(node, from - 1)
    if (blanks) lines.write(line, node, from)
    else collapse(line, node, from, lines)
    from += line.length + 1
  }
}

/** White space that may collapse with what is beside it (CSS Text 3, 4.1.1): all but one blank between two others. */
const COLLAPSIBLE = /[ \t\n\r\f]{2,}|[\t\n\r\f]|^ | $/g

function collapse(text: string, node: Text, from: number, lines: Lines): void {
  let at = 0
  for (const { 0: space, index } of text.matchAll(COLLAPSIBLE)) {
    lines.write(text.slice(at, index).replaceAll('\u00a0', ' '), node, from + at)
    lines.blank(node, from + index)
    at = index + space.length
  }
  lines.write(text.slice(at).replaceAll('\u00a0', ' '), node, from + at)
}

/** Lines, written one after another. A line is there when it has something, or something ends it. */
class Lines implements EditableText {
  text = ''
  readonly runs: Run[] = []
  #first = true
  #open = false
  /** White space that becomes a blank if the line goes on. */
  #blank: [node: Node, from: number] | undefined

  write(text: string, node: Node, from: number): void {
    if (text === '') return
    this.#begin()
    if (this.#blank) this.#add(' ', ...this.#blank)
    this.#blank = undefined
    this.#add(text, node, from)
  }

  blank(node: Node, from: number): void {
    if (this.#open) this.#blank ??= [node, from]
  }

  /** The end of a line, which may be empty. */
  end(node: Node, from = 0): void {
    this.#begin()
    this.#add('', node, from)
    this.close()
  }

  close(): void {
    this.#open = false
    this.#blank = undefined
  }

  #begin(): void {
    if (!this.#open && !this.#first) this.text += '\n'
    this.#open = true
    this.#first = false
  }

  #add(text: string, node: Node, from: number): void {
    this.runs.push({ at: this.text.length, node, from, length: text.length })
    this.text += text
  }
}

/** Whether line feeds are line ends, and whether blanks are kept. */
interface Space {
  readonly breaks: boolean
  readonly blanks: boolean
}

interface Style {
  readonly display: 'none' | 'inline' | 'cell' | 'block'
  readonly space: Space
}

class Styles {
  readonly #window: Window
  readonly #known = new Map<Element, Style>()

  constructor(root: Element) {
    this.#window = root.ownerDocument.defaultView!
  }

  readStyle(element: Element): Style {
    let style = this.#known.get(element)
    if (!style) {
      const computed = this.#window.getComputedStyle(element)
      style = { display: readDisplay(computed.display), space: readSpace(computed) }
      this.#known.set(element, style)
    }
    return style
  }
}

function readDisplay(display: string): Style['display'] {
  if (display === 'none') return 'none'
  if (display === 'table-cell') return 'cell'
  return /^(inline|contents|ruby)/.test(display) ? 'inline' : 'block'
}

/** By the longhand of CSS Text 4; or, where the browser does not know it, by the property that is its shorthand now. */
function readSpace({ whiteSpaceCollapse, whiteSpace }: CSSStyleDeclaration): Space {
  const kept = whiteSpaceCollapse ?? whiteSpace
  const breaks = /^(pre|break-spaces)/.test(kept)
  return { breaks, blanks: breaks && !/^(pre-line|preserve-breaks)/.test(kept) }
}

/** The place in the document of the character at `offset` of the text; at the end of a line, the place where the line ends. */
export function findPlace({ runs }: EditableText, offset: number): [node: Node, offset: number] | undefined {
  const run =
    runs.find(({ at, length }) => at <= offset && offset < at + length) ??
    runs.find(({ at, length }) => offset === at + length)
  if (!run) return undefined
  if (isText(run.node)) return [run.node, run.from + offset - run.at]
  return [run.node.parentNode!, [...run.node.parentNode!.childNodes].indexOf(run.node as ChildNode)]
}

/** The offset in the text of a place in the document. */
export function findOffset({ runs, text }: EditableText, node: Node, offset: number): number {
  const here = runs.find((run) => run.node === node && run.from <= offset && offset <= run.from + run.length)
  if (here) return here.at + offset - here.from
  const range = node.ownerDocument!.createRange()
  range.setStart(node, offset)
  return runs.find((run) => range.comparePoint(run.node, isText(run.node) ? run.from : 0) >= 0)?.at ?? text.length
}

/** By number, not by class: the node may be from another window. */
export function isText(node: Node): node is Text {
  return node.nodeType === 3
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1
}
