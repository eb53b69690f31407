/** The marks that the library must reach. `ratio`: `versus` takes at least so many times the time of `subject` ('every peer': the fastest). */

import { excess, ratio } from './lib/figures.mjs'
import {
  BATCH,
  CSV,
  EIGHTH,
  GSM_20,
  GSM_160,
  GSM_459,
  GSM_1000,
  HARD,
  KEYSTROKE,
  LINES,
  MILLION,
  MILLION_ASCII,
  NDJSON,
  OUTPUT,
  UCS2_70,
  UCS2_600,
  UCS2_6700,
  UCS2_LATE,
  WINDOW_ASCII,
  WINDOW_MIXED,
} from './lib/rows.mjs'

const EVERY_PEER = 'every peer'

const COUNTED = [GSM_20, GSM_160, GSM_459, GSM_1000, UCS2_70, UCS2_600, UCS2_LATE, BATCH]

/** The least that "not slower" is: less would be told apart from noise on no machine. */
const NOT_SLOWER = 0.95

export const MARKS = [
  ...COUNTED.map((row) => faster('count', row, EVERY_PEER, 1)),
  ...[GSM_20, GSM_459, UCS2_70, UCS2_600, UCS2_6700, UCS2_LATE].map((row) =>
    faster('count', row, 'plain loop', NOT_SLOWER),
  ),
  faster('count', GSM_160, 'plain loop', 3),
  faster('count', GSM_1000, 'plain loop', 8),
  // From Node 22 on, strings of one byte a unit are written faster.
  { ...faster('count', BATCH, 'plain loop', 1.6), from22: 2 },
  ...[GSM_160, GSM_459, GSM_1000, UCS2_600, UCS2_6700, UCS2_LATE].map((row) => ({
    ...faster('count', row, 'plain loop', NOT_SLOWER),
    subject: 'septet/count',
  })),
  { ...faster('count', GSM_20, 'plain loop', 1 / 1.5), subject: 'septet/count' },

  faster('segment', GSM_160, 'split-sms', 50),
  faster('segment', GSM_459, 'split-sms', 50),
  faster('segment', UCS2_70, 'split-sms', 1),
  faster('segment', UCS2_600, 'split-sms', 1),

  faster('encode', GSM_160, 'new Uint8Array(140)', 1 / 2),
  faster('encode', GSM_160, 'node-pdu', 40),
  { ...faster('encode', GSM_160, 'septet, count', 1 / 2), subject: 'septet, encodeInto' },

  { ...faster('count-many', MILLION, 'plain loop', 1.5), from22: 2 },
  { ...faster('count-many', MILLION_ASCII, 'plain loop', 2), from22: 3 },
  faster('count-utf8', MILLION, 'plain loop', 3),
  faster('count-utf8', MILLION_ASCII, 'plain loop', 6),
  faster('count-utf8', WINDOW_MIXED, 'plain loop', 15),
  faster('count-utf8', WINDOW_ASCII, 'isAscii', 1 / 4),
  // Inside the engine, one thread.
  faster('clickhouse', MILLION, 'lengthUTF8', 1 / 5),
  faster('clickhouse', MILLION, 'nothing', 1 / 2.5),
  faster('transliterate', '160 Cyrillic characters', EVERY_PEER, 10),

  // In CPU time.
  faster('estimate', LINES, 'wc -lm', 1 / 2),
  ...[OUTPUT, CSV, NDJSON].map((row) => faster('estimate', row, 'wc -lm', 1 / 4)),

  // Long texts: about three times what was measured in plain loops; and linear, where a text takes 8 times as long as its eighth, not
  // 64 times. One cluster has no such mark: above 64 K units V8 takes five times as long for each unit, and is linear from there on
  // (38 to 80 ns, up to 800,000 units; Node 20).
  faster('long', HARD.languages, 'plain loop', 1 / 6),
  faster('long', HARD.cluster, 'plain loop', 1 / 60),
  faster('long', HARD.clusters, 'plain loop', 1 / 75),
  faster('long', HARD.families, 'plain loop', 1 / 100),
  faster('long', HARD.conjuncts, 'plain loop', 1 / 100),
  faster('long', HARD.marks, 'plain loop', 1 / 75),
  faster('long', HARD.late, 'plain loop', 5),
  faster('long', HARD.runs, 'plain loop', 1 / 1000),
  ...Object.values(HARD)
    .filter((row) => row !== HARD.cluster)
    .map((row) => faster('long', row, EIGHTH, 1 / 20)),
  faster('long', KEYSTROKE.a, 'plain loop', 1),
  faster('long', KEYSTROKE.ж, 'plain loop', 1 / 200),
  faster('long', KEYSTROKE['’'], 'plain loop', 1 / 300),

  { question: 'start-up', row: 'import', subject: 'septet', versus: 'empty package', over: 2.5e6 },
  faster('start-up', 'import and first call', 'sms-segments-calculator', 1),
]

function faster(question, row, versus, ratio) {
  return { question, row, subject: 'septet', versus, ratio }
}

/** What became of the marks of a question on a version of Node: [{ question, node, rows, mark, measured, failed }]; `rows` are those it was judged by. */
export function judge(question, rows, node) {
  const find = (name) => rows.find(({ row }) => row === name)
  return MARKS.filter((mark) => mark.question === question).map(({ from22, ...mark }) => ({
    question,
    node,
    rows: [mark.row],
    ...verdict(from22 !== undefined && node >= 22 ? { ...mark, ratio: from22 } : mark, find(mark.row)),
  }))
}

function verdict(mark, row) {
  if (mark.over) return verdictOfExcess(mark, row)
  const rivals = mark.versus === EVERY_PEER ? row.peers : [mark.versus]
  const [least, fastest] = rivals.map((rival) => [ratio(row, rival, mark.subject), rival]).sort(([a], [b]) => a - b)[0]
  return { ...worded(mark, fastest, least), failed: least < mark.ratio }
}

/** Marks below one are promises not to be slower than so many times, and read better that way round. */
function worded({ subject, versus, ratio }, fastest, measured) {
  const against = versus === EVERY_PEER ? `every peer (${fastest})` : versus
  if (ratio < 1) {
    return {
      mark: `${subject} at most ${Number((1 / ratio).toFixed(2))} times the time of ${against}`,
      measured: `${(1 / measured).toFixed(2)} times`,
    }
  }
  const faster = ratio === 1 ? 'faster than' : `${ratio} times faster than`
  return { mark: `${subject} ${faster} ${against}`, measured: `${measured.toFixed(2)} times` }
}

function verdictOfExcess({ subject, versus, over }, row) {
  const measured = excess(row, subject, versus)
  return {
    mark: `${subject} at most ${over / 1e6} ms over ${versus}`,
    measured: `${(measured / 1e6).toFixed(2)} ms`,
    failed: measured > over,
  }
}
