import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ServiceIndication, ServiceLoading } from '../../src/index'
import { inFolder, KANNEL, run } from './programs'

/** SI and SL by libwbxml's tools and by the compilers of Kannel: XML in and out. */

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character]!)
const unescaped = (text: string) =>
  text.replace(/&(\w+|#\d+);/g, (entity) =>
    entity[1] === '#'
      ? String.fromCodePoint(Number(entity.slice(2, -1)))
      : entity === '&apos;'
        ? "'"
        : Object.keys(ESCAPES).find((character) => ESCAPES[character] === entity)!,
  )

/** Attributes of XML by the members of a document. */
const ATTRIBUTES = {
  href: 'href',
  'si-id': 'id',
  created: 'created',
  'si-expires': 'expires',
  action: 'action',
} as const

export function xmlOf(document: ServiceIndication | ServiceLoading): string {
  const attributes = Object.entries(ATTRIBUTES)
    .map(([name, member]) => [name, (document as unknown as Record<string, string | undefined>)[member]])
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(value!)}"`)
    .join('')
  const name = 'text' in document ? 'si' : 'sl'
  const type = `<!DOCTYPE ${name} PUBLIC "-//WAPFORUM//DTD ${name.toUpperCase()} 1.0//EN" "http://www.wapforum.org/DTD/${name}.dtd">`
  const root =
    'text' in document
      ? `<si><indication${attributes}>${escaped(document.text)}</indication></si>`
      : `<sl${attributes}/>`
  return `<?xml version="1.0" encoding="utf-8"?>\n${type}\n${root}\n`
}

/** What XML says of a document, as libwbxml writes it. */
export function documentOf(xml: string): Record<string, string> {
  const [, name, attributes, , text] = /<(indication|sl)((?: [\w-]+="[^"]*")*)\s*(\/>|>([^<]*)<\/)/.exec(xml)!
  const document: Record<string, string> = name === 'sl' ? {} : { text: unescaped(text ?? '') }
  for (const [, attribute, value] of attributes!.matchAll(/([\w-]+)="([^"]*)"/g)) {
    document[ATTRIBUTES[attribute as keyof typeof ATTRIBUTES]] = unescaped(value!)
  }
  return document
}

/** WBXML to XML by wbxml2xml, which keeps white space and does not indent. */
export function libwbxmlDecode(octets: Uint8Array): string {
  return inFolder((folder) => {
    const from = join(folder, 'in.wbxml')
    const to = join(folder, 'out.xml')
    writeFileSync(from, octets)
    run('wbxml2xml', ['-k', '-o', to, from])
    return readFileSync(to, 'utf8')
  })
}

/** XML to WBXML 1.2 without a string table by xml2wbxml. */
export function libwbxmlEncode(xml: string): Uint8Array {
  return inFolder((folder) => {
    const from = join(folder, 'in.xml')
    const to = join(folder, 'out.wbxml')
    writeFileSync(from, xml)
    run('xml2wbxml', ['-n', '-k', '-v', '1.2', '-o', to, from])
    return Uint8Array.from(readFileSync(to))
  })
}

/** XML to WBXML by the compiler that Kannel's push proxy uses. */
export function kannelEncode(xml: string, kind: 'si' | 'sl'): Uint8Array {
  return inFolder((folder) => {
    const from = join(folder, 'in.xml')
    const to = join(folder, 'out')
    writeFileSync(from, xml)
    run(join(KANNEL, `test_${kind}`), ['-v', '4', '-f', to, from])
    return unquoted(readFileSync(to))
  })
}

/** Its file is a line of log: octets as they are, or as \xHH, after words of its own. */
function unquoted(log: Buffer): Uint8Array {
  const mark = 'content being\\x0a'
  const text = log.subarray(log.indexOf(mark) + mark.length).toString('latin1')
  const octets: number[] = []
  for (const [found, hex, quoted] of text.matchAll(/\\x([\da-f]{2})|\\([\\"])|[\s\S]/g)) {
    octets.push(hex === undefined ? (quoted ?? found).charCodeAt(0) : Number.parseInt(hex, 16))
  }
  return Uint8Array.from(octets)
}
