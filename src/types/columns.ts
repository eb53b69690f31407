import type { TextOptions } from './options'

/** Counts of many messages, as columns: message n is element n of each column. */
export interface CountColumns {
  /** 0: GSM-7. 1: UCS-2. */
  encodings: Uint8Array
  /** Units of each message: septets, or 16-bit code units. */
  units: Uint32Array
  /** Segments of each message; 0 only where `validity` says that there is no message. */
  segments: Uint32Array
  /** The sum of `segments`. */
  totalSegments: number
}

/** Options of `countUtf8`. */
export interface Utf8Options extends TextOptions {
  /**
   * The number of messages. It is needed where `offsets` has padding at its end, as Arrow's buffers have. Default: all
   * that `offsets` has.
   */
  length?: number
  /**
   * Arrow's validity bitmap: a bit for each message, the lowest bit of an octet first; 0 for null, which is 0 segments.
   */
  validity?: Uint8Array | null | undefined
  /** Bits of `validity` before that of the first message: the `offset` of an Arrow vector that was sliced. Default 0. */
  validityOffset?: number
}
