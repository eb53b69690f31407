// TS 23.040 9.2.3.24.10.1.1: the octets of text formatting. Format: alignment in bits 1 and 0, size in 3 and 2, styles above.
// Colours: of the text in the low half, of the background in the high half.
import { requireOneOf } from '../arguments'
import { SeptetError } from '../errors'
import type { Color, TextFormat } from '../types/information-elements'

const ALIGNMENTS = ['left', 'center', 'right', 'language'] as const
const SIZES = ['normal', 'large', 'small'] as const
const STYLES = ['bold', 'italic', 'underline', 'strikethrough'] as const
const FIRST_STYLE = 4

/** In the order of their codes. */
const COLORS: readonly Color[] = [
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
]

/** All members of a format. */
const FORMAT_MEMBERS = [
  'alignment',
  'size',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'foreground',
  'background',
] as const satisfies readonly (keyof TextFormat)[]

/**
 * The same, and the members that say which characters have the format. No spread: a bundler would keep it where it is
 * not used.
 */
export const FORMATTED_MEMBERS: readonly string[] = /* @__PURE__ */ ['start', 'length'].concat(FORMAT_MEMBERS)

/** The members of `of` that are of a format. */
export function pickFormat(of: TextFormat): TextFormat {
  return Object.fromEntries(FORMAT_MEMBERS.map((member) => [member, readOwn(of, member)]))
}

export function isSameFormat(one: TextFormat, other: TextFormat): boolean {
  return FORMAT_MEMBERS.every((member) => readOwn(one, member) === readOwn(other, member))
}

function readOwn(of: TextFormat, member: keyof TextFormat): unknown {
  return Object.hasOwn(of, member) ? of[member] : undefined
}

/** Reads the octets of a format. Members that have their default are left out. The reserved size is read as normal. */
export function readFormat(format: number, colors: number | undefined): TextFormat {
  const alignment = ALIGNMENTS[format & 3]!
  const size = SIZES[(format >> 2) & 3] ?? 'normal'
  const styles = STYLES.filter((_, bit) => (format >> (FIRST_STYLE + bit)) & 1)
  return {
    ...(alignment === 'left' ? {} : { alignment }),
    ...(size === 'normal' ? {} : { size }),
    ...Object.fromEntries(styles.map((style) => [style, true])),
    ...(colors === undefined ? {} : { foreground: COLORS[colors & 15]!, background: COLORS[colors >> 4]! }),
  }
}

/** The format octet, and the octet of colours where there are any. @throws {SeptetError} 'invalid-type', 'invalid-value' */
export function writeFormat(argument: string, format: Readonly<Record<string, unknown>>): number[] {
  const alignment = encodeChoice(`${argument}.alignment`, format.alignment, ALIGNMENTS)
  let octet = alignment | (encodeChoice(`${argument}.size`, format.size, SIZES) << 2)
  for (const [bit, style] of STYLES.entries()) {
    const value = format[style]
    if (value !== undefined && requireOneOf(`${argument}.${style}`, value, [true, false]))
      octet |= 1 << (FIRST_STYLE + bit)
  }
  const { foreground, background } = format
  if (foreground === undefined && background === undefined) return [octet]
  if (foreground === undefined || background === undefined) {
    const missing = foreground === undefined ? 'foreground' : 'background'
    throw new SeptetError(
      'invalid-value',
      `${argument}.${missing}`,
      undefined,
      'is missing; both colours are one octet',
    )
  }
  const text = COLORS.indexOf(requireOneOf(`${argument}.foreground`, foreground as Color, COLORS))
  const ground = COLORS.indexOf(requireOneOf(`${argument}.background`, background as Color, COLORS))
  return [octet, text | (ground << 4)]
}

function encodeChoice<Word>(argument: string, value: unknown, words: readonly Word[]): number {
  return value === undefined ? 0 : words.indexOf(requireOneOf(argument, value, words))
}
