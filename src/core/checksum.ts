// The checksum that is the reference of a message where the caller gives none: assembly/checksum.ts says which, and
// why.
import { start } from './text'

/**
 * A checksum of 8 or 16 bits of what the segments of a message carry after their headers, end to end: equal for equal
 * octets, and different where all that differs is within so many bits in a row. Other octets have the same checksum in
 * one of 256 cases, or of 65,536.
 */
export function computeChecksum(octets: Uint8Array, bits: 8 | 16): number {
  const { core, OCTETS, octets: memory } = start()
  let sum = core.checksumStart(bits)
  for (let from = 0; from < octets.length; from += memory.length) {
    const window = octets.subarray(from, from + memory.length)
    memory.set(window)
    sum = core.checksum(OCTETS, window.length, bits, sum)
  }
  return sum
}
