import fc from 'fast-check'
import type { InformationElement, ReadableMessage, ShortMessage, TextOptions } from '../../src/types'
import { extensionTable, mainTable } from '../reference/alphabet'
import { readDataCoding } from '../reference/data-coding'
import { ownElements } from '../reference/header'

/** Texts for the properties: mostly GSM-7, and as long as the lengths at which something changes. */

const main = fc.constantFrom(...mainTable.values())
const extension = fc.constantFrom(...extensionTable.values())
const lineEnd = fc.constantFrom('\n', '\r', '\r\n')
const foreign = fc.constantFrom('ж', '’', '中', 'ç', '\u0000', '\u001b', '\u0301', '\ufeff', '\uffff')
const astral = fc.constantFrom('😀', '𝒳', '\u{10000}', '\u{10ffff}')
const loneSurrogate = fc.constantFrom('\ud800', '\ud83d', '\udbff', '\udc00', '\ude00', '\udfff')

const gsm7Character = fc.oneof({ weight: 6, arbitrary: main }, { weight: 3, arbitrary: extension }, lineEnd)
const wholeCharacter = fc.oneof(
  { weight: 6, arbitrary: gsm7Character },
  { weight: 2, arbitrary: foreign },
  { weight: 2, arbitrary: astral },
)
const anyCharacter = fc.oneof({ weight: 4, arbitrary: wholeCharacter }, loneSurrogate)

/** Any character. The unit 'binary' of fast-check is the same, but takes 1.5 s of CPU to create. */
export const anyCodePoint = fc
  .integer({ min: 0, max: 0x10ffff - 0x800 })
  .map((number) => String.fromCodePoint(number < 0xd800 ? number : number + 0x800))

/** The block sizes of the kernels, and the capacities of one, two and three segments in both encodings. */
const length = fc.oneof(
  ...[
    [0, 1],
    [15, 17],
    [31, 33],
    [66, 72],
    [133, 135],
    [152, 161],
    [305, 307],
    [2, 320],
  ].map(([min, max]) => fc.integer({ min: min!, max: max! })),
)

/**
 * A pattern, repeated to a length in UTF-16 units, with a few characters changed. It is cheap to make, and it shrinks
 * well.
 */
function createTexts(character: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const change = fc.tuple(fc.nat(320), character)
  const pattern = fc.array(character, { minLength: 1, maxLength: 4 })
  return fc.tuple(pattern, length, fc.array(change, { maxLength: 5 })).map(([pattern, length, changes]) => {
    const characters: string[] = []
    for (let units = 0; units < length; units += characters.at(-1)!.length) {
      characters.push(pattern[characters.length % pattern.length]!)
    }
    for (const [place, changed] of characters.length === 0 ? [] : changes) {
      characters[place % characters.length] = changed
    }
    return characters.join('')
  })
}

export const gsm7Text = createTexts(gsm7Character)
const foreignText = createTexts(fc.oneof(foreign, astral, main))
/** Strings of whole code points. */
export const wholeText = fc.oneof(gsm7Text, foreignText, createTexts(wholeCharacter))
/** Any strings, lone surrogates included. */
export const anyText = fc.oneof({ weight: 3, arbitrary: wholeText }, createTexts(anyCharacter))

const size = fc.integer({ min: 2, max: 160 })
const limits = fc
  .tuple(size, size)
  .map(([one, other]) => ({ single: Math.max(one, other), multi: Math.min(one, other) }))

/** Elements of the caller, as a list and as octets. They are so short that two tables of a language fit too. */
const element = fc.oneof(
  fc.record({ type: fc.constant('ports'), bits: fc.constant(8), destination: fc.nat(255), source: fc.nat(255) }),
  fc.record({ type: fc.constant('ports'), bits: fc.constant(16), destination: fc.nat(65535), source: fc.nat(65535) }),
  fc.record({
    type: fc.constant('unknown'),
    id: fc.integer({ min: 0x70, max: 0xff }),
    data: fc.uint8Array({ maxLength: 36 }),
  }),
) as fc.Arbitrary<InformationElement>
const header = fc
  .tuple(fc.array(element, { maxLength: 3 }), fc.boolean())
  .map(([elements, isList]) =>
    isList
      ? elements
      : Uint8Array.from([ownElements({ header: elements }).length, ...ownElements({ header: elements })]),
  )

