// All that the playground says of a text.

import type { Inspection, Segmentation, TextOptions } from 'septet'
import * as septet from 'septet'
import { markText, type Piece } from './marks'
import { priceOf, type State } from './state'

/** Units up to which everything is said. Of a longer text, only the count. */
export const ALL = 10_000
/** Segments that are drawn. */
export const DRAWN = 12

export interface Advice {
  /** What the button says. */
  label: string
  /** Segments that it saves. */
  saved: number
  /** The text that it would write. */
  text: string
}

export interface Shown {
  count: septet.Count
  /** As people count: a family is one. */
  characters: number | undefined
  cost: string | undefined
  pieces: Piece[]
  segmentation: Segmentation | undefined
  inspection: Inspection | undefined
  advice: Advice[]
  warnings: string[]
}

/** The options of the library that a state says. */
export function optionsOf({ encoding, smart, translit, newline, bits }: State): TextOptions {
  return {
    newline,
    referenceBits: bits === '16' ? 16 : 8,
    encoding,
    ...(encoding === 'GSM-7' && { replacement: '?' }),
    ...(smart !== 'no' && { smartEncoding: smart }),
    ...(translit !== 'no' && { transliterate: translit }),
  }
}

export function look(state: State, fields: Places = []): Shown {
  const options = optionsOf(state)
  const { text } = state
  const whole = text.length <= ALL
  const count = septet.count(text, options)
  const segmentation = whole ? septet.segment(text, options) : undefined
  const inspection = whole ? septet.inspect(text, options) : undefined
  return {
    count,
    characters: whole ? countGraphemes(text) : undefined,
    cost: costOf(state, text === '' ? 0 : count.segments),
    pieces: segmentation && inspection ? mark(text, segmentation, inspection, fields) : [],
    segmentation,
    inspection,
    advice: whole ? advise(text, state, count) : [],
    warnings: warn(text, state, count, whole),
  }
}

function mark(text: string, { encoding, parts }: Segmentation, inspection: Inspection, fields: Places): Piece[] {
  const foreign = inspection.characters.map(({ offset, codePoint }) => [offset, codePoint > 0xffff ? 2 : 1] as const)
  const cuts = parts.slice(1).map(({ sourceStart }) => sourceStart)
  return markText({ text, encoding, foreign, fields, cuts })
}

type Places = readonly (readonly [number, number])[]

/** What would make the text cheaper: measures of the library, each with the text that it makes. */
function advise(text: string, state: State, now: septet.Count): Advice[] {
  const options = optionsOf(state)
  const made: [string, string][] = [
    ['Replace typographic characters', septet.smartEncode(text)],
    ['Write it in Latin letters', septet.smartEncode(septet.transliterate(text, 'translit'))],
    ['Remove emoji', removeEmoji(text)],
    ['Replace typographic characters, remove emoji', removeEmoji(septet.smartEncode(text))],
    ['Remove blanks that are not needed', removeBlanks(text)],
  ]
  const seen = new Set([text])
  return made.flatMap(([label, made]) => {
    if (seen.has(made)) return []
    seen.add(made)
    const then = septet.count(made, options)
    const saved = now.segments - then.segments
    const helps = saved > 0 || (saved === 0 && now.encoding !== 'GSM-7' && then.encoding === 'GSM-7')
    return helps ? [{ label, saved, text: made }] : []
  })
}

/** One blank for several, none at the end of a line. */
function removeBlanks(text: string): string {
  return text
    .trim()
    .replace(/[ \t]+/g, (run, at: number, whole: string) => (whole[at + run.length] === '\n' ? '' : ' '))
}

/** An emoji with its colour, its form, and those joined to it; a flag. */
const EMOJI =
  /\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f|\u200d|\p{Extended_Pictographic})*|\p{Regional_Indicator}+/gu

/** © and ® are no emoji to a writer. */
function removeEmoji(text: string): string {
  return text
    .replace(EMOJI, (found) => (found < '\u0100' ? found : ''))
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** What may go wrong though the text can be counted. */
function warn(text: string, state: State, { segments }: septet.Count, whole: boolean): string[] {
  const warnings: string[] = []
  if (!whole) warnings.push(`This text is long. Marks, segments and advice are for texts of ${ALL} units or fewer.`)
  if (segments > 255) warnings.push('More than 255 segments cannot be sent: the number of a segment is one octet.')
  else if (segments > 10) warnings.push('Many providers refuse more than 10 segments.')
  if (text.length > 1600) warnings.push('Many providers refuse more than 1600 characters.')
  if (/[\u202a-\u202e\u2066-\u2069]/.test(text))
    warnings.push('There are invisible characters that turn the text around.')
  if (/\p{Cs}/u.test(text)) warnings.push('There is half of a character (a lone surrogate). Phones show a box for it.')
  if (state.encoding === 'GSM-7' && septet.count(text).encoding !== 'GSM-7') {
    warnings.push('Characters outside GSM-7 are sent as “?”.')
  }
  if (state.price.trim() !== '' && priceOf(state.price) === undefined)
    warnings.push('The price is no number: write it as 0.045.')
  return warnings
}

/** Exact for prices of up to 9 decimals: reckoned in whole billionths. */
function costOf({ price, currency }: State, segments: number): string | undefined {
  const rate = priceOf(price)
  if (rate === undefined || segments === 0) return undefined
  const amount = Number((BigInt(Math.round(rate * 1e9)) * BigInt(segments)).toString()) / 1e9
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency, maximumFractionDigits: 6 }).format(amount)
  } catch {
    return `${amount} ${currency}`
  }
}

function countGraphemes(text: string): number {
  if (typeof Intl.Segmenter !== 'function') return [...text].length
  let count = 0
  for (const _ of new Intl.Segmenter().segment(text)) count++
  return count
}

export interface Octets {
  header: string
  rest: string
  length: number
}

/** The user data of each segment that is drawn, in digits. */
export function octetsOf(state: State): Octets[] {
  return septet
    .encode(state.text, optionsOf(state))
    .slice(0, DRAWN)
    .map(({ userData, hasHeader }) => {
      const header = hasHeader ? userData[0]! + 1 : 0
      return {
        header: spaced(userData.subarray(0, header)),
        rest: spaced(userData.subarray(header)),
        length: userData.length,
      }
    })
}

const spaced = (octets: Uint8Array) => septet.toHex(octets).replace(/..(?=.)/g, '$& ')
