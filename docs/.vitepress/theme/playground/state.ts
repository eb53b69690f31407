// What a person has chosen in the playground, and the link that says it.

/** Units of a text that a link carries: the address then has at most some 50,000 octets, which every browser takes. */
export const SHARED = 5000

/** Units of a fragment that are read at all. */
const READ = 100_000

export const CHOICES = {
  encoding: ['auto', 'GSM-7', 'UCS-2'],
  smart: ['no', 'if-cheaper', 'if-gsm7', 'always'],
  translit: ['no', 'translit', 'volapuk'],
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
  profile: string
  /** Values of placeholders by name: examples, one a line. */
  fields: Record<string, string>
}

export const START: State = {
  text: 'Hi Anna, your parcel is here! 📦 Pick it up until Friday, 20:00 – and don’t forget your passport.',
  encoding: 'auto',
  smart: 'no',
  translit: 'no',
  newline: 'keep',
  bits: '8',
  price: '',
  currency: 'EUR',
  profile: '',
  fields: {},
}

/** The fragment of a link; undefined where the text is too long for one. */
export function writeFragment(state: State): string | undefined {
  if (state.text.length > SHARED) return undefined
  // A surrogate that is alone has no UTF-8: as U+FFFD it costs the same.
  const pairs = Object.entries(state).flatMap(([name, value]): [string, string][] => {
    if (name === 'fields') return Object.entries(value).map(([field, values]) => [`field.${field}`, values as string])
    return value === START[name as keyof State] && name !== 'text' ? [] : [[name, value as string]]
  })
  return pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
}

const encode = (text: string) => encodeURIComponent(text.toWellFormed?.() ?? text.replace(/\p{Cs}/gu, '\ufffd'))

export interface Read {
  state: State
  /** What is wrong with the link, in words. */
  faults: string[]
}

/** What a link says. What it says wrongly is reported, and counts as not said. */
export function readFragment(fragment: string): Read {
  const state: State = { ...START, fields: {} }
  const faults: string[] = []
  if (fragment === '' || fragment === '#') return { state, faults }
  if (fragment.length > READ) {
    return { state, faults: [`The link is too long to be read: ${fragment.length} characters, at most ${READ}.`] }
  }
  for (const pair of fragment.replace(/^#/, '').split('&', 200)) {
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

function read(name: string, value: string, state: State): void {
  if (name.startsWith('field.')) {
    if (Object.keys(state.fields).length < 50) state.fields[name.slice(6)] = value
  } else if (Object.hasOwn(CHOICES, name)) {
    const choices: readonly string[] = CHOICES[name as keyof Choices]
    if (!choices.includes(value))
      throw new Refused(`${name} in the link is none of ${choices.join(', ')}: ${shorten(value)}`)
    Object.assign(state, { [name]: value })
  } else if (name === 'price' && priceOf(value) === undefined && value !== '') {
    throw new Refused(`The price in the link is no number: ${shorten(value)}`)
  } else if (name === 'currency' && !/^[A-Za-z]{3}$/.test(value)) {
    throw new Refused(`The currency in the link is not three letters: ${shorten(value)}`)
  } else if (['text', 'price', 'currency', 'profile'].includes(name)) Object.assign(state, { [name]: value })
  else throw new Refused(`The link has a part that this page does not know: ${shorten(name)}`)
}

/** At most 40 characters of what a stranger wrote, without those that turn a text around. */
function shorten(text: string): string {
  const short = text.slice(0, 40).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\ufffd')
  return text.length > 40 ? `${short}…` : short
}

/** A price as it is typed, with a point or a comma. */
export function priceOf(typed: string): number | undefined {
  const number = typed.trim().replace(',', '.')
  return /^\d{1,9}(\.\d{1,9})?$/.test(number) ? Number(number) : undefined
}
