/**
 * How the answer was asked for. The parser finds out all of it except whether `5,1` in fmt=1 begins with an id or a
 * cost.
 */
export interface AskedAnswer {
  fmt?: 0 | 1 | 2 | 3
  cost?: 0 | 1 | 2 | 3
  op?: boolean | 0 | 1
  err?: boolean | 0 | 1
}

/** A row of `op=1` or `err=1`. Members that the format does not have are absent. */
export interface AnswerPhone {
  phone: string
  /** Country and operator. */
  mccmnc?: string
  /** A decimal string. */
  cost?: string
  /** The status: see `statuses`. */
  status?: number
  /** The code of the error of a wrong number. */
  error?: number
}

/** What the service says. Sums are decimal strings, as they were written. */
export type Answer =
  /** The message was accepted. */
  | { type: 'sent'; fmt: 0 | 1 | 2 | 3; id: string; n: number; cost?: string; balance?: string; phones?: AnswerPhone[] }
  /** What it would cost (`cost=1`). */
  | { type: 'cost'; fmt: 0 | 1 | 2 | 3; cost: string; n: number; phones?: AnswerPhone[] }
  /** An error. Its code may be newer than `serviceErrors`. */
  | { type: 'error'; fmt: 0 | 1 | 2 | 3; code: number; name?: string; message: string; id?: string; retry: boolean }
  /** Not an answer of the service: a page of a gateway, or an answer that was cut. `body` has all of it. */
  | { type: 'malformed'; reason: string; body: string }
