import type { TextOptions } from '../../src/types'
import { segment } from './segment'

/** Numbers as people write them, what each is sent to, and how many it is: facts, not rules. */
export const NUMBERS: Readonly<Record<string, readonly [sentTo: string, counts: number]>> = {
  '79161234567': ['79161234567', 1],
  '8 (903) 123-45-67': ['79031234567', 1],
  '9161234568': ['79161234568', 1],
  '+380501234567': ['380501234567', 1],
  '+8 916 123 45 67': ['89161234567', 0],
  '70001234567': ['70001234567', 1],
  '123': ['123', 0],
  nobody: ['nobody', 0],
  G5: ['G5', 3],
  G6: ['G6', Number.POSITIVE_INFINITY],
}

/** Thousandths of a unit of money by prefix, and the decimals that the rate is written with. */
const RATES: readonly [prefix: string, thousandths: bigint, decimals: number][] = [
  ['7', 1400n, 2],
  ['7916', 1255n, 3],
  ['380', 2000n, 0],
  ['', 1500n, 1],
]

export const OPTIONS = { rates: { 7: '1.40', 7916: '1.255', '+380': '2', '': '1.5' }, groups: { G5: 3 } }

/** A message as the service is asked to send it. */
export interface Asked {
  readonly kind: 'sms' | 'flash' | 'hlr' | 'ping' | 'bin' | 'push'
  readonly phones: readonly string[]
  /** Pieces that are links are `LINK`. */
  readonly pieces: readonly string[]
  readonly comment?: string
}

export const LINK = 'http://example.com/a/long/way'

/** What is wished for every message. */
export interface Wished {
  readonly translit: 0 | 1 | 2
  readonly tinyurl: 0 | 1
  readonly maxsms: number
  readonly shortLink?: number | { min: number; max: number }
  readonly smartEncoding?: boolean
  readonly extensionSeptets?: 1 | 2
  readonly newline?: 'lf' | 'crlf'
  readonly referenceBits?: 8 | 16
}

export interface Bounds {
  readonly min: number
  readonly max: number
}

/** Parts of a message: those of every length that its short links may have, one after the other. */
export function partsOf({ kind, pieces }: Asked, wished: Wished): Bounds & { text?: string } {
  const whole = pieces.join('')
  if (kind === 'hlr' || kind === 'ping') return { min: 1, max: 1 }
  if (whole.length > 1000 || whole === '') return { min: 0, max: 0 }
  if (kind === 'bin') return same(binaryParts(whole.length / 2 - 1, Number.parseInt(whole.slice(0, 2), 16), wished))
  if (kind === 'push') return same(pushParts(whole, wished))
  const isShortened = wished.tinyurl === 1 && pieces.includes(LINK)
  const { shortLink = { min: 13, max: 28 } } = wished
  const lengths = typeof shortLink === 'number' ? { min: shortLink, max: shortLink } : shortLink
  let found: (Bounds & { text: string }) | undefined
  for (let length = lengths.min; length <= lengths.max; length++) {
    const text = pieces.map((piece) => (isShortened && piece === LINK ? 'x'.repeat(length) : piece)).join('')
    const sent = sentAs(text, wished)
    found = {
      min: Math.min(found?.min ?? sent.parts, sent.parts),
      max: Math.max(found?.max ?? 0, sent.parts),
      text: sent.text,
    }
    if (!isShortened) break
  }
  return found!
}

function same(parts: number): Bounds {
  return { min: parts, max: parts }
}

function sentAs(text: string, wished: Wished): { parts: number; text: string } {
  const { translit, maxsms, newline, referenceBits = 8 } = wished
  const options: TextOptions = {
    referenceBits,
    ...(translit === 0 ? {} : { transliterate: translit === 1 ? 'translit' : 'volapuk' }),
    ...(wished.smartEncoding ? { smartEncoding: 'always' } : {}),
    ...(newline ? { newline } : {}),
  }
  const whole = segment(text, options)
  if (whole.encoding === 'UCS-2' || wished.extensionSeptets !== 1) {
    const cut = segment(text, { ...options, ...(maxsms === 0 ? {} : { maxSegments: maxsms }) })
    return { parts: cut.segments, text: cut.text }
  }
  // Each character is one septet.
  const each = referenceBits === 16 ? 152 : 153
  const { length } = whole.text
  const parts = length <= 160 ? 1 : Math.ceil(length / each)
  if (maxsms === 0 || parts <= maxsms) return { parts, text: whole.text }
  return { parts: maxsms, text: whole.text.slice(0, maxsms === 1 ? 160 : each * maxsms) }
}

/** 3GPP TS 23.040, 9.2.3.24: 140 octets with the header, whose length octet says how many are after it. */
function binaryParts(octets: number, header: number, { referenceBits }: Wished): number {
  const headers = header === 0 ? 0 : header + 1
  const data = octets - header
  if (headers + data <= 140) return 1
  const concatenation = referenceBits === 16 ? 6 : 5
  return Math.ceil(data / (140 - (header + 1) - concatenation))
}

/** 18 octets of push and WBXML around what comes after http:// and around the title; ports in a header of 7. */
function pushParts(mes: string, { referenceBits }: Wished): number {
  const octets = 18 + new TextEncoder().encode(mes.replace('http://', '').replace('\n', '')).length
  if (7 + octets <= 140) return 1
  return Math.ceil(octets / (140 - 7 - (referenceBits === 16 ? 6 : 5)))
}

/** How many it is sent to, once for each that is written. */
export function sizeOf(written: string): Bounds {
  const [, counts] = NUMBERS[written]!
  return counts === Number.POSITIVE_INFINITY ? { min: 0, max: counts } : { min: counts, max: counts }
}

export function times(one: Bounds, other: Bounds): Bounds {
  const max = one.max === 0 || other.max === 0 ? 0 : one.max * other.max
  return { min: one.min * other.min, max }
}

/** The sum of some messages as text, all decimals of the rates in use; added one part at a time where parts are known. */
export function costOf(messages: readonly { phones: readonly string[]; parts: Bounds }[]): {
  min: string
  max: string
} {
  let [min, max]: [bigint, bigint | undefined] = [0n, 0n]
  let decimals = 0
  for (const { phones, parts } of messages) {
    for (const written of phones) {
      const size = sizeOf(written)
      if (size.max === 0) continue
      const [sentTo] = NUMBERS[written]!
      const matching = RATES.filter(([prefix]) => sentTo.startsWith(prefix)).sort(([a], [b]) => b.length - a.length)
      const rates = sentTo.startsWith('G') ? RATES : matching.slice(0, 1)
      const prices = rates.map(([, thousandths]) => thousandths).sort((a, b) => (a < b ? -1 : 1))
      decimals = Math.max(decimals, ...rates.map(([, , places]) => places))
      const n = times(size, parts)
      min += prices[0]! * BigInt(n.min)
      max = n.max === Number.POSITIVE_INFINITY || max === undefined ? undefined : max + prices.at(-1)! * BigInt(n.max)
    }
  }
  return { min: decimal(min, decimals), max: max === undefined ? 'Infinity' : decimal(max, decimals) }
}

function decimal(thousandths: bigint, decimals: number): string {
  const digits = `${thousandths}`.padStart(4, '0')
  const all = `${digits.slice(0, -3)}.${digits.slice(-3)}`
  return decimals === 0 ? all.slice(0, -4) : all.slice(0, all.length - 3 + decimals)
}
