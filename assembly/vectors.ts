// Vectors of one octet, sixteen times.

/** The octets 00 to FF in their order. */
const ASCENDING: usize = memory.data(256, 16)

/**
 * Sixteen times an octet, which is a constant. Out of memory, since V8 spells a literal vector in three instructions wherever
 * it is used, and this is one: a full segment is encoded in 52 ns instead of 60 (Node 20).
 */
export function every(octet: i32): v128 {
  return v128.load8_splat(ASCENDING + <usize>octet)
}

// Part of the start function of every core that compares octets so: 256 stores.
if (ASC_FEATURE_SIMD) {
  for (let octet = 0; octet < 256; octet++) store<u8>(ASCENDING + <usize>octet, octet)
}
