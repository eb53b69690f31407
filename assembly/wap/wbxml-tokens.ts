// WAP-192 5.8 and 7.1: the tokens of WBXML, and those of attributes that Service Indication and Service Loading share
// (WAP-167 8.3, WAP-168 8.3).

/** Global tokens [WAP-192 7.1]. */
export const SWITCH_PAGE: i32 = 0x00
export const END: i32 = 0x01
export const ENTITY: i32 = 0x02
export const STR_I: i32 = 0x03
export const STR_T: i32 = 0x83
export const OPAQUE: i32 = 0xc3

/** Bits of a tag [WAP-192 5.8.2]. */
export const TAG: i32 = 0x3f
export const HAS_CONTENT: i32 = 0x40
export const HAS_ATTRIBUTES: i32 = 0x80

/** WBXML 1.2 is written; 1.1 to 1.3 are read. */
export const VERSION: i32 = 0x02

/** Beginnings of a URL that have a token of their own: length, then characters. The first is empty: the plain token of href. */
// biome-ignore format: a row is an attribute start
export const URL_STARTS: usize = memory.data<u8>([
  // SI, SL
  0,                                                                              // 0B, 08
  7, 0x68, 0x74, 0x74, 0x70, 0x3a, 0x2f, 0x2f,                                    // 0C, 09  http://
  11, 0x68, 0x74, 0x74, 0x70, 0x3a, 0x2f, 0x2f, 0x77, 0x77, 0x77, 0x2e,           // 0D, 0A  http://www.
  8, 0x68, 0x74, 0x74, 0x70, 0x73, 0x3a, 0x2f, 0x2f,                              // 0E, 0B  https://
  12, 0x68, 0x74, 0x74, 0x70, 0x73, 0x3a, 0x2f, 0x2f, 0x77, 0x77, 0x77, 0x2e,     // 0F, 0C  https://www.
])
export const LAST_URL_START: i32 = 4

/** Attribute values that have a token, from FIRST_VALUE on; five characters each. */
// biome-ignore format: a row is an attribute value
export const VALUES: usize = memory.data<u8>([
  0x2e, 0x63, 0x6f, 0x6d, 0x2f, // 85  .com/
  0x2e, 0x65, 0x64, 0x75, 0x2f, // 86  .edu/
  0x2e, 0x6e, 0x65, 0x74, 0x2f, // 87  .net/
  0x2e, 0x6f, 0x72, 0x67, 0x2f, // 88  .org/
])
export const FIRST_VALUE: i32 = 0x85
export const LAST_VALUE: i32 = 0x88
export const VALUE_LENGTH: i32 = 5
