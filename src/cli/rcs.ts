// --rcs: what a text costs as an RCS message, beside its count.
import { Option } from 'commander'
import { countRcs, type RcsCount, type RcsOptions } from 'septet'
import { createWordReader } from './options/typed'

export interface RcsFlags {
  rcs?: RcsOptions['market']
}

export function createRcsOption(): Option {
  return new Option('--rcs <market>', 'what it costs as an RCS message too: us, or other').argParser(
    createWordReader('us', 'other'),
  )
}

/** Counts a text as RCS; undefined if the flag is not given. */
export function readRcs(text: string, { rcs: market }: RcsFlags): RcsCount | undefined {
  return market && countRcs(text, { market })
}
