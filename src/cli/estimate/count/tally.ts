/** A message that costs much. `block` and `line` say where it stands; its file's own line number is known later. */
export interface Costly {
  segments: number
  units: number
  encoding: 'GSM-7' | 'UCS-2'
  block: number
  line: number
  text: string
}

/** What a measure would save: segments in all, by the prefix they go to, and the messages that it makes cheaper. */
export interface Saving {
  messages: number
  segments: number
  byPrefix: Map<string, number>
}

/** A character outside GSM-7. */
export interface ForeignTally {
  messages: number
  occurrences: number
}

/** What has been counted. Two of them make one: see `merge`. */
export interface Tally {
  messages: number
  /** Of these, those without a text: each is a segment all the same. */
  empty: number
  recipients: number
  gsm7: number
  ucs2: number
  /** Units and segments sent, every recipient's own. */
  units: number
  segments: number
  /** Messages by their segments. */
  histogram: Map<number, number>
  /** Segments sent, by the prefix whose price they have. */
  byPrefix: Map<string, number>
  foreign: Map<number, ForeignTally>
  savings: Map<string, Saving>
  costliest: Costly[]
}

/** The costliest messages that are shown. */
const COSTLIEST = 5

export function emptyTally(): Tally {
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

/** Whether a message of so many segments would be shown; the earlier of equals is. */
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

/** Adds occurrences of a character outside GSM-7. */
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
