import { readFileSync } from 'node:fs'
import { isLetter, isMark } from './letters'
import type { Written } from './written'

const data = new URL('../../data/smart-encoding.json', import.meta.url)
const { rows }: { rows: { code: string; out: string; letter?: boolean }[] } = JSON.parse(readFileSync(data, 'utf8'))
const lookAlikes = new Map(rows.map(({ code, out }) => [String.fromCharCode(Number.parseInt(code.slice(2), 16)), out]))

const languageLetters = new Set(
  rows.flatMap(({ code, letter }) => (letter ? String.fromCharCode(Number.parseInt(code.slice(2), 16)) : [])),
)

/**
 * Until nothing changes any more: a look-alike may leave a letter and a mark that can be composed. Without `letters`, letters of a
 * language stay. No look-alike is written that the route does not carry.
 */
export function smartEncode(
  source: Written,
  isSent: (unit: string) => boolean,
  letters: boolean,
  isWritten: (text: string) => boolean,
): Written {
  const written = round(withoutInvisible(source, isSent), isSent, letters, isWritten)
  return textOf(written) === textOf(source) ? written : smartEncode(written, isSent, letters, isWritten)
}

/** What has an empty look-alike goes, sequences are composed, and then what has any look-alike gives way to it. */
function round(
  source: Written,
  isSent: (unit: string) => boolean,
  letters: boolean,
  isWritten: (text: string) => boolean,
): Written {
  const isOfUse = (unit: string) => isSent(unit) || lookAlikes.has(unit)
  const lookAlike = (unit: string) => (isSent(unit) ? undefined : lookAlikes.get(unit))
  const shorter = replaced(source, (unit) => (lookAlike(unit) === '' ? '' : undefined))
  return replaced(composed(shorter, isOfUse), (unit, before) => {
    const output = lookAlike(unit)
    if (output === undefined || output === '') return output
    const isOfLanguage = languageLetters.has(unit) || (isMark(unit) && hasLetter(before))
    return (isOfLanguage && !letters) || !isWritten(output) ? undefined : output
  })
}

/** Whether a letter is last, with no more than marks after it. */
function hasLetter(text: string): boolean {
  let last = text.length - 1
  while (isMark(text[last])) last--
  return isLetter(text[last])
}

const JOINING = [
  'Arab',
  'Syrc',
  'Mong',
  'Nkoo',
  'Mand',
  'Adlm',
  'Rohg',
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
  'Orya',
  'Taml',
  'Telu',
  'Knda',
  'Mlym',
  'Sinh',
  'Tibt',
  'Mymr',
  'Khmr',
].map((script) => new RegExp(`^\\p{Script=${script}}$`, 'u'))
const PICTURES = /^[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]$/u

/** Selectors, joiners and key caps go where no neighbour has a use for them. */
function withoutInvisible(source: Written, isSent: (unit: string) => boolean): Written {
  const written: Written = []
  for (let index = 0; index < source.length; ) {
    let end = index
    while (/^[\u200d\ufe0e\ufe0f]$/.test(source[end]?.unit ?? '')) end++
    const run = textOf(source.slice(index, end))
    const [before] = [...textOf(source.slice(0, index))].slice(-1)
    const [after] = textOf(source.slice(end, end + 2))
    const isKey = after === '\u20e3' && !run.includes('\u200d')
    const isPicture = [before, after].some((one) => one !== undefined && PICTURES.test(one))
    const isJoined = [before, after].some((one) => one !== undefined && JOINING.some((script) => script.test(one)))
    const goes = isKey ? /^[0-9#*]$/.test(before ?? '') : !isPicture && !(run.includes('\u200d') && isJoined)
    if (isKey) end++
    if (end === index) written.push(source[index++]!)
    else {
      if (!goes || isSent(source[index]!.unit)) written.push(...source.slice(index, end))
      index = end
    }
  }
  return written
}

const textOf = (written: Written) => written.map(({ unit }) => unit).join('')

/** A variation selector directly after what is replaced goes with it. */
function replaced(text: Written, by: (unit: string, before: string) => string | undefined): Written {
  const whole = textOf(text)
  const written: Written = []
  for (let index = 0; index < text.length; index++) {
    const one = text[index]!
    const lookAlike = by(one.unit, whole.slice(0, index))
    if (lookAlike === undefined) {
      written.push(one)
      continue
    }
    written.push(...[...lookAlike].map((unit) => ({ ...one, unit })))
    const next = text[index + 1]?.unit
    if (next === '\ufe0e' || next === '\ufe0f') index++
  }
  return written
}

function composed(source: Written, isOfUse: (unit: string) => boolean): Written {
  const written: Written = []
  let index = 0
  while (index < source.length) {
    let end = index + 1
    const isBase = !isAnyMark(source[index]!.unit)
    while (isBase && end < source.length && isAnyMark(source[end]!.unit)) end++
    const sequence = source.slice(index, end)
    const text = sequence.map(({ unit }) => unit).join('')
    const whole = end - index <= 31 ? text.normalize('NFC') : text
    const isShorter = whole.length < text.length && [...whole].every(isOfUse)
    if (isShorter) written.push(...[...whole].map((unit) => ({ ...source[index]!, unit, marks: 1 })))
    else written.push(...sequence)
    index = end
  }
  return written
}

/** Marks beyond U+FFFF are left out: no letter is composed with them into anything that can be sent. */
function isAnyMark(unit: string): boolean {
  return /\p{M}/u.test(unit)
}
