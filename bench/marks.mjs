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
  ...COUNTED.map((row) => createMark('count', row, EVERY_PEER, 1)),
  ...[GSM_20, GSM_459, UCS2_70, UCS2_600, UCS2_6700, UCS2_LATE].map((row) =>
    createMark('count', row, 'plain loop', NOT_SLOWER),
  ),
  createMark('count', GSM_160, 'plain loop', 3),
  createMark('count', GSM_1000, 'plain loop', 8),
  // From Node 22 on, strings of one byte a unit are written faster.
  { ...createMark('count', BATCH, 'plain loop', 1.6), from22: 2 },
  ...[GSM_160, GSM_459, GSM_1000, UCS2_600, UCS2_6700, UCS2_LATE].map((row) => ({
    ...createMark('count', row, 'plain loop', NOT_SLOWER),
    subject: 'septet/count',
  })),
  { ...createMark('count', GSM_20, 'plain loop', 1 / 1.5), subject: 'septet/count' },

  createMark('segment', GSM_160, 'split-sms', 50),
  createMark('segment', GSM_459, 'split-sms', 50),
  createMark('segment', UCS2_70, 'split-sms', 1),
  createMark('segment', UCS2_600, 'split-sms', 1),

  createMark('encode', GSM_160, 'new Uint8Array(140)', 1 / 2),
  createMark('encode', GSM_160, 'node-pdu', 40),
  { ...createMark('encode', GSM_160, 'septet, count', 1 / 2), subject: 'septet, encodeInto' },

  { ...createMark('count-many', MILLION, 'plain loop', 1.5), from22: 2 },
  { ...createMark('count-many', MILLION_ASCII, 'plain loop', 2), from22: 3 },
  createMark('count-utf8', MILLION, 'plain loop', 3),
  createMark('count-utf8', MILLION_ASCII, 'plain loop', 6),
  createMark('count-utf8', WINDOW_MIXED, 'plain loop', 15),
  createMark('count-utf8', WINDOW_ASCII, 'isAscii', 1 / 4),
  // Inside the engine, one thread.
  createMark('clickhouse', MILLION, 'lengthUTF8', 1 / 5),
  createMark('clickhouse', MILLION, 'nothing', 1 / 2.5),
  createMark('transliterate', '160 Cyrillic characters', EVERY_PEER, 10),

  // In CPU time.
  createMark('estimate', LINES, 'wc -lm', 1 / 2),
  ...[OUTPUT, CSV, NDJSON].map((row) => createMark('estimate', row, 'wc -lm', 1 / 4)),

  // Long texts: about three times what was measured in plain loops; and linear, where a text takes 8 times as long as its eighth, not
  // 64 times. One cluster has no such mark: above 64 K units V8 takes five times as long for each unit, and is linear from there on
  // (38 to 80 ns, up to 800,000 units; Node 20).
  createMark('long', HARD.languages, 'plain loop', 1 / 6),
  createMark('long', HARD.cluster, 'plain loop', 1 / 60),
  createMark('long', HARD.clusters, 'plain loop', 1 / 75),
  createMark('long', HARD.families, 'plain loop', 1 / 100),
  createMark('long', HARD.conjuncts, 'plain loop', 1 / 100),
  createMark('long', HARD.marks, 'plain loop', 1 / 75),
  createMark('long', HARD.late, 'plain loop', 5),
  createMark('long', HARD.runs, 'plain loop', 1 / 1000),
  ...Object.values(HARD)
    .filter((row) => row !== HARD.cluster)
    .map((row) => createMark('long', row, EIGHTH, 1 / 20)),
  createMark('long', KEYSTROKE.a, 'plain loop', 1),
  createMark('long', KEYSTROKE.ж, 'plain loop', 1 / 200),
  createMark('long', KEYSTROKE['’'], 'plain loop', 1 / 300),

  { question: 'start-up', row: 'import', subject: 'septet', versus: 'empty package', over: 2.5e6 },
  createMark('start-up', 'import and first call', 'sms-segments-calculator', 1),
]

function createMark(question, row, versus, ratio) {
  return { question, row, subject: 'septet', versus, ratio }
}

/** What became of the marks of a question on a version of Node: [{ question, node, rows, mark, measured, failed }]; `rows` are those it was judged by. */
export function judge(question, rows, node) {
  const find = (name) => rows.find(({ row }) => row === name)
  return MARKS.filter((mark) => mark.question === question).map(({ from22, ...mark }) => ({
    question,
    node,
    rows: [mark.row],
    ...judgeMark(from22 !== undefined && node >= 22 ? { ...mark, ratio: from22 } : mark, find(mark.row)),
  }))
}

function judgeMark(mark, row) {
  if (mark.over) return judgeExcess(mark, row)
  const rivals = mark.versus === EVERY_PEER ? row.peers : [mark.versus]
  const [least, fastest] = rivals.map((rival) => [ratio(row, rival, mark.subject), rival]).sort(([a], [b]) => a - b)[0]
  return { ...describeMark(mark, fastest, least), failed: least < mark.ratio }
}

/** Marks below one are promises not to be slower than so many times, and read better that way round. */
function describeMark({ subject, versus, ratio }, fastest, measured) {
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

function judgeExcess({ subject, versus, over }, row) {
  const measured = excess(row, subject, versus)
  return {
    mark: `${subject} at most ${over / 1e6} ms over ${versus}`,
    measured: `${(measured / 1e6).toFixed(2)} ms`,
    failed: measured > over,
  }
}
