import type { Count } from './count'

/** One segment of a text. */
export interface Part {
  text: string
  /** Units of this segment, header not counted. */
  units: number
  /** UTF-16 offsets of the segment in `Segmentation.text`; `end` is exclusive. */
  start: number
  end: number
  /** The same borders as UTF-16 offsets in the argument: they differ where an option rewrote the text. */
  sourceStart: number
  sourceEnd: number
}

/** A count, and its segments. */
export interface Segmentation extends Count {
  /** The text as it is sent, after every option that rewrites it. */
  text: string
  /** UTF-16 units that `maxSegments` cut off the text, as it would have been sent otherwise. */
  dropped: number
  parts: Part[]
}
