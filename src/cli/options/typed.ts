import { InvalidArgumentError } from 'commander'

// Readers of what is typed after a flag. A refusal is bad usage.

/** Creates a reader of one of the words, in upper or lower case. */
export function createWordReader(...words: string[]): (typed: string) => string {
  const read = (typed: string) => {
    const word = typed.toLowerCase()
    if (!words.includes(word)) throw new InvalidArgumentError(`It is one of: ${words.join(', ')}.`)
    return word
  }
  return offerWords(words, read)
}

/** What completion offers after a flag. */
export interface Choices {
  readonly words: readonly string[]
  /** Whether several can be typed, separated by commas. */
  readonly isList: boolean
}

/** A reader with the words that completion offers for it. It may accept others too. */
export function offerWords<Read extends (typed: string) => unknown>(words: readonly string[], read: Read): Read {
  return Object.assign(read, { choices: { words, isList: false } satisfies Choices })
}

/** The same for a reader of several words, separated by commas. */
export function offerList<Read extends (typed: string) => unknown>(words: readonly string[], read: Read): Read {
  return Object.assign(read, { choices: { words, isList: true } satisfies Choices })
}

/** Returns what completion offers for a reader; undefined for another function. */
export function readChoices(read: unknown): Choices | undefined {
  return typeof read === 'function' && 'choices' in read ? (read.choices as Choices) : undefined
}

/** Reads a whole number. The library checks its range. */
export function readInteger(typed: string): number {
  if (!/^(-?\d+|0x[\da-f]+)$/i.test(typed)) throw new InvalidArgumentError('It is a whole number, decimal or 0x....')
  return Number(typed)
}

export function readOctet(typed: string): number {
  const value = readInteger(typed)
  if (value < 0 || value > 0xff) throw new InvalidArgumentError('It is an octet, 0 to 255.')
  return value
}

/** Reads a group of numbers and its size: `G12=350`. */
export function readGroup(typed: string): readonly [name: string, size: number] {
  const [, name, size] = /^(G?\d{1,15})=(\d{1,15})$/i.exec(typed) ?? []
  if (name === undefined) throw new InvalidArgumentError('It is a group and its size: G12=350.')
  return [name, Number(size)]
}

const MULTIPLES: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12 }

/** Reads a number of octets, such as 800, 20k, 500M, 2GB. */
export function readOctetNumber(typed: string): number {
  const [, digits, multiple] = /^(\d{1,12})([kmgt]?)b?$/i.exec(typed) ?? []
  if (digits === undefined)
    throw new InvalidArgumentError('It is a number of octets, with K, M, G or T after it if need be: 500M, 2GB.')
  return Number(digits) * MULTIPLES[multiple!.toLowerCase()]!
}
