/** The rows that questions and marks share, by name, and their texts. */

import * as corpus from './corpus.mjs'

export const GSM_20 = 'GSM-7, 20 characters'
export const GSM_160 = 'GSM-7, 160 characters'
export const GSM_459 = 'GSM-7, 459 septets with extension characters'
export const GSM_1000 = 'GSM-7, 1000 characters'
export const UCS2_70 = 'UCS-2, 70 Cyrillic characters'
export const UCS2_600 = 'UCS-2, 600 Cyrillic units with emoji'
export const UCS2_6700 = 'UCS-2, 6700 Cyrillic characters, 100 segments'
export const UCS2_LATE = 'UCS-2, 160 characters, one typographic near the end'
export const BATCH = 'batch of 1000 messages, half GSM-7, each'

/** Rows of whole calls. Their inputs are in bulk.mjs. */
export const MILLION = 'a million messages, half GSM-7'
export const MILLION_ASCII = 'a million messages, nine in ten ASCII'
export const WINDOW_MIXED = 'a window of messages, half GSM-7'
export const WINDOW_ASCII = 'a window of ASCII messages'

/** Files for the command. Their inputs are in questions/estimate.mjs. */
export const LINES = 'estimate, 200 MB of lines, half UCS-2'
export const OUTPUT = 'estimate --output, 200 MB of lines, half UCS-2'
export const CSV = 'estimate, 200 MB of CSV, half UCS-2'
export const NDJSON = 'estimate, 200 MB of NDJSON, half UCS-2'

/** Long texts in the hardest forms that we know, and the subject that gets only an eighth of each. */
export const EIGHTH = 'septet, an eighth of it'
export const HARD = {
  languages: 'count, 100,000 units in any language',
  cluster: 'count, one cluster of 100,000 units',
  clusters: 'count, clusters longer than a segment',
  families: 'count, clusters of families',
  conjuncts: 'count, clusters of conjuncts',
  marks: 'smart encoding, 100,000 marks',
  late: 'count, one foreign character near the end',
  runs: 'formatText and read, 1000 runs',
}
/** The rows by the character that the text repeats. */
export const KEYSTROKE = {
  a: 'a keystroke in 1000 characters of GSM-7',
  ж: 'a keystroke in 1000 Cyrillic characters',
  '’': 'a keystroke in 1000 typographic characters',
}

const TEXTS = {
  [GSM_20]: () => corpus.gsm(20),
  [GSM_160]: () => corpus.gsm(160),
  [GSM_459]: () => corpus.gsmWithExtension(459),
  [GSM_1000]: () => corpus.gsm(1000),
  [UCS2_70]: () => corpus.cyrillic(70),
  [UCS2_600]: () => corpus.cyrillicWithEmoji(600),
  [UCS2_6700]: () => corpus.cyrillic(6700),
  [UCS2_LATE]: () => corpus.typographic(160),
  [BATCH]: () => corpus.messages(1000),
}

export function createRowTexts(row) {
  return TEXTS[row]()
}
