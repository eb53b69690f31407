import type { Encoding } from 'septet'
import type { Amount } from '../pricing/amount'

/** The result of counting one message. */
export interface Content {
  readonly parts: Amount
  readonly encoding?: Encoding
  readonly text?: string
  readonly dropped?: number
}

/** What the request asks to do with every text. */
export interface Wishes {
  readonly translit: 0 | 1 | 2
  readonly tinyurl: boolean
  /** The most parts; 0 means no limit. */
  readonly maxsms: number
}
