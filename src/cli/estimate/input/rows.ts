// Places of a batch's rows in its block. Every batch uses the same memory, because one is counted before the next is
// read.
import { ROWS } from './batch'
import { Texts } from './texts'

/** Where each row ends. */
export const ENDS = new Int32Array(ROWS)
/** The message of each row; -1 if the row is left out. */
export const MESSAGES = new Int32Array(ROWS)

/** The line of each message. */
export const LINES = new Int32Array(ROWS)
/** Where its phone numbers start; -1 if it has none. */
export const PHONE_BEGINS = new Int32Array(ROWS)
export const PHONE_ENDS = new Int32Array(ROWS)

export const TEXTS = new Texts()
