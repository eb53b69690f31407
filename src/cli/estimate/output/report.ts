import type { RateTable } from '../../../pricing/rates'
import { sumCosts } from '../count/rates'
import type { ForeignTally, Tally } from '../count/tally'
import type { Estimate } from '../request'

/** How many characters --json lists. */
const LISTED = 1000

/** Creates the object that --json prints. */
export function createReport({ tally, places, badRows, named }: Estimate, rates: RateTable | undefined): object {
  const { messages, empty, recipients, gsm7, ucs2, units, segments, byPrefix, savings, costliest } = tally
  return {
    messages,
    emptyMessages: empty,
    recipients,
    encodings: { 'GSM-7': gsm7, 'UCS-2': ucs2 },
    units,
    segments,
    ...(rates && { cost: sumCosts(rates, byPrefix) }),
    histogram: sortHistogram(tally).map(([segments, messages]) => ({ segments, messages })),
    costliest: costliest.map(({ segments, units, encoding, text }, index) => ({
      ...places[index],
      encoding,
      units,
      segments,
      text,
    })),
    characters: listCharacters(tally).slice(0, LISTED),
    savings: [...savings].map(([how, { messages, segments, byPrefix }]) => ({
      how,
      messages,
      segments,
      ...(rates && { cost: sumCosts(rates, byPrefix) }),
    })),
    badRows,
    named,
  }
}

/** How many messages have each number of segments, fewest segments first. */
export function sortHistogram({ histogram }: Tally): [segments: number, messages: number][] {
  return [...histogram].sort(([a], [b]) => a - b)
}

/** A character outside GSM-7. */
interface ForeignCharacter extends ForeignTally {
  codePoint: number
  character: string
}

/** The characters outside GSM-7, those of most messages first. */
export function listCharacters({ foreign }: Tally): ForeignCharacter[] {
  return [...foreign]
    .map(([codePoint, { messages, occurrences }]) => ({
      codePoint,
      character: String.fromCodePoint(codePoint),
      messages,
      occurrences,
    }))
    .sort((a, b) => b.messages - a.messages || b.occurrences - a.occurrences || a.codePoint - b.codePoint)
}
