// Messages that go to one number each, entered column by column. V8 compiles these loops over numbers quickly. On one loop over rows
// that did all of this, it spent most of its compile time, in each thread (Node 20).
import type { Survey } from 'septet'
import type { Savings } from './savings'
import { addTo, type Tally } from './tally'

/** The segments of nearly all messages. A Map takes more time than everything else that is done with a row. */
export type Histogram = Float64Array

/** In the column of encodings. */
export const UCS2 = 1

export function nameEncoding(encoding: number): 'UCS-2' | 'GSM-7' {
  return encoding === UCS2 ? 'UCS-2' : 'GSM-7'
}

/**
 * Adds all messages of a survey to a tally. What has no segments is no message.
 *
 * @returns how many messages they are, and the segments of the longest
 */
export function addColumns(
  tally: Tally,
  histogram: Histogram,
  { encodings, units, segments, totalSegments }: Survey,
): { messages: number; longest: number } {
  let messages = 0
  let empty = 0
  let ucs2 = 0
  let allUnits = 0
  let longest = 0
  for (let place = 0; place < segments.length; place++) {
    const number = segments[place]!
    if (number === 0) continue
    messages++
    ucs2 += encodings[place]!
    allUnits += units[place]!
    if (units[place] === 0) empty++
    if (number > longest) longest = number
    addToHistogram(tally, histogram, number)
  }
  tally.messages += messages
  tally.recipients += messages
  tally.empty += empty
  tally.ucs2 += ucs2
  tally.gsm7 += messages - ucs2
  tally.units += allUnits
  tally.segments += totalSegments
  return { messages, longest }
}

export function addToHistogram(tally: Tally, histogram: Histogram, segments: number): void {
  if (segments < histogram.length) histogram[segments]!++
  else addTo(tally.histogram, segments, 1)
}

/** Adds what each measure saves of all messages, which take `before` segments without it. */
export function addSavedColumns(savings: Savings, before: Uint32Array): void {
  for (const { segments, saving } of savings) {
    let messages = 0
    let saved = 0
    for (let place = 0; place < before.length; place++) {
      const after = segments[place]!
      // 0 segments means that the measure cannot send it.
      if (after >= before[place]! || after === 0) continue
      messages++
      saved += before[place]! - after
    }
    saving.messages += messages
    saving.segments += saved
  }
}
