// The flags of every message that may need several segments: of a text, and of a push.
import type { ReferenceOptions } from 'septet'
import type { OptionRow } from './option-row'
import { readInteger } from './typed'

export const REFERENCE_OPTIONS: readonly (OptionRow & { member: keyof ReferenceOptions })[] = [
  {
    member: 'reference',
    flags: '--reference <number>',
    about: 'concatenation reference (default: a checksum)',
    parse: readInteger,
  },
  {
    member: 'referenceBits',
    flags: '--reference-bits <8|16>',
    about: 'width of the reference (default: 8)',
    parse: readInteger,
  },
]
