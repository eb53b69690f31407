// What would make a text GSM-7: look-alikes for characters outside it, and leaving out what has none.
import { copyMembers } from '../arguments'
import type { Alternative, Count, SmartEncoding, TextOptions } from '../types'
import { measure } from './cut'
import { findForeign } from './foreign-characters'
import type { Plan } from './options'
import { rewrite } from './rewrite'
import { UnencodableError } from './unencodable'

/** What is known of an alternative before the text is sent so: all but the text and its numbers. */
export type Wish = Alternative extends infer One
  ? One extends Alternative
    ? Omit<One, 'text' | 'encoding' | 'units' | 'segments'>
    : never
  : never

/** A text as it is sent under some options, and its count. */
export interface Sent {
  readonly text: string
  readonly count: Count
  readonly plan: Plan
}

/** Sends one text under some options. Returns undefined where GSM-7 is asked for, and cannot carry what is made of the text. */
export type Send = (options: TextOptions) => Sent | undefined

/**
 * `createPlan` makes the plan of options. For one object of options the text is sent once: a wish is found by the same options as it
 * is weighed by.
 */
export function createSend(text: string, createPlan: (options: TextOptions) => Plan): Send {
  const made = new Map<TextOptions, Sent | undefined>()
  return (options) => {
    if (!made.has(options)) made.set(options, sendBy(text, createPlan(options)))
    return made.get(options)
  }
}

function sendBy(text: string, plan: Plan): Sent | undefined {
  try {
    const sent = rewrite(text, plan)
    return { text: sent.text, count: measure(sent, plan), plan }
  } catch (error) {
    if (error instanceof UnencodableError) return undefined
    throw error
  }
}

/** Code points outside what is carried, each once. */
export function listForeignCodePoints({ text, plan }: Sent): number[] {
  const found = new Set<number>()
  for (const { codePoint } of findForeign(text, 0, plan.alphabet)) found.add(codePoint)
  return [...found]
}

/** Smart encoding, with letters of a language too, and leaving out what is left then. */
export function* listForeignWishes(asIs: Sent, options: TextOptions, send: Send): Generator<Wish> {
  const { smartEncoding } = options
  const own: SmartEncoding = copyMembers(typeof smartEncoding === 'object' ? smartEncoding : {})
  const always: TextOptions = { ...options, smartEncoding: { ...own, policy: 'always' } }
  const letters: TextOptions = { ...options, smartEncoding: { policy: 'always', letters: true } }
  const typographic = send(always)
  const changed = typographic ? listReplaced(asIs, typographic) : []
  if (changed.length > 0) yield { how: 'smart-encoding', options: always, characters: changed }
  const canDrop = asIs.count.encoding === 'UCS-2' && options.encoding !== 'UCS-2' && options.replacement === undefined
  const drop = { encoding: 'GSM-7', replacement: '' } as const
  const signs = canDrop && changed.length === 0 ? listDroppable(asIs) : []
  if (signs.length > 0) yield { how: 'drop', options: { ...options, ...drop }, characters: signs }
  const rest = canDrop && changed.length > 0 && typographic ? listDroppable(typographic) : []
  if (rest.length > 0) yield { how: 'smart-encoding+drop', options: { ...always, ...drop }, characters: rest }
  if (own.table !== undefined) return
  const plain = send(letters)
  const replaced = plain ? listReplaced(asIs, plain) : []
  if (plain === undefined || replaced.length === changed.length) return
  yield { how: 'replace', options: letters, characters: replaced }
  const left = canDrop && signs.length + rest.length === 0 ? listDroppable(plain) : []
  if (left.length > 0) yield { how: 'replace+drop', options: { ...letters, ...drop }, characters: left }
}

/** Most characters that are named. */
const NAMED = 100

/** Characters outside GSM-7 that one text has and the other has not. */
function listReplaced(before: Sent, after: Sent): string[] {
  const left = new Set(listForeignCodePoints(after))
  return listForeignCodePoints(before)
    .filter((codePoint) => !left.has(codePoint))
    .slice(0, NAMED)
    .map((codePoint) => String.fromCodePoint(codePoint))
}

/** Emoji with what belongs to them; flags. */
let clusters: RegExp | undefined

/** What keeps a text from being GSM-7, if none of it is a part of a word: emoji and signs, each once, as a reader sees them. */
function listDroppable(sent: Sent): string[] {
  // Made when they are needed: a runtime without Unicode properties would refuse the whole script for a literal.
  clusters ??=
    /\p{Regional_Indicator}{2}|.(?:[\p{M}\p{Emoji_Modifier}\u{e0020}-\u{e007f}]|\u200d\p{Extended_Pictographic})*/gsu
  const ofWord = /[\p{L}\p{N}\p{M}](?<![\ufe0e\ufe0f\u20e3])/u
  const found = new Set<string>()
  let run = ''
  let end = -1
  const enter = () => {
    for (const [cluster] of run.matchAll(clusters!)) if (found.size < NAMED) found.add(cluster)
    run = ''
  }
  for (const { offset, codePoint } of findForeign(sent.text, sent.plan.languages?.tables, sent.plan.alphabet)) {
    const character = String.fromCodePoint(codePoint)
    if (ofWord.test(character)) return []
    if (offset !== end) enter()
    run += character
    end = offset + character.length
  }
  enter()
  return [...found]
}
