// The conformance kit, dist/vectors: the facts of test/vectors in one plain form, for a library in any language.
// docs/conformance.md explains each file. Texts are UTF-16 units in hexadecimal, so that they can contain a lone
// surrogate.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const KIT = {
  /**
   * Texts and what they cost. Cases in which the library first changes the text (line ends, replacements) are left out.
   */
  count() {
    return read('segmentation')
      .cases.filter(({ options = {} }) => options.newline === undefined && options.replacement === undefined)
      .map(({ name, text, options = {}, encoding, units, parts, remaining, source }) => {
        const written = replaceEscapes(text.map(([piece, times]) => piece.repeat(times)).join(''))
        return {
          name,
          ...writeForms(written),
          limits: findLimits(options),
          forced: options.encoding,
          encoding,
          units,
          segments: parts.length,
          parts,
          remaining,
          source,
        }
      })
  },

  utf8() {
    return read('utf8').cases.map(({ octets, units, ...rest }) => ({ ...rest, utf8: octets, utf16: units }))
  },

  alphabet() {
    const { main, extension, outside } = read('alphabet')
    return [
      ...main.map(({ code, codePoint, name }) => ({ name, septets: code, utf16: codePoint })),
      ...extension.map(({ code, codePoint, name }) => ({ name, septets: `1B${code}`, utf16: codePoint })),
      ...outside
        .filter(({ codePoint }) => codePoint.length === 4)
        .map(({ codePoint, name }) => ({ name, septets: null, utf16: codePoint })),
    ]
  },

  /** Every cell: how a receiver reads a septet, or an escape and a septet, in the tables of a language. */
  languages() {
    return read('languages').languages.flatMap(({ id, name, locking, singleShift }) => [
      ...listCells(locking).map(([code, utf16]) => ({
        name,
        language: id,
        table: 'locking',
        septets: code,
        utf16,
      })),
      ...listCells(singleShift).map(([code, utf16]) => ({
        name,
        language: id,
        table: 'single',
        septets: `1B${code}`,
        utf16,
      })),
    ])
  },

  packing() {
    const { cases, fill } = read('packing')
    return [...cases, ...fill].map(({ name, header = '', text, userDataLength, octets, source }) => {
      return { name, utf16: writeUtf16(text), header, octets, userDataLength, source }
    })
  },

  ucs2() {
    const { cases, loneSurrogates } = read('ucs2')
    return [
      ...cases.map(({ name, text, octets, source }) => ({ name, utf16: writeUtf16(text), octets, source })),
      ...loneSurrogates.map(({ name, units, octets, source }) => ({ name, utf16: units.join(''), octets, source })),
    ]
  },

  messages() {
    return read('user-data').cases.map(({ name, text, options, messages, source }) => {
      const { reference = 0, referenceBits = 8, packed = true } = options
      const written = messages.map(({ userData, userDataLength }) => ({ userData, userDataLength }))
      return { name, ...writeForms(text), referenceBits, reference, packed, messages: written, source }
    })
  },

  transliteration() {
    const { rows, translit, volapuk } = read('transliteration')
    const cases = [
      ...rows.flatMap(({ letter, ...schemes }) =>
        ['translit', 'volapuk'].map((scheme) => [scheme, letter, schemes[scheme]]),
      ),
      ...translit.map(({ text, out }) => ['translit', text, out]),
      ...volapuk.map(({ text, out }) => ['volapuk', text, out]),
    ]
    return cases
      .filter(([, , out]) => typeof out === 'string')
      .map(([scheme, text, out]) => ({ name: text, scheme, utf16: writeUtf16(text), out: writeUtf16(out) }))
  },
}

/** The files of the kit; paths start at dist. */
export const VECTORS = Object.keys(KIT).map((name) => `vectors/${name}.json`)

export function writeVectors() {
  mkdirSync('dist/vectors', { recursive: true })
  for (const [name, cases] of Object.entries(KIT)) {
    const written = cases().map((one) => JSON.stringify(one))
    writeFileSync(`dist/vectors/${name}.json`, `[\n${written.join(',\n')}\n]\n`)
  }
}

function read(name) {
  return JSON.parse(readFileSync(`test/vectors/${name}.json`, 'utf8'))
}

/** There, a lone surrogate is written as U+D83D. */
function replaceEscapes(text) {
  return text.replace(/U\+([0-9A-F]{4})/g, (_, unit) => String.fromCharCode(Number.parseInt(unit, 16)))
}

function writeForms(text) {
  return {
    utf16: writeUtf16(text),
    utf8: text.isWellFormed?.() === false || /\p{Cs}/u.test(text) ? null : writeUtf8(text),
  }
}

function writeUtf16(text) {
  return text
    .split('')
    .map((unit) => unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0'))
    .join('')
}

function writeUtf8(text) {
  return Buffer.from(text).toString('hex').toUpperCase()
}

/** TS 23.040 9.2.3.24.1: the capacity of one segment, and of each of several; less if a carrier allows less. */
function findLimits({ referenceBits = 8, limits = {} }) {
  const fit = { gsm7: [160, referenceBits === 16 ? 152 : 153], ucs2: [70, referenceBits === 16 ? 66 : 67] }
  return Object.fromEntries(
    Object.entries(fit).map(([encoding, [single, multi]]) => {
      const own = limits[encoding] ?? { single, multi }
      return [encoding, [Math.min(single, own.single), Math.min(multi, own.multi)]]
    }),
  )
}

/** Rows of sixteen code points as [code, code point], without unassigned cells. */
function listCells(rows) {
  return (rows ?? [])
    .flatMap((row) => row.split(' '))
    .map((codePoint, code) => [code.toString(16).toUpperCase().padStart(2, '0'), codePoint])
    .filter(([code, codePoint]) => codePoint !== '----' && code !== '1B')
}
