// What a person has chosen in the playground, and the link that says it.

import type { ProfileName } from 'septet/profiles'
import { isCarrier } from './carriers'
import { decimalOf } from './prices'

/** Units of a text that a link carries. */
export const SHARED = 5000
/** Characters of a link that is made: every browser takes them, and this page reads them. */
export const LINK = 60_000
/** Characters of a fragment that are read at all, and its parts. */
const READ = 100_000
const PARTS = 200
/** Placeholders of a link. */
const FIELDS = 50

export const CHOICES = {
  encoding: ['auto', 'GSM-7', 'UCS-2'],
  smart: ['no', 'if-cheaper', 'if-gsm7', 'always'],
  translit: ['no', 'translit', 'volapuk'],
  languages: ['no', 'all'],
  newline: ['keep', 'lf', 'crlf'],
  bits: ['8', '16'],
} as const

type Choices = { -readonly [Name in keyof typeof CHOICES]: (typeof CHOICES)[Name][number] }

/** All that a link says. */
export interface State extends Choices {
  text: string
  /** A decimal number, or nothing. */
  price: string
  currency: string
  /** A carrier or provider, or nothing. */
  profile: ProfileName | ''
  /** Prices by country, one a line. */
  prices: string
  /** The number that the message goes to. */
  to: string
  /** Values of placeholders by name: examples, one a line. A map, since any word is a name, `constructor` too. */
  fields: Map<string, string>
}

const DEFAULTS = {
  text: 'Hi Anna, your parcel is here! 📦 Pick it up until Friday, 20:00 – and don’t forget your passport.',
  encoding: 'auto',
  smart: 'no',
  translit: 'no',
  languages: 'no',
  newline: 'keep',
  bits: '8',
  price: '',
  currency: 'EUR',
  profile: '',
  prices: '',
  to: '',
} as const satisfies Omit<State, 'fields'>

/** What the page begins with. */
export const createState = (): State => ({ ...DEFAULTS, fields: new Map() })

/** The fragment of a link; undefined where there is too much for one. */
export function writeFragment({ fields, ...state }: State): string | undefined {
  if (state.text.length > SHARED) return undefined
  const said = Object.entries(state).filter(([name, value]) => name === 'text' || value !== DEFAULTS[name as 'text'])
  const filled = [...fields].filter(([, value]) => value !== '').map(([name, value]) => [`field.${name}`, value])
  const fragment = [...said, ...filled].map(([name, value]) => `${encode(name!)}=${encode(value!)}`).join('&')
  return fragment.length > LINK ? undefined : fragment
}

/** A surrogate that is alone has no UTF-8: as U+FFFD it costs the same. */
const encode = (text: string) => encodeURIComponent(text.toWellFormed?.() ?? text.replace(/\p{Cs}/gu, '\ufffd'))

export interface Read {
  state: State
  /** What is wrong with the link, in words. */
  faults: string[]
}

/** What a link says. What it says wrongly is reported, and counts as not said. */
export function readFragment(fragment: string): Read {
  const state = createState()
  const faults: string[] = []
  if (fragment === '' || fragment === '#') return { state, faults }
  if (fragment.length > READ) {
    return { state, faults: [`The link is too long to be read: ${fragment.length} characters, at most ${READ}.`] }
  }
  const pairs = fragment.replace(/^#/, '').split('&', PARTS + 1)
  if (pairs.length > PARTS) faults.push(`The link has more than ${PARTS} parts; the others are not read.`)
  for (const pair of pairs.slice(0, PARTS)) {
    const at = pair.indexOf('=')
    try {
      read(decodeURIComponent(pair.slice(0, Math.max(0, at))), decodeURIComponent(pair.slice(at + 1)), state)
    } catch (error) {
      faults.push(error instanceof Refused ? error.message : `A part of the link is damaged: ${shorten(pair)}`)
    }
  }
  return { state, faults: faults.slice(0, 5) }
}

class Refused extends Error {}

/** What a value must be, and what is wrong with another. */
const RULES: Readonly<Record<string, readonly [isRight: (value: string) => boolean, fault: string]>> = {
  text: [() => true, ''],
  price: [(value) => value === '' || decimalOf(value) !== undefined, 'The price in the link is no number'],
  currency: [(value) => /^[A-Za-z]{3}$/.test(value), 'The currency in the link is not three letters'],
  profile: [(value) => value === '' || isCarrier(value), 'The link names a carrier that this page does not know'],
  prices: [(value) => value.length <= 10_000, 'The prices in the link are too many'],
  to: [(value) => /^[+\d ().-]{0,40}$/.test(value), 'The number in the link is no phone number'],
}

function read(name: string, value: string, state: State): void {
  if (name.startsWith('field.')) {
    if (state.fields.size >= FIELDS) throw new Refused(`The link fills more than ${FIELDS} placeholders.`)
    state.fields.set(name.slice(6), value)
    return
  }
  if (Object.hasOwn(CHOICES, name)) {
    const choices: readonly string[] = CHOICES[name as keyof Choices]
    if (!choices.includes(value))
      throw new Refused(`${name} in the link is none of ${choices.join(', ')}: ${shorten(value)}`)
  } else if (Object.hasOwn(RULES, name)) {
    const [isRight, fault] = RULES[name]!
    if (!isRight(value)) throw new Refused(`${fault}: ${shorten(value)}`)
  } else throw new Refused(`The link has a part that this page does not know: ${shorten(name)}`)
  Object.assign(state, { [name]: value })
}

/** At most 40 characters of what a stranger wrote, without those that turn a text around. */
function shorten(text: string): string {
  const short = text.slice(0, 40).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\ufffd')
  return text.length > 40 ? `${short}…` : short
}
