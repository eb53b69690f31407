import type { Count, RcsCount, ShortMessage } from 'septet'
import { pluralize } from '../../words'

/** Writes a count in one line. The segments, which cost money, come first. */
export function summarize({ encoding: name, shifts, units, segments, perSegment, remaining }: Count): string {
  const encoding = shifts === undefined ? name : `${name} with ${formatShifts(shifts)}`
  return segments === 1
    ? `1 segment · ${encoding} · ${units} of ${perSegment} units · ${remaining} left`
    : `${segments} segments · ${encoding} · ${units} units, ${perSegment} a segment · ${remaining} left in the last`
}

/** Writes `turkish single shift`. */
function formatShifts({ single, locking }: NonNullable<Count['shifts']>): string {
  return [single && `${single} single shift`, locking && `${locking} locking shift`].filter(Boolean).join(', ')
}

/** Writes `RCS: 2 segments, 300 octets` or `RCS: basic, 12 octets`. */
export function formatRcs({ type, octets, segments }: RcsCount): string {
  return `RCS: ${type === 'rich' ? pluralize(segments, 'segment') : type}, ${pluralize(octets, 'octet')}`
}

/** Writes the number of segments and octets of a message of octets. */
export function summarizeBinary(messages: readonly ShortMessage[]): string {
  const octets = messages.reduce((sum, { userData }) => sum + userData.length, 0)
  return `${pluralize(messages.length, 'segment')} · ${pluralize(octets, 'octet')}, headers included`
}

/** Writes 8 as 0x08. */
export function formatOctet(octet: number): string {
  return `0x${octet.toString(16).toUpperCase().padStart(2, '0')}`
}
