import { type InformationElement, ports, type TextFormattingElement, toHex } from 'septet'
import { pluralize } from '../../words'
import { formatOctet } from './words'

type Words = { [Type in InformationElement['type']]: (element: Extract<InformationElement, { type: Type }>) => string }

/** Describes an information element of the user data header. */
export function describeElement(element: InformationElement): string {
  return (WORDS[element.type] as (element: InformationElement) => string)(element)
}

const WORDS: Words = {
  concat: ({ bits, reference, sequence, total }) =>
    `${bits}-bit concatenation, reference ${reference}, segment ${sequence} of ${total}`,
  specialMessage: ({ kind, count, store, profile }) =>
    `${pluralize(count, `${kind} message`)} waiting, ${store ? 'store' : 'discard'}${profile ? `, profile ${profile}` : ''}`,
  ports: ({ bits, destination, source }) =>
    `${bits}-bit ports, to ${formatPort(destination)} from ${formatPort(source)}`,
  smscControl: ({ type, ...wanted }) => `service centre control: ${joinWords(Object.keys(wanted)) || 'nothing'}`,
  textFormatting: (element) => `${describeFormat(element)}, ${describePlace(element.start, element.length)}`,
  predefinedSound: ({ number, position }) => `predefined sound ${number} at character ${position}`,
  predefinedAnimation: ({ number, position }) => `predefined animation ${number} at character ${position}`,
  largePicture: ({ position }) => `large picture at character ${position}`,
  smallPicture: ({ position }) => `small picture at character ${position}`,
  rfc822: ({ length }) => `RFC 822 header of ${pluralize(length, 'character')}`,
  hyperlink: ({ position, titleLength, urlLength }) =>
    `hyperlink at character ${position}, title of ${titleLength}, URL of ${urlLength}`,
  replyAddress: ({ address, typeOfAddress }) => `reply to ${address} (type ${formatOctet(typeOfAddress)})`,
  singleShift: ({ language }) => `single shift, language ${language}`,
  lockingShift: ({ language }) => `locking shift, language ${language}`,
  unknown: ({ id, data }) => `element ${formatOctet(id)}, ${data.length === 0 ? 'no data' : toHex(data)}`,
}

/** Writes `9204 (vCard)`. */
function formatPort(port: number): string {
  const name = Object.entries(ports).find(([, number]) => number === port)?.[0]
  return name === undefined ? `${port}` : `${port} (${name})`
}

function describeFormat({ type, start, length, foreground, background, ...format }: TextFormattingElement): string {
  const words = Object.entries(format).map(([name, value]) => (value === true ? name : `${name} ${value}`))
  if (foreground !== undefined) words.push(`${foreground} on ${background}`)
  return joinWords(words) || 'plain'
}

function describePlace(start: number, length: number): string {
  return length === 0 ? `from character ${start} on` : `${pluralize(length, 'character')} from ${start}`
}

function joinWords(words: string[]): string {
  return words.join(', ')
}
