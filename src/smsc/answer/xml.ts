// The parts of XML that an answer has: elements, attributes, text, the five entities and numeric ones. There is no
// document type.

/** An element, and all the text in it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  text: string
}

const ENTITIES: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Parses a document and returns its root; undefined if it is not well-formed, or was cut. */
export function parseXml(document: string): XmlElement | undefined {
  const top: XmlElement = { name: '', attributes: new Map(), children: [], text: '' }
  const open = [top]
  let at = 0
  while (at < document.length) {
    const start = document.indexOf('<', at)
    const inside = open.at(-1)!
    inside.text += decodeEntities(document.slice(at, start < 0 ? document.length : start))
    if (start < 0) break
    const end = findTagEnd(document, start)
    if (end === undefined) return undefined
    if (!takeTag(document.slice(start, end), open)) return undefined
    at = end
  }
  const [root] = top.children
  return open.length === 1 && top.children.length === 1 && top.text.trim() === '' ? root : undefined
}

const SECTIONS = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const

function findTagEnd(document: string, start: number): number | undefined {
  const section = SECTIONS.find(([opening]) => document.startsWith(opening, start))
  const closing = section?.[1] ?? '>'
  const found = document.indexOf(closing, start + (section?.[0].length ?? 1))
  return found < 0 ? undefined : found + closing.length
}

/**
 * Opens or closes an element, or adds text. Returns false for a malformed tag, and for one that closes an element that
 * is not open.
 */
function takeTag(tag: string, open: XmlElement[]): boolean {
  const inside = open.at(-1)!
  if (tag.startsWith('<![CDATA[')) inside.text += tag.slice('<![CDATA['.length, -']]>'.length)
  if (tag.startsWith('<![CDATA[') || tag.startsWith('<?') || tag.startsWith('<!--')) return true
  if (tag.startsWith('</')) {
    return open.length > 1 && open.pop()!.name === tag.slice(2, -1).trimEnd()
  }
  const isEmpty = tag.endsWith('/>')
  const name = /^<([A-Za-z_][\w.-]*)(?=[\s/>])/.exec(tag)?.[1]
  if (name === undefined) return false
  const attributes = parseAttributes(tag.slice(1 + name.length, isEmpty ? -2 : -1))
  if (attributes === undefined) return false
  const element: XmlElement = { name, attributes, children: [], text: '' }
  inside.children.push(element)
  if (!isEmpty) open.push(element)
  return true
}

function parseAttributes(written: string): Map<string, string> | undefined {
  const attributes = new Map<string, string>()
  let end = 0
  for (const found of written.matchAll(/\s([A-Za-z_][\w.-]*)=(?:"([^"<]*)"|'([^'<]*)')/g)) {
    if (written.slice(end, found.index).trim() !== '') return undefined
    attributes.set(found[1]!, decodeEntities(found[2] ?? found[3] ?? ''))
    end = found.index + found[0].length
  }
  return written.slice(end).trim() === '' ? attributes : undefined
}

/** Decodes entities. An unknown one stays as text. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole
    const codePoint = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole
  })
}
