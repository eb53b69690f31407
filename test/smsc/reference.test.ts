import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Amount, type Price, preview } from '../../src/smsc/index'
import {
  type Asked,
  type Bounds,
  costOf,
  LINK,
  NUMBERS,
  OPTIONS,
  partsOf,
  sizeOf,
  times,
  type Wished,
} from '../reference/preview'
import { runs } from '../support/long'
import { anyText } from '../support/texts'

const RUNS = runs(60, 3_000)

/** Numbers round those where something changes. */
function near(...borders: number[]): fc.Arbitrary<number> {
  return fc.tuple(fc.constantFrom(...borders), fc.integer({ min: -8, max: 3 })).map(([border, more]) => border + more)
}

const cyrillic = fc
  .array(fc.constantFrom('я', 'Щ', 'ж', 'ь', ' ', '—', '№', '«', 'e', '€', '\u0438\u0306'), { maxLength: 40 })
  .chain((units) => fc.integer({ min: 1, max: 8 }).map((times) => units.join('').repeat(times)))
const long = fc.tuple(fc.constantFrom('a', 'я', '['), near(1000)).map(([unit, length]) => unit.repeat(length))
const text = fc.oneof({ weight: 8, arbitrary: fc.oneof(anyText, cyrillic) }, { weight: 1, arbitrary: long })
const texts = fc
  .array(fc.oneof({ weight: 3, arbitrary: text }, { weight: 1, arbitrary: fc.constant(LINK) }), { maxLength: 4 })
  // Nothing may touch a link that could be part of one.
  .map((pieces) => pieces.flatMap((piece) => (piece === LINK ? [' ', piece, ' '] : [piece])))
const octets = fc
  .tuple(fc.constantFrom('00', '0605040B8423F0'), near(140, 268, 256, 402, 384))
  .map(([header, length]) => [header + '4F'.repeat(length)])
const push = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom('t', 'я', '😀'), near(115, 238, 366))
  .map(([link, unit, octets]) => {
    const title = Math.ceil((octets - link) / new TextEncoder().encode(unit).length)
    return [`http://${'a'.repeat(link)}\n`, unit.repeat(title)]
  })

const phones = fc.array(fc.constantFrom(...Object.keys(NUMBERS)), { minLength: 1, maxLength: 5 })
const comment = fc.option(fc.constantFrom('', 'mine', 'я'.repeat(1200)), { nil: undefined })

function messageOf(kind: Asked['kind'], pieces: fc.Arbitrary<string[]>): fc.Arbitrary<Asked> {
  const isText = kind === 'sms' || kind === 'flash'
  return fc
    .record({ phones, pieces, comment: isText ? comment : fc.constant(undefined) })
    .map(({ comment, ...others }) => ({ kind, ...others, ...(comment === undefined ? {} : { comment }) }))
}

const message = fc.oneof(
  { weight: 6, arbitrary: messageOf('sms', texts) },
  messageOf('flash', texts),
  messageOf('bin', octets),
  messageOf('push', push),
  messageOf('hlr', fc.constant([])),
  messageOf('ping', fc.constant([])),
)

const shortLink = fc.oneof(
  fc.integer({ min: 5, max: 30 }),
  fc.tuple(fc.integer({ min: 5, max: 15 }), fc.nat(15)).map(([min, more]) => ({ min, max: min + more })),
)
const wishes: fc.Arbitrary<Wished> = fc.record(
  {
    translit: fc.constantFrom(0, 1, 2),
    tinyurl: fc.constantFrom(0, 1),
    maxsms: fc.constantFrom(0, 0, 1, 2, 3, 300),
    shortLink,
    smartEncoding: fc.boolean(),
    extensionSeptets: fc.constantFrom(1, 2),
    newline: fc.constantFrom('lf', 'crlf'),
    referenceBits: fc.constantFrom(8, 16),
  },
  { requiredKeys: ['translit', 'tinyurl', 'maxsms'] },
)

const bounds = (amount: Amount): Bounds => (typeof amount === 'number' ? { min: amount, max: amount } : amount)
const prices = (price: Price) => (typeof price === 'string' ? { min: price, max: price } : price)
const sum = (all: readonly Bounds[]) =>
  all.reduce((total, { min, max }) => ({ min: total.min + min, max: total.max + max }), { min: 0, max: 0 })
const nOf = ({ phones }: Asked, parts: Bounds) => sum(phones.map((phone) => times(sizeOf(phone), parts)))

const SEPARATOR = '\n~~~\n'
/** A text that happens to have a separator of its own would be another message. */
const isPlain = ({ pieces, comment }: Asked) =>
  !/\n~~~\r?\n|^__|\\n/.test(pieces.join('')) && !(comment !== undefined && pieces.join('').endsWith('\r'))

function asked(wished: Wished) {
  const { translit, tinyurl, maxsms, ...options } = wished
  return { parameters: { translit, tinyurl, maxsms, charset: 'utf-8' }, options: { ...OPTIONS, ...options } }
}

describe('a preview is what the slow computation says', () => {
  test('of one message, whatever its kind', () => {
    fc.assert(
      fc.property(message, wishes, (message, wished) => {
        fc.pre(isPlain(message))
        const { kind, phones, pieces, comment } = message
        const { parameters, options } = asked(wished)
        const mes = pieces.join('') + (comment === undefined ? '' : SEPARATOR + comment)
        const flag = kind === 'sms' ? {} : { [kind]: kind === 'bin' ? 2 : 1 }
        const result = preview({ phones: phones.join(';'), mes, ...parameters, ...flag }, options)
        const { text, ...parts } = partsOf(message, wished)
        const [line] = result.lines
        expect(bounds(line!.parts)).toEqual(parts)
        expect(bounds(result.n)).toEqual(nOf(message, parts))
        expect(prices(result.cost!)).toEqual(costOf([{ phones, parts }]))
        expect(line).toMatchObject({ kind, ...(text === undefined ? {} : { text }) })
        expect(line!.recipients.map(({ phone }) => phone)).toEqual(phones.map((written) => NUMBERS[written]![0]))
      }),
      { numRuns: RUNS },
    )
  })

  test('of a list', () => {
    const line = messageOf('sms', texts)
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), wishes, (messages, wished) => {
        // A line ends at CR LF, and a line feed in it is written \n.
        const lines = messages.map((message) => ({
          ...message,
          pieces: message.pieces.map((piece) => piece.replaceAll('\r', '')),
        }))
        fc.pre(lines.every(isPlain))
        const { parameters, options } = asked(wished)
        const list = lines.map(({ phones, pieces, comment }) => {
          const text = pieces.join('') + (comment === undefined ? '' : SEPARATOR + comment)
          return `${phones.join(',')}:${text.replaceAll('\n', '\\n')}`
        })
        const result = preview({ list: list.join('\n'), ...parameters }, options)
        const parts = lines.map((line) => {
          const { min, max } = partsOf(line, wished)
          return { min, max }
        })
        expect(result.lines.map((line) => bounds(line.parts))).toEqual(parts)
        expect(bounds(result.n)).toEqual(sum(lines.map((line, index) => nOf(line, parts[index]!))))
        expect(prices(result.cost!)).toEqual(
          costOf(lines.map(({ phones }, index) => ({ phones, parts: parts[index]! }))),
        )
        const [first] = parts
        const agree = parts.every(({ min, max }) => min === first!.min && max === first!.max)
        expect(result.parts === undefined ? undefined : bounds(result.parts)).toEqual(agree ? first : undefined)
      }),
      { numRuns: RUNS },
    )
  })
})
