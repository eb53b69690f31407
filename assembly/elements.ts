// TS 23.040 9.2.3.24.1 to .16: the data of an information element as numbers. The clause says what the numbers mean.
import {
  LARGE_PICTURE,
  LARGE_PICTURE_MAP,
  LOCKING_SHIFT,
  SMALL_PICTURE,
  SMALL_PICTURE_MAP,
  TEXT_FORMATTING,
} from './abi'
import { getResult, setResult } from './memory'

/** Identifiers that have a row in WIDTHS. */
const IDENTIFIERS: i32 = LOCKING_SHIFT + 1

/** For each identifier, the octets of each field: one hexadecimal digit a field, the first field lowest. 0: its data is not numbers. */
// biome-ignore format: sixteen identifiers to a row
const WIDTHS: usize = memory.data<u16>([
  // concat special         ports8  ports16 control         concat16        format  sound           animation
  0x0111, 0x0011, 0x0000, 0x0000, 0x0011, 0x0022, 0x0001, 0x0000, 0x0112, 0x0000, 0x1111, 0x0011, 0x0000, 0x0011, 0x0000, 0x0000,
  // large  small picture
  0x0001, 0x0001, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000,
  // rfc822 hyperlink               single  locking shift
  0x0001, 0x0112, 0x0000, 0x0000, 0x0001, 0x0001,
])

/** Reads the fields of the element at `at`, its identifier first, to RESULT. Returns how many; 0 where its data is not such fields. */
export function readElement(at: usize): i32 {
  const id = load<u8>(at)
  const end = at + 2 + <usize>load<u8>(at, 1) - <usize>measureBitMap(id)
  let from = at + 2
  let fields = 0
  for (let widths = findWidths(id); widths && from < end; widths >>= 4) {
    const wide = (widths & 15) === 2
    setResult(fields++, wide ? (load<u8>(from) << 8) | load<u8>(from, 1) : load<u8>(from))
    from += wide ? 2 : 1
  }
  return from === end && isComplete(id, fields) ? fields : 0
}

/** Writes an element of the first `fields` numbers of RESULT to `to`. Returns its octets; the bit map of a picture comes after them. */
export function writeElement(id: i32, fields: i32, to: usize): i32 {
  let end = to + 2
  let widths = findWidths(id)
  for (let field = 0; field < fields; field++, widths >>= 4) {
    const value = getResult(field)
    if ((widths & 15) === 2) store<u8>(end++, value >> 8)
    store<u8>(end++, value)
  }
  const octets = <i32>(end - to)
  store<u8>(to, id)
  store<u8>(to, octets - 2 + measureBitMap(id), 1)
  return octets
}

/** Text formatting may end one octet early, without colours. */
function isComplete(id: i32, fields: i32): bool {
  return findWidths(id) >> (fields << 2) === 0 || (id === TEXT_FORMATTING && fields === 3)
}

function findWidths(id: i32): i32 {
  return id < IDENTIFIERS ? <i32>load<u16>(WIDTHS + ((<usize>id) << 1)) : 0
}

/** Octets of the bit map after the fields. */
function measureBitMap(id: i32): i32 {
  return id === LARGE_PICTURE ? LARGE_PICTURE_MAP : id === SMALL_PICTURE ? SMALL_PICTURE_MAP : 0
}
