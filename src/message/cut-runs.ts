// TS 23.040 9.2.3.24.10: where a text with formatted runs is cut. A segment has an element for each run that it touches, and the
// text has the room that they leave.
import { findCapacity } from '../core/capacity'
import { fillOne } from '../core/cut'
import { DEFAULT_TABLES } from '../core/languages'
import { createGsm7Run } from '../core/run'
import { SeptetError } from '../errors'
import type { FormatRun } from '../types'
import { createSegmentsError, MOST_SEGMENTS } from './most-segments'

/** Least capacity that the core cuts by: a pair takes two. */
const LEAST = 2

/** A run that has been checked. */
export interface Run {
  readonly start: number
  readonly end: number
  readonly run: FormatRun
  /** Octets of its element. */
  readonly octets: number
}

/** What decides where a text is cut. */
export interface Cutting {
  readonly text: string
  readonly encoding: 'GSM-7' | 'UCS-2'
  readonly runs: readonly Run[]
  /** The same, ordered by where they start. */
  readonly ordered: readonly Run[]
  readonly referenceBits: 8 | 16
  /** Octets of the caller's own elements. */
  readonly own: number
}

/** Ends of the segments: one segment where all fits, otherwise each is filled as far as possible. */
export function cutByRuns(cutting: Cutting): number[] {
  const { text, runs } = cutting
  const all = runs.reduce((octets, run) => octets + run.octets, 0)
  if (findFurthest(cutting, 0, findRoom(cutting, all, 0)) === text.length) return [text.length]
  const ends: number[] = []
  for (let from = 0; from < text.length; from = ends.at(-1)!) {
    ends.push(findEnd(cutting, from))
    if (ends.length > MOST_SEGMENTS) throw createSegmentsError('text', text, `at least ${MOST_SEGMENTS + 1}`)
  }
  return ends
}

/**
 * Where a segment ends that begins at `from`: runs that start in it take their room one by one, so it grows no further than the
 * start of the first that does not fit.
 */
function findEnd(cutting: Cutting, from: number): number {
  const { ordered, referenceBits } = cutting
  const first = ordered.findIndex(({ start }) => start > from)
  const later = first < 0 ? [] : ordered.slice(first, first + MOST_RUNS)
  let octets = sumActive(ordered, from, first)
  let end = findFurthest(cutting, from, findRoom(cutting, octets, referenceBits))
  for (const run of later) {
    if (run.start >= end) break
    octets += run.octets
    const nearer = findFurthest(cutting, from, findRoom(cutting, octets, referenceBits))
    if (nearer <= run.start) {
      end = roundToCharacter(cutting.text, run.start)
      break
    }
    end = nearer
  }
  if (end > from) return end
  const message = 'are more at one place than a segment has room for'
  throw new SeptetError('invalid-value', 'runs', cutting.runs, message, from)
}

/** More elements than this never fit a header of 140 octets. */
const MOST_RUNS = 28

function sumActive(ordered: readonly Run[], from: number, first: number): number {
  let octets = 0
  for (const run of first < 0 ? ordered : ordered.slice(0, first)) if (run.end > from) octets += run.octets
  return octets
}

/** Units beside a header of the caller's elements and so many octets of others; 0 where there is no room. */
function findRoom({ encoding, own }: Cutting, elements: number, referenceBits: 0 | 8 | 16): number {
  return Math.max(0, findCapacity(encoding, own + elements, referenceBits))
}

/** Where a segment of at most `units` units from `from` on ends, without a cut inside a character. */
function findFurthest({ text, encoding }: Cutting, from: number, units: number): number {
  if (units >= LEAST) return fillOne(text, { encoding, ...DEFAULT_TABLES }, units, from).end
  const rest = text.slice(from)
  return rest.length < LEAST && countTextUnits(rest, encoding) <= units ? text.length : from
}

export function countTextUnits(text: string, encoding: 'GSM-7' | 'UCS-2'): number {
  return encoding === 'UCS-2' ? text.length : createGsm7Run(text).units
}

/** The same offset, or the one before where it is within a surrogate pair. */
function roundToCharacter(text: string, offset: number): number {
  return text.codePointAt(offset - 1)! > 0xffff ? offset - 1 : offset
}
