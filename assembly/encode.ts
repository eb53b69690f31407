// TS 23.040 9.2.3.24 (TP-UD), TS 23.038 6.1.2.1 (septets) and 6.2.3 (UCS-2): a text that has been cut, as octets.
import { CHECKSUM } from './abi'
import { headerSeptets } from './capacity'
import { checksum, checksumStart } from './checksum'
import { headerOctets, measureConcat, writeConcat, writeHeader } from './header'
import { writeNational } from './language/national'
import { CUTS, OCTETS } from './memory'
import { pack, writeSeptets } from './septets'
import { LENGTHS, SEPTETS } from './text-memory'
import { writeUnits } from './ucs2'

/**
 * Encodes the GSM-7 text at `at`, which CUTS cuts into `segments` segments, at most 255. Writes OCTETS and LENGTHS, and
 * returns the octets of all segments. Each segment has the `elements` octets of HEADER. Each of several segments has a
 * concatenation element too; a `reference` of CHECKSUM is computed from what the segments carry. `packed` 0 leaves one
 * septet in each octet. `national` 1 takes the selected tables instead of the default ones.
 */
export function encodeGsm7(
  at: usize,
  segments: i32,
  elements: i32,
  referenceBits: i32,
  reference: i32,
  packed: i32,
  national: i32,
): i32 {
  if (segments === 1) referenceBits = 0
  const header = headerOctets(elements, referenceBits)
  let to = OCTETS
  let start = 0
  for (let segment = 0; segment < segments; segment++) {
    const end = readEnd(segment)
    const length = packed
      ? packSegment(at, start, end, header, to, national)
      : <i32>(writeTextSeptets(at, start, end, to + <usize>header, national) - to)
    const octets = packed ? (length * 7 + 7) >> 3 : length
    writeHeader(to, elements, referenceBits, reference, segments, segment + 1)
    writeLengths(segment, octets, length)
    to += <usize>octets
    start = end
  }
  if (reference === CHECKSUM && referenceBits) numberSegments(segments, header, referenceBits)
  return <i32>(to - OCTETS)
}

/**
 * Packs one segment. Zeros take the place of the header while septets are packed, so that the text begins after the fill bits;
 * the caller writes the header over them afterwards. Returns the TP-UDL.
 */
function packSegment(at: usize, start: i32, end: i32, header: i32, to: usize, national: i32): i32 {
  const first = headerSeptets(header)
  for (let septet = 0; septet < first; septet += 4) store<u32>(SEPTETS + <usize>septet, 0)
  const last = writeTextSeptets(at, start, end, SEPTETS + <usize>first, national)
  const length = <i32>(last - SEPTETS)
  pack(SEPTETS, length, to)
  return length
}

function writeTextSeptets(at: usize, start: i32, end: i32, to: usize, national: i32): usize {
  return national ? writeNational(at, start, end, to) : writeSeptets(at, start, end, to)
}

/** The same as `encodeGsm7`, for UCS-2: 16-bit units, high octet first. */
export function encodeUcs2(at: usize, segments: i32, elements: i32, referenceBits: i32, reference: i32): i32 {
  if (segments === 1) referenceBits = 0
  const header = headerOctets(elements, referenceBits)
  let to = OCTETS
  let start = 0
  for (let segment = 0; segment < segments; segment++) {
    const end = readEnd(segment)
    const octets = header + ((end - start) << 1)
    writeUnits(at, start, end, to + <usize>header)
    writeHeader(to, elements, referenceBits, reference, segments, segment + 1)
    writeLengths(segment, octets, octets)
    to += <usize>octets
    start = end
  }
  if (reference === CHECKSUM && referenceBits) numberSegments(segments, header, referenceBits)
  return <i32>(to - OCTETS)
}

/**
 * Numbers the segments in OCTETS by the checksum of all that follows their headers. Each header ends with its
 * concatenation element, which is written again.
 */
function numberSegments(segments: i32, header: i32, referenceBits: i32): void {
  let sum = checksumStart(referenceBits)
  let at = OCTETS
  for (let segment = 0; segment < segments; segment++) {
    const octets = readLength(segment)
    sum = checksum(at + <usize>header, octets - header, referenceBits, sum)
    at += <usize>octets
  }
  at = OCTETS + <usize>(header - measureConcat(referenceBits))
  for (let segment = 0; segment < segments; segment++) {
    writeConcat(at, referenceBits, sum, segments, segment + 1)
    at += <usize>readLength(segment)
  }
}

function readEnd(segment: i32): i32 {
  return load<u16>(CUTS + ((<usize>segment) << 2))
}

function readLength(segment: i32): i32 {
  return load<u16>(LENGTHS + ((<usize>segment) << 2))
}

function writeLengths(segment: i32, octets: i32, userDataLength: i32): void {
  const address = LENGTHS + ((<usize>segment) << 2)
  store<u16>(address, octets)
  store<u16>(address, userDataLength, 2)
}
