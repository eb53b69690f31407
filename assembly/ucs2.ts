// TS 23.038 6.2.3: UCS-2, ISO/IEC 10646 in 16-bit units, high octet first. Phones write and read UTF-16 in it.

/** Writes the units from `start` to `end` of `at` to `to`. Writes up to 14 octets past the end. */
export function writeUnits(at: usize, start: i32, end: i32, to: usize): void {
  swap(at + ((<usize>start) << 1), end - start, to)
}

/** Reads `units` units from `octets` to the text at `at`. Writes up to 14 octets past the end. */
export function readUnits(octets: usize, units: i32, at: usize): void {
  swap(octets, units, at)
}

function swap(from: usize, units: i32, to: usize): void {
  if (ASC_FEATURE_SIMD) {
    for (let unit = 0; unit < units; unit += 8) {
      const offset = (<usize>unit) << 1
      const x = v128.load(from + offset, 0, 1)
      v128.store(to + offset, i8x16.swizzle(x, i8x16(1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14)), 0, 1)
    }
  } else {
    for (let end = from + ((<usize>units) << 1); from < end; from += 2, to += 2) {
      const first = load<u8>(from)
      store<u8>(to, load<u8>(from, 1))
      store<u8>(to, first, 1)
    }
  }
}
