// The checksum that numbers a message whose sender has no number for it: assembly/checksum.ts says which, and why.
import { start } from './text'

/**
 * A checksum of 8 or 16 bits of what the segments of a message carry after their headers, end to end: equal for equal octets, and
 * different where a run of at most so many bits differs. Other octets have the same one once in 256, or 65,536.
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
