/** A message that costs much. `block` and `line` are its place; the line in the file is known later. */
export interface Costly {
  segments: number
  units: number
  encoding: 'GSM-7' | 'UCS-2'
  block: number
  line: number
  text: string
}

/** What a measure would save: segments in all, by prefix, and the messages that become cheaper. */
export interface Saving {
  messages: number
  segments: number
  byPrefix: Map<string, number>
}

/** A character outside GSM-7, and how often it is there. */
export interface ForeignTally {
  messages: number
  occurrences: number
}

/** The counts. `merge` adds one tally to another. */
export interface Tally {
  messages: number
  /** Messages without a text. Each is a segment too. */
  empty: number
  recipients: number
  gsm7: number
  ucs2: number
  /** Units and segments sent, counted for every recipient. */
  units: number
  segments: number
  /** How many messages have each number of segments. */
  histogram: Map<number, number>
  /** Segments sent, by the prefix that gives their price. */
  byPrefix: Map<string, number>
  foreign: Map<number, ForeignTally>
  savings: Map<string, Saving>
  costliest: Costly[]
}

/** How many of the costliest messages are shown. */
const COSTLIEST = 5

export function createTally(): Tally {
  return {
    messages: 0,
    empty: 0,
    recipients: 0,
    gsm7: 0,
    ucs2: 0,
    units: 0,
    segments: 0,
    histogram: new Map(),
    byPrefix: new Map(),
    foreign: new Map(),
    savings: new Map(),
    costliest: [],
  }
}

export function addTo<Key>(map: Map<Key, number>, key: Key, more: number): void {
  map.set(key, (map.get(key) ?? 0) + more)
}

/** Whether a message with so many segments is shown. Of equal ones, the earlier is. */
export function isCostly({ costliest }: Tally, segments: number): boolean {
  return costliest.length < COSTLIEST || segments > costliest.at(-1)!.segments
}

export function enterCostly(tally: Tally, costly: Costly): void {
  tally.costliest.push(costly)
  tally.costliest.sort((a, b) => b.segments - a.segments || a.block - b.block || a.line - b.line)
  tally.costliest.length = Math.min(tally.costliest.length, COSTLIEST)
}

export function openSaving(tally: Tally, how: string): Saving {
  let saving = tally.savings.get(how)
  if (!saving) {
    saving = { messages: 0, segments: 0, byPrefix: new Map() }
    tally.savings.set(how, saving)
  }
  return saving
}

/** Adds the occurrences of a character outside GSM-7. */
export function addForeign({ foreign }: Tally, codePoint: number, { messages, occurrences }: ForeignTally): void {
  const found = foreign.get(codePoint)
  if (found === undefined) foreign.set(codePoint, { messages, occurrences })
  else {
    found.messages += messages
    found.occurrences += occurrences
  }
}

/** Adds `other` to `tally`. */
export function merge(tally: Tally, other: Tally): void {
  for (const name of ['messages', 'empty', 'recipients', 'gsm7', 'ucs2', 'units', 'segments'] as const)
    tally[name] += other[name]
  for (const [segments, messages] of other.histogram) addTo(tally.histogram, segments, messages)
  for (const [prefix, segments] of other.byPrefix) addTo(tally.byPrefix, prefix, segments)
  for (const [codePoint, found] of other.foreign) addForeign(tally, codePoint, found)
  for (const [how, { messages, segments, byPrefix }] of other.savings) {
    const saving = openSaving(tally, how)
    saving.messages += messages
    saving.segments += segments
    for (const [prefix, saved] of byPrefix) addTo(saving.byPrefix, prefix, saved)
  }
  for (const costly of other.costliest) if (isCostlyOrEarlier(tally, costly)) enterCostly(tally, costly)
}

function isCostlyOrEarlier(tally: Tally, { segments }: Costly): boolean {
  return isCostly(tally, segments) || segments === tally.costliest.at(-1)!.segments
}
