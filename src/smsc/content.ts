import type { Encoding } from 'septet'
import type { Amount } from '../pricing/amount'

/** What one message comes to. */
export interface Content {
  readonly parts: Amount
  readonly encoding?: Encoding
  readonly text?: string
  readonly dropped?: number
}

/** What the request asks to be done to every text. */
export interface Wishes {
  readonly translit: 0 | 1 | 2
  readonly tinyurl: boolean
  /** 0 is no limit. */
  readonly maxsms: number
}
