// The style sheet of <sms-counter>, one for each document. Made by script, since a page's policy may forbid <style>.
import { STYLE } from './style'

/** A sheet belongs to one document, and an element that moves to another loses it. */
const sheets = new WeakMap<Document, CSSStyleSheet>()

/** Gives a shadow tree the sheet of its document. Does nothing where the runtime cannot make one, as jsdom 26: no style is needed to count. */
export function adoptStyle(root: ShadowRoot): void {
  const { ownerDocument } = root
  const sheet = sheets.get(ownerDocument) ?? createSheet(ownerDocument)
  if (!sheet || !root.adoptedStyleSheets) return
  sheets.set(ownerDocument, sheet)
  if (root.adoptedStyleSheets[0] !== sheet) root.adoptedStyleSheets = [sheet]
}

function createSheet({ defaultView }: Document): CSSStyleSheet | undefined {
  const { CSSStyleSheet } = defaultView ?? window
  if (!CSSStyleSheet?.prototype.replaceSync) return undefined
  const made = new CSSStyleSheet()
  made.replaceSync(STYLE)
  return made
}
