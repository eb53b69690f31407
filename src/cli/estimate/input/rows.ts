// The columns of a batch: where its rows are in their block. Every batch uses the same memory, because one is counted
// before the next is read.
import { ROWS } from './batch'
import { Texts } from './texts'

/** Where each row ends. */
export const ENDS = new Int32Array(ROWS)
/** The message of each row; -1 if the row is left out. */
export const MESSAGES = new Int32Array(ROWS)

/** Only in CSV: where each row starts, where the next one does, and what is wrong with its quotes: one of FAULT. */
export const BEGINS = new Int32Array(ROWS)
export const AFTERS = new Int32Array(ROWS)
export const FAULTS = new Uint8Array(ROWS)

/** Only in NDJSON: where the value of each line starts and ends, and one of KIND. */
export const VALUE_BEGINS = new Int32Array(ROWS)
export const VALUE_ENDS = new Int32Array(ROWS)
export const KINDS = new Uint8Array(ROWS)

/** The line of each message. */
export const LINES = new Int32Array(ROWS)
/** Where its phone numbers start; -1 if it has none. */
export const PHONE_BEGINS = new Int32Array(ROWS)
export const PHONE_ENDS = new Int32Array(ROWS)
/** Only in CSV: how its field of phone numbers is written, one of WRITTEN. */
export const PHONE_WRITTEN = new Uint8Array(ROWS)

/** The texts of the messages. */
export const TEXTS = new Texts()
