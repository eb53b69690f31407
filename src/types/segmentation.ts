import type { Count } from './count'

/** One segment of a text. */
export interface Part {
  /** Its text, as it is sent. */
  text: string
  /** Units of this segment, header not counted. */
  units: number
  /** UTF-16 offsets of the segment in `Segmentation.text`; `end` is exclusive. */
  start: number
  end: number
  /** The same borders as UTF-16 offsets in the argument. They differ where an option rewrites the text. */
  sourceStart: number
  sourceEnd: number
}

/** A count, and its segments. */
export interface Segmentation extends Count {
  /** The text as it is sent, after every option that rewrites it. */
  text: string
  /** UTF-16 units at the end of the rewritten text that `maxSegments` cut off. 0 where nothing was cut off. */
  dropped: number
  /** The segments, in order. */
  parts: Part[]
}
