import fc from 'fast-check'
import type { ServiceIndication, ServiceLoading } from '../../src/index'

/** Documents that XML can carry too: no controls, and no white space at the ends, which XML programs trim. */

const date = fc
  .integer({ min: 0, max: 4_102_444_799 })
  .map((seconds) => new Date(seconds * 1000).toISOString().replace('.000', ''))

const letters = [...'abcxyzABC0129-_~&<>"\'%/?=#@é€жя中', '😀', '.com/', '.net/', '.org/', '.edu/', 'www.']
const word = (most: number) => fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: most })
const text = (most: number) =>
  fc.array(word(8), { minLength: 1, maxLength: Math.ceil(most / 8) }).map((words) => words.join(' '))
const scheme = fc.constantFrom('http://', 'https://', 'http://www.', 'https://www.')

/** Links that Kannel compiles rightly: it knows no other schemes. */
const link = (most: number) => fc.tuple(scheme, word(most)).map(([scheme, rest]) => scheme + rest)

export function anyIndication(most: number): fc.Arbitrary<ServiceIndication> {
  return fc.record(
    {
      href: link(most),
      text: text(most),
      id: word(10),
      created: date,
      expires: date,
      action: fc.constantFrom('signal-none', 'signal-low', 'signal-medium', 'signal-high', 'delete'),
    },
    { requiredKeys: ['href', 'text'] },
  )
}

export function anyLoading(most: number): fc.Arbitrary<ServiceLoading> {
  return fc.record(
    { href: link(most), action: fc.constantFrom('execute-low', 'execute-high', 'cache') },
    { requiredKeys: ['href'] },
  )
}
