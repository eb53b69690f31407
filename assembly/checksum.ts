// TS 23.040 9.2.3.24.1 leaves the reference of a message to its sender. Where the caller gives none, it is a checksum
// of what the segments carry: CRC-8/ROHC (RFC 3095 5.9.1) for 8 bits, CRC-16/MCRF4XX (RFC 1662 C.2 without its
// complement) for 16.
//
// Both take the low bit of an octet first, as septets are packed. Two messages always have different references where
// all that differs is within
//
//   8 bits in a row    for CRC-8: one septet, or one octet of a UCS-2 unit
//   16 bits in a row   for CRC-16: two septets in a row, or one UCS-2 unit

/** x^8 + x^2 + x + 1 and x^16 + x^12 + x^5 + 1, the low bit first. */
const POLYNOMIAL_8: i32 = 0xe0
const POLYNOMIAL_16: i32 = 0x8408

/** Octets that one step takes. Each of these places has a table of its own. */
const STRIDE: i32 = 4

/**
 * What an octet adds to the checksum. The indexes: the width, the octets that follow in the step (0 to 3), the octet.
 */
const TABLES: usize = memory.data(2 * 2 * STRIDE * 256, 16)
const TABLE: i32 = 2 * 256
const WIDTH: i32 = STRIDE * TABLE

let areDerived: bool = false

/** The value that a checksum of `bits` bits begins with: 8 or 16 bits. */
export function checksumStart(bits: i32): i32 {
  return bits === 8 ? 0xff : 0xffff
}

/** Adds the `length` octets at `at` to the checksum `sum` of 8 or 16 bits. Returns the new checksum. */
export function checksum(at: usize, length: i32, bits: i32, sum: i32): i32 {
  if (!areDerived) deriveTables()
  const tables = TABLES + (bits === 8 ? 0 : <usize>WIDTH)
  const end = at + <usize>length
  for (; at + STRIDE <= end; at += STRIDE) {
    const octets = load<u32>(at, 0, 1) ^ sum
    sum =
      readEntry(tables, 3, octets & 0xff) ^
      readEntry(tables, 2, (octets >> 8) & 0xff) ^
      readEntry(tables, 1, (octets >> 16) & 0xff) ^
      readEntry(tables, 0, octets >>> 24)
  }
  for (; at < end; at++) sum = (sum >> 8) ^ readEntry(tables, 0, (sum ^ load<u8>(at)) & 0xff)
  return sum
}

/** What an octet adds to the checksum where `place` more octets follow it. */
function readEntry(tables: usize, place: i32, octet: i32): i32 {
  return load<u16>(tables + <usize>(place * TABLE) + ((<usize>octet) << 1))
}

function deriveTables(): void {
  areDerived = true
  derive(TABLES, POLYNOMIAL_8)
  derive(TABLES + <usize>WIDTH, POLYNOMIAL_16)
}

function derive(tables: usize, polynomial: i32): void {
  for (let octet = 0; octet < 256; octet++) {
    let sum = octet
    for (let bit = 0; bit < 8; bit++) sum = (sum >> 1) ^ (sum & 1 ? polynomial : 0)
    for (let place = 0; place < STRIDE; place++) {
      store<u16>(tables + <usize>(place * TABLE) + ((<usize>octet) << 1), sum)
      // The next table is for one more octet after it, which counts as zero here.
      for (let bit = 0; bit < 8; bit++) sum = (sum >> 1) ^ (sum & 1 ? polynomial : 0)
    }
  }
}
