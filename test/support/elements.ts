import fc from 'fast-check'
import type { InformationElement } from '../../src/types'

/** Information elements and headers for the properties. */

const octet = fc.nat(255)
const word = fc.nat(65535)
const flag = fc.constant(true as const)
const digits = fc.string({ unit: fc.constantFrom(...'0123456789*#abc'), maxLength: 20 })
const letters = fc.string({ unit: fc.constantFrom(...'aZ0 @Δ€ü'), maxLength: 5 })

const colors = [
  'black',
  'dark-grey',
  'dark-red',
  'dark-yellow',
  'dark-green',
  'dark-cyan',
  'dark-blue',
  'dark-magenta',
  'grey',
  'white',
  'bright-red',
  'bright-yellow',
  'bright-green',
  'bright-cyan',
  'bright-blue',
  'bright-magenta',
] as const

/** The format of a run of text, with both colours or none. */
export const anyFormat = fc
  .record(
    {
      alignment: fc.constantFrom('center', 'right', 'language'),
      size: fc.constantFrom('large', 'small'),
      bold: flag,
      italic: flag,
      underline: flag,
      strikethrough: flag,
      colors: fc.tuple(fc.constantFrom(...colors), fc.constantFrom(...colors)),
    },
    { requiredKeys: [] },
  )
  .map(({ colors, ...format }) => ({
    ...format,
    ...(colors && { foreground: colors[0], background: colors[1] }),
  }))

const ofWidth = <Rest extends object>(member: (value: fc.Arbitrary<number>) => fc.Arbitrary<Rest>) =>
  fc.oneof(
    member(octet).map((rest) => ({ bits: 8 as const, ...rest })),
    member(word).map((rest) => ({ bits: 16 as const, ...rest })),
  )

const map = (size: number) => fc.uint8Array({ minLength: size, maxLength: size })

/** Elements in the canonical form of their octets. */
export const anyElement = fc.oneof(
  ofWidth((reference) => fc.record({ type: fc.constant('concat'), reference, total: octet, sequence: octet })),
  ofWidth((port) => fc.record({ type: fc.constant('ports'), destination: port, source: port })),
  fc.record(
    {
      type: fc.constant('specialMessage'),
      kind: fc.constantFrom('voice', 'fax', 'email', 'other', 'video'),
      store: fc.boolean(),
      profile: fc.constantFrom(2, 3, 4),
      count: octet,
    },
    { requiredKeys: ['type', 'kind', 'store', 'count'] },
  ),
  fc.record(
    {
      type: fc.constant('smscControl'),
      completed: flag,
      permanentError: flag,
      temporaryError: flag,
      stillTrying: flag,
      cancelRest: flag,
      includeHeader: flag,
    },
    { requiredKeys: ['type'] },
  ),
  fc
    .tuple(fc.record({ type: fc.constant('textFormatting'), start: octet, length: octet }), anyFormat)
    .map(([element, format]) => ({ ...element, ...format })),
  fc.record({
    type: fc.constantFrom('predefinedSound', 'predefinedAnimation'),
    position: octet,
    number: octet,
  }),
  fc.record({ type: fc.constant('smallPicture'), position: octet, data: map(32) }),
  fc.record({ type: fc.constant('rfc822'), length: octet }),
  fc.record({ type: fc.constant('hyperlink'), position: word, titleLength: octet, urlLength: octet }),
  fc.record({
    type: fc.constant('replyAddress'),
    address: digits,
    typeOfAddress: fc.constantFrom(0x81, 0x91, 0xa1),
  }),
  fc.record({ type: fc.constant('replyAddress'), address: letters, typeOfAddress: fc.constant(0xd0) }),
  fc.record({ type: fc.constantFrom('singleShift', 'lockingShift'), language: octet }),
  fc.record({
    type: fc.constant('unknown'),
    id: fc.integer({ min: 0x70, max: 0xff }),
    data: fc.uint8Array({ maxLength: 9 }),
  }),
) as fc.Arbitrary<InformationElement>

const anyIdentifier = fc.oneof(fc.nat(0x25), octet)

/** Octets of headers whose lengths fit, with any elements. */
export const anyHeader = fc
  .array(fc.tuple(anyIdentifier, fc.oneof(fc.uint8Array({ maxLength: 5 }), fc.uint8Array({ maxLength: 34 }))), {
    maxLength: 8,
  })
  .map((elements) => {
    let octets: number[] = []
    for (const [id, data] of elements) {
      const longer = [...octets, id, data.length, ...data]
      if (longer.length < 140) octets = longer
    }
    return Uint8Array.of(octets.length, ...octets)
  })
