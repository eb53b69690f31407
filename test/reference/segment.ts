import type { Count, Segmentation, TextOptions } from '../../src/types'
import { capacities } from './capacity'
import { detect, unitsOf } from './classify'
import { rewrite } from './rewrite'

/** A text cut greedily: each segment is filled as far as it goes. */
export function segment(source: string, options: TextOptions = {}): Segmentation {
  const { text, sourceOf } = rewrite(source, options)
  const encoding = encodingOf(text, options)
  const units = totalUnits(text, encoding)
  const { single, multi } = capacities(encoding, options)
  const borders = cut(text, encoding, units <= single ? single : multi)

  const parts = []
  for (let index = 0; index + 1 < borders.length; index++) {
    const start = borders[index]!
    const end = borders[index + 1]!
    const part = text.slice(start, end)
    const sourceStart = index === 0 ? 0 : sourceOf(start)
    const sourceEnd = end === text.length ? source.length : sourceOf(end)
    parts.push({ text: part, units: totalUnits(part, encoding), start, end, sourceStart, sourceEnd })
  }

  const perSegment = parts.length === 1 ? single : multi
  const remaining = perSegment - parts.at(-1)!.units
  return { encoding, units, segments: parts.length, perSegment, remaining, text, dropped: 0, parts }
}

/** What a message costs: a segmentation without its parts. */
export function count(source: string, options: TextOptions = {}): Count {
  const { encoding, units, segments, perSegment, remaining } = segment(source, options)
  return { encoding, units, segments, perSegment, remaining }
}

function encodingOf(text: string, options: TextOptions): 'GSM-7' | 'UCS-2' {
  if (options.encoding === 'UCS-2') return 'UCS-2'
  const detected = detect(text)
  if (options.encoding === 'GSM-7' && detected !== 'GSM-7') throw new Error('unencodable')
  return detected
}

function totalUnits(text: string, encoding: 'GSM-7' | 'UCS-2'): number {
  let units = 0
  for (const character of text) units += unitsOf(character, encoding)
  return units
}

/** The borders of the segments as UTF-16 offsets, 0 and the end included. Code points stay whole, and escape pairs so. */
function cut(text: string, encoding: 'GSM-7' | 'UCS-2', capacity: number): number[] {
  const borders = [0]
  let offset = 0
  let filled = 0
  for (const character of text) {
    const units = unitsOf(character, encoding)
    if (filled + units > capacity) {
      borders.push(offset)
      filled = 0
    }
    filled += units
    offset += character.length
  }
  borders.push(text.length)
  return borders
}
