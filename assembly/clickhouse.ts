// ClickHouse, WebAssembly UDF, `ABI BUFFERED_V1`, `serialization_format = 'RowBinary'`: the exports of clickhouse.wasm.
// The engine asks for a buffer, writes a block of rows into it, calls a function, reads the buffer that this returns,
// and frees both buffers. The names are the engine's: clickhouse.com/docs/sql-reference/functions/wasm_udf.
import { ENCODING, UNITS } from './abi'
import { capacityGsm7, capacityUcs2 } from './capacity'
import './derived'
import { clickhouse_throw } from './env'
import { headerOctets } from './header'
import { getResult, SLACK } from './memory'
import { countOctets } from './utf8/count'

// A handle is the address of a buffer's head: where its data begins, and its octets (u32 each). The data follows. HEAD
// and SLACK leave room around the data, since octets before and after a text are read: see `countOctets`.
const HEAD: usize = 16

// Buffers are a stack above the static memory. To free one buffer frees those above it too. So the output of a block
// that was refused is freed with its input.
let top: usize = align(__heap_base)

/** Makes a buffer of `size` octets. Returns its handle, or 0 where memory has no room for it. */
export function clickhouse_create_buffer(size: u32): usize {
  const handle = top
  const end = <u64>handle + HEAD + size + SLACK
  if (end > FOUR_GIGABYTES || !reaches(end)) return 0
  store<u32>(handle, <u32>(handle + HEAD))
  store<u32>(handle, size, 4)
  top = align(<usize>end)
  return handle
}

export function clickhouse_destroy_buffer(handle: usize): void {
  if (handle < top) top = handle
}

/** A column of texts; returns the segments of each (UInt32). */
export function sms_segments(input: usize, rows: i32): usize {
  return count(input, rows, false, false)
}

/** The same; returns the encoding (Enum8), units and segments (UInt32) of each. */
export function sms_count(input: usize, rows: i32): usize {
  return count(input, rows, false, true)
}

/**
 * Each row has a text and four capacities (UInt32): of a segment alone and of each of several, in GSM-7, then in UCS-2.
 */
export function sms_segments_within(input: usize, rows: i32): usize {
  return count(input, rows, true, false)
}

export function sms_count_within(input: usize, rows: i32): usize {
  return count(input, rows, true, true)
}

const PAGE: u64 = 65536
const FOUR_GIGABYTES: u64 = 65536 * PAGE

/** Two units, so that a segment has room for each character. The most keeps sums of units below an overflow. */
const LEAST_CAPACITY: u32 = 2
const MOST_CAPACITY: u32 = 1 << 30

function count(input: usize, rows: i32, within: bool, whole: bool): usize {
  const size: i32 = whole ? 9 : 4
  const output = clickhouse_create_buffer(rows * size)
  if (!output) return 0
  let to = <usize>load<u32>(output)
  at = <usize>load<u32>(input)
  end = at + <usize>load<u32>(input, 4)
  const header = headerOctets(0, 8)
  let single7 = capacityGsm7(0)
  let multi7 = capacityGsm7(header)
  let single16 = capacityUcs2(0)
  let multi16 = capacityUcs2(header)
  for (; rows > 0; rows--) {
    const length = readLength()
    const text = take(length)
    if (within) {
      single7 = readCapacity()
      multi7 = readCapacity()
      single16 = readCapacity()
      multi16 = readCapacity()
    }
    const segments = countOctets(text, text + length, 0, single7, multi7, single16, multi16)
    if (whole) {
      store<u8>(to, getResult(ENCODING))
      store<i32>(to, getResult(UNITS), 1, 1)
      store<i32>(to, segments, 5, 1)
    } else store<i32>(to, segments)
    to += <usize>size
  }
  return output
}

// The address of the next octet of the block, and where the block ends.
let at: usize = 0
let end: usize = 0

/** Moves past the next `length` octets. Returns their address. */
function take(length: usize): usize {
  if (length > end - at) refuse(BAD_BLOCK, BAD_BLOCK_LENGTH)
  const from = at
  at += length
  return from
}

/** Reads the length of a String: LEB128. */
function readLength(): usize {
  let length: u64 = 0
  for (let shift: u64 = 0; ; shift += 7) {
    const octet = load<u8>(take(1))
    length |= (<u64>(octet & 0x7f)) << shift
    if (octet < 0x80) break
    if (shift > 28) refuse(BAD_BLOCK, BAD_BLOCK_LENGTH)
  }
  return <usize>min(length, FOUR_GIGABYTES - 1)
}

function readCapacity(): i32 {
  const capacity = load<u32>(take(4), 0, 1)
  if (capacity < LEAST_CAPACITY || capacity > MOST_CAPACITY) refuse(BAD_CAPACITY, BAD_CAPACITY_LENGTH)
  return capacity
}

/** Never returns, whatever the engine does. */
function refuse(message: usize, length: i32): void {
  clickhouse_throw(message, length)
  unreachable()
}

/** "septet: a limit is 2 to 1073741824 units" */
const BAD_CAPACITY_LENGTH: i32 = 40
// biome-ignore format: a word to a row
const BAD_CAPACITY: usize = memory.data<u8>([
  0x73, 0x65, 0x70, 0x74, 0x65, 0x74, 0x3a, 0x20,
  0x61, 0x20, 0x6c, 0x69, 0x6d, 0x69, 0x74, 0x20, 0x69, 0x73, 0x20,
  0x32, 0x20, 0x74, 0x6f, 0x20, 0x31, 0x30, 0x37, 0x33, 0x37, 0x34, 0x31, 0x38, 0x32, 0x34, 0x20,
  0x75, 0x6e, 0x69, 0x74, 0x73,
])

/** "septet: the block is not RowBinary" */
const BAD_BLOCK_LENGTH: i32 = 34
// biome-ignore format: as above
const BAD_BLOCK: usize = memory.data<u8>([
  0x73, 0x65, 0x70, 0x74, 0x65, 0x74, 0x3a, 0x20,
  0x74, 0x68, 0x65, 0x20, 0x62, 0x6c, 0x6f, 0x63, 0x6b, 0x20, 0x69, 0x73, 0x20, 0x6e, 0x6f, 0x74, 0x20,
  0x52, 0x6f, 0x77, 0x42, 0x69, 0x6e, 0x61, 0x72, 0x79,
])

function align(address: usize): usize {
  return (address + 15) & ~15
}

/**
 * Whether memory reaches `end`. It grows the memory where needed, in one step: smaller steps would copy nothing, but each
 * would cost a system call.
 */
function reaches(end: u64): bool {
  const pages = <i32>((end + PAGE - 1) / PAGE)
  const more = pages - memory.size()
  return more <= 0 || memory.grow(more) >= 0
}
