import type { Color, InformationElement } from '../../src/types'
import { charactersOf } from './characters'
import { pack, unpack } from './packing'

/** TS 23.040 9.2.3.24: the element of an identifier and its data; what a type does not describe to the last bit is unknown. */
export function readElement(id: number, data: Uint8Array): InformationElement {
  const [a, b, c, d] = [...data] as [number, number, number, number]
  const unknown: InformationElement = { type: 'unknown', id, data }
  const key = `${id.toString(16).padStart(2, '0')}/${data.length}`
  switch (key) {
    case '00/3':
      return { type: 'concat', bits: 8, reference: a, total: b, sequence: c }
    case '08/4':
      return { type: 'concat', bits: 16, reference: a * 256 + b, total: c, sequence: d }
    case '01/2':
      return special(a, b) ?? unknown
    case '04/2':
      return { type: 'ports', bits: 8, destination: a, source: b }
    case '05/4':
      return { type: 'ports', bits: 16, destination: a * 256 + b, source: c * 256 + d }
    case '06/1':
      return control(a) ?? unknown
    case '0a/3':
    case '0a/4':
      return formatting(a, b, c, d) ?? unknown
    case '0b/2':
      return { type: 'predefinedSound', position: a, number: b }
    case '0d/2':
      return { type: 'predefinedAnimation', position: a, number: b }
    case '10/129':
      return { type: 'largePicture', position: a, data: data.slice(1) }
    case '11/33':
      return { type: 'smallPicture', position: a, data: data.slice(1) }
    case '20/1':
      return { type: 'rfc822', length: a }
    case '21/4':
      return { type: 'hyperlink', position: a * 256 + b, titleLength: c, urlLength: d }
    case '24/1':
      return { type: 'singleShift', language: a }
    case '25/1':
      return { type: 'lockingShift', language: a }
    default:
      return id === 0x22 ? (address(data) ?? unknown) : unknown
  }
}

function special(octet: number, count: number): InformationElement | undefined {
  const store = octet >> 7 === 1
  const profile = 1 + ((octet >> 5) & 0b11)
  const kinds: Record<number, 'voice' | 'fax' | 'email' | 'other' | 'video'> = {
    0: 'voice',
    1: 'fax',
    2: 'email',
    3: 'other',
    7: 'video',
  }
  const kind = kinds[octet & 0b11111]
  if (kind === undefined) return undefined
  const element = { type: 'specialMessage', kind, store, count } as const
  return profile === 1 ? element : { ...element, profile: profile as 2 | 3 | 4 }
}

function control(octet: number): InformationElement | undefined {
  if ((octet & 0b0011_0000) !== 0) return undefined
  return {
    type: 'smscControl',
    ...((octet & 0b0000_0001) !== 0 && { completed: true }),
    ...((octet & 0b0000_0010) !== 0 && { permanentError: true }),
    ...((octet & 0b0000_0100) !== 0 && { temporaryError: true }),
    ...((octet & 0b0000_1000) !== 0 && { stillTrying: true }),
    ...((octet & 0b0100_0000) !== 0 && { cancelRest: true }),
    ...((octet & 0b1000_0000) !== 0 && { includeHeader: true }),
  } as InformationElement
}

/** 9.2.3.24.10.1.1, in the order of the colour codes. */
const COLORS =
  'black dark-grey dark-red dark-yellow dark-green dark-cyan dark-blue dark-magenta grey white bright-red bright-yellow bright-green bright-cyan bright-blue bright-magenta'.split(
    ' ',
  ) as Color[]

function formatting(start: number, length: number, format: number, colors?: number): InformationElement | undefined {
  const alignment = ([undefined, 'center', 'right', 'language'] as const)[format % 4]
  const sizeCode = (format >> 2) % 4
  if (sizeCode === 3) return undefined
  const size = ([undefined, 'large', 'small'] as const)[sizeCode]
  return {
    type: 'textFormatting',
    start,
    length,
    ...(alignment && { alignment }),
    ...(size && { size }),
    ...((format & 0x10) !== 0 && { bold: true }),
    ...((format & 0x20) !== 0 && { italic: true }),
    ...((format & 0x40) !== 0 && { underline: true }),
    ...((format & 0x80) !== 0 && { strikethrough: true }),
    ...(colors !== undefined && { foreground: COLORS[colors % 16]!, background: COLORS[colors >> 4]! }),
  } as InformationElement
}

/** 9.1.2.5: digits in swapped halves with F after an odd number of them, or packed septets for type 101. */
function address(data: Uint8Array): InformationElement | undefined {
  const [length, typeOfAddress] = data
  if (length === undefined || typeOfAddress === undefined) return undefined
  const value = data.slice(2)
  if (typeOfAddress < 0x80 || length > 20 || value.length !== Math.ceil(length / 2)) return undefined
  if (((typeOfAddress >> 4) & 7) === 5) {
    const codes = unpack(value, Math.floor((length * 4) / 7))
    const text = charactersOf(codes)
    // What a sender would not have written so: spare bits that are set, an escape of nothing, a length of another text.
    const rewritten = pack(codes)
    if (rewritten.join() !== value.join() || Math.ceil((codes.length * 7) / 4) !== length) return undefined
    for (let at = 0; at < codes.length; at++) {
      if (codes[at] === 0x1b && ![10, 20, 40, 41, 47, 60, 61, 62, 64, 101].includes(codes[++at] ?? 0)) return undefined
    }
    return { type: 'replyAddress', address: text, typeOfAddress }
  }
  const halves = [...value].flatMap((octet) => [octet & 15, octet >> 4])
  const digits = halves.slice(0, length)
  if (digits.includes(15) || (length % 2 === 1 && halves[length] !== 15)) return undefined
  return { type: 'replyAddress', address: digits.map((half) => '0123456789*#abc'[half]).join(''), typeOfAddress }
}
