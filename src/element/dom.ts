// Elements of the shadow tree, and the texts in them. A text of a person is always set as text, never as markup.
import type { Said } from './texts'

/** A new element with its `part`, the name that a page styles it by. */
export function createPart<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  part: string,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.setAttribute('part', part)
  if (text !== '') made.textContent = text
  return made
}

/** Writes a text; leaves the document alone where nothing has changed. */
export function write(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text
}

/** Writes what the element says. A text of the element has its own language, and its own direction in any page (WCAG 2.2, 3.1.2). */
export function say(target: HTMLElement, { text, lang }: Said): void {
  if (lang === undefined) {
    if (target.firstElementChild) target.replaceChildren()
    write(target, text)
    return
  }
  let words = target.firstElementChild as HTMLElement | null
  if (!words) {
    words = document.createElement('span')
    words.dir = 'ltr'
    target.replaceChildren(words)
  }
  if (words.lang !== lang) words.lang = lang
  write(words, text)
}

/** Says on hovering what a button does, or what a word means. */
export function setTitle(part: HTMLElement, { text, lang }: Said): void {
  if (part.title !== text) part.title = text
  if (lang !== undefined && part.lang !== lang) part.lang = lang
}
