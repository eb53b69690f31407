/** How the answer was asked for. All of it can be found out except whether `5,1` of fmt=1 is an id or a cost. */
export interface AskedAnswer {
  fmt?: 0 | 1 | 2 | 3
  cost?: 0 | 1 | 2 | 3
  op?: boolean | 0 | 1
  err?: boolean | 0 | 1
}

/** A row of `op=1` or `err=1`. What the format does not tell is absent. */
export interface AnswerPhone {
  phone: string
  /** Country and operator. */
  mccmnc?: string
  /** A decimal string. */
  cost?: string
  /** See `statuses`. */
  status?: number
  /** Why the number is wrong. */
  error?: number
}

/** What the service says. Sums are decimal strings, exactly as they came. */
export type Answer =
  /** The message is on its way. */
  | { type: 'sent'; fmt: 0 | 1 | 2 | 3; id: string; n: number; cost?: string; balance?: string; phones?: AnswerPhone[] }
  /** What it would cost (`cost=1`). */
  | { type: 'cost'; fmt: 0 | 1 | 2 | 3; cost: string; n: number; phones?: AnswerPhone[] }
  /** An error, of a code that may be later than `serviceErrors`. */
  | { type: 'error'; fmt: 0 | 1 | 2 | 3; code: number; name?: string; message: string; id?: string; retry: boolean }
  /** Nothing of the service's: a page of a gateway, an answer cut short. All of it is in `body`. */
  | { type: 'malformed'; reason: string; body: string }
