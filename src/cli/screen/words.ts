import type { Count, RcsCount, ShortMessage } from 'septet'
import { plural } from '../../words'

/** A count in one line. What is paid for comes first. */
export function summarize({ encoding: name, shifts, units, segments, perSegment, remaining }: Count): string {
  const encoding = shifts === undefined ? name : `${name} with ${formatShifts(shifts)}`
  return segments === 1
    ? `1 segment · ${encoding} · ${units} of ${perSegment} units · ${remaining} left`
    : `${segments} segments · ${encoding} · ${units} units, ${perSegment} a segment · ${remaining} left in the last`
}

/** `turkish single shift`. */
function formatShifts({ single, locking }: NonNullable<Count['shifts']>): string {
  return [single && `${single} single shift`, locking && `${locking} locking shift`].filter(Boolean).join(', ')
}

/** `RCS: 2 segments, 300 octets`; `RCS: basic, 12 octets`. */
export function formatRcs({ type, octets, segments }: RcsCount): string {
  return `RCS: ${type === 'rich' ? plural(segments, 'segment') : type}, ${plural(octets, 'octet')}`
}

/** The same for a message of octets. */
export function summarizeBinary(messages: readonly ShortMessage[]): string {
  const octets = messages.reduce((sum, { userData }) => sum + userData.length, 0)
  return `${plural(messages.length, 'segment')} · ${plural(octets, 'octet')}, headers included`
}

/** 0x08 for 8. */
export function formatOctet(octet: number): string {
  return `0x${octet.toString(16).toUpperCase().padStart(2, '0')}`
}