/** Options that change how a text is cut. */
export const cutOptions: fc.Arbitrary<TextOptions> = fc.record(
  {
    newline: fc.constantFrom('keep', 'lf', 'crlf'),
    referenceBits: fc.constantFrom(8, 16),
    limits: fc.record({ gsm7: limits, ucs2: limits }, { requiredKeys: [] }),
    header,
  },
  { requiredKeys: [] },
)

/** Options that change how it is written. */
export const wireOptions = fc.oneof(createWireOptions(8), createWireOptions(16))

function createWireOptions(referenceBits: 8 | 16): fc.Arbitrary<TextOptions> {
  return fc.record(
    {
      referenceBits: fc.constant(referenceBits),
      reference: fc.oneof(
        fc.nat(2 ** referenceBits - 1),
        fc.nat(2 ** referenceBits - 1).map((number) => () => number),
      ),
      header,
      packed: fc.boolean(),
      messageClass: fc.constantFrom(0, 1, 2, 3),
      protocolId: fc.nat(255),
    },
    { requiredKeys: ['referenceBits'] },
  )
}

const anyOctets = fc.oneof(
  fc.uint8Array({ maxLength: 24 }),
  fc.uint8Array({ maxLength: 165 }),
  fc.array(fc.constantFrom(0x00, 0x1b, 0x41, 0x65), { maxLength: 21 }).map((octets) => Uint8Array.from(octets)),
  fc
    .tuple(
      fc.constantFrom([5, 0, 3], [6, 8, 4, 0], [11, 0, 3, 7, 2, 1, 8, 4, 0], [4, 0x6f, 2]),
      fc.array(fc.nat(7), { maxLength: 9 }),
    )
    .map(([header, rest]) => Uint8Array.from([...header, ...rest])),
)

/** What a receiver may get: any octets, some of which start like a header, and lengths that may be wrong. */
export const anyMessage: fc.Arbitrary<ReadableMessage> = fc
  .record(
    {
      userData: anyOctets,
      dataCoding: fc.oneof(fc.constantFrom(0x00, 0x04, 0x08), fc.nat(255)),
      hasHeader: fc.boolean(),
      packed: fc.boolean(),
      length: fc.oneof(fc.constantFrom('as it is', 'a septet less'), fc.nat(180)),
    },
    { requiredKeys: ['userData', 'dataCoding', 'hasHeader'] },
  )
  .map(({ length, ...message }) => {
    if (length === undefined) return message
    if (typeof length === 'number') return { ...message, userDataLength: length }
    const isPacked = readDataCoding(message.dataCoding).encoding === 'GSM-7' && message.packed !== false
    const units = isPacked ? Math.floor((8 * message.userData.length) / 7) : message.userData.length
    return { ...message, userDataLength: length === 'as it is' ? units : Math.max(0, units - 1) }
  })

/**
 * The messages of a text as a bad network delivers them: in another order, twice, not at all, or with a changed octet.
 */
export function damage(messages: ShortMessage[]): fc.Arbitrary<ShortMessage[]> {
  const damage = fc.record({ place: fc.nat(140), octet: fc.nat(255) }, { requiredKeys: [] })
  const received = fc.tuple(fc.nat(messages.length - 1), fc.option(damage, { freq: 4 }))
  return fc.array(received, { minLength: 1, maxLength: 4 }).map((list) =>
    list.map(([index, change]) => {
      const message = messages[index]!
      if (change?.place === undefined || change.place >= message.userData.length) return message
      const userData = message.userData.slice()
      userData[change.place] = change.octet ?? 0
      return { ...message, userData }
    }),
  )
}
