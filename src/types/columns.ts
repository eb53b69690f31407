import type { TextOptions } from './options'

/** Counts of many messages, a column each; message n is element n of each column. */
export interface CountColumns {
  /** 0: GSM-7. 1: UCS-2. */
  encodings: Uint8Array
  /** Units of each message: septets, or 16-bit code units. */
  units: Uint32Array
  /** Segments of each message; 0 where there is none, which is only so where `validity` says it. */
  segments: Uint32Array
  /** The sum of `segments`. */
  totalSegments: number
}

/** Options of `countUtf8`. */
export interface Utf8Options extends TextOptions {
  /** Messages, where `offsets` is padded after them, as Arrow's buffers are. Default: all that `offsets` has. */
  length?: number
  /** Arrow's validity bitmap: a bit a message, the lowest of an octet first; 0 for null, which is 0 segments. */
  validity?: Uint8Array | null | undefined
  /** Bits of `validity` before that of the first message: the `offset` of an Arrow vector that was sliced. Default 0. */
  validityOffset?: number
}
