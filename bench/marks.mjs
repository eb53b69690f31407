/** The marks the library is held to. `ratio`: `versus` takes at least so many times the time of `subject` ('every peer': the fastest). */

const EVERY_PEER = 'every peer'

const GSM_20 = 'GSM-7, 20 characters'
const GSM_160 = 'GSM-7, 160 characters'
const GSM_459 = 'GSM-7, 459 septets with extension characters'
const GSM_1000 = 'GSM-7, 1000 characters'
const UCS2_70 = 'UCS-2, 70 Cyrillic characters'
const UCS2_600 = 'UCS-2, 600 Cyrillic units with emoji'
const UCS2_6700 = 'UCS-2, 6700 Cyrillic characters, 100 segments'
const BATCH = 'batch of 1000 messages, half GSM-7, each'

export const MARKS = [
  ...[GSM_20, GSM_160, GSM_459, GSM_1000, UCS2_70, UCS2_600, BATCH].map((row) => faster('count', row, EVERY_PEER, 1)),
  faster('count', GSM_20, 'plain loop', 1 / 1.2),
  faster('count', GSM_160, 'plain loop', 2.5),
  faster('count', GSM_1000, 'plain loop', 5),
  faster('count', BATCH, 'plain loop', 2),
  // A text whose first unit settles it: 60 ns + 2 ns a segment.
  within('count', UCS2_70, 60 + 2),
  within('count', UCS2_6700, 60 + 2 * 100),

  faster('segment', GSM_160, 'split-sms', 15),
  faster('segment', GSM_459, 'split-sms', 15),
  faster('segment', UCS2_70, 'split-sms', 1),
  faster('segment', UCS2_600, 'split-sms', 1),

  faster('encode', GSM_160, 'new Uint8Array(140)', 1 / 4),
  faster('encode', GSM_160, 'node-pdu', 50),
  { ...faster('encode', GSM_160, 'septet, count', 1 / 2), subject: 'septet, encodeInto' },

  { question: 'start-up', row: 'import', subject: 'septet', versus: 'empty package', over: 1.5e6 },
  faster('start-up', 'import and first call', 'sms-segments-calculator', 1),
]

function faster(question, row, versus, ratio) {
  return { question, row, subject: 'septet', versus, ratio }
}

/**
 * The one mark in nanoseconds. Nanoseconds belong to a machine, and to its minute: the figure is that of a machine where the plain
 * loop takes 1000 ns for 1000 characters of GSM-7, and where the loop of the same run takes longer, the budget grows with it.
 * It never shrinks.
 */
function within(question, row, nanoseconds) {
  return {
    question,
    row,
    subject: 'septet',
    nanoseconds,
    scale: { row: GSM_1000, subject: 'plain loop', nanoseconds: 1000 },
  }
}

/** What became of the marks of a question: [{ question, rows, mark, measured, reached }]; `rows` are those it was judged by. */
export function judge(question, rows) {
  const find = (name) => rows.find(({ row }) => row === name)
  return MARKS.filter((mark) => mark.question === question).map((mark) => ({
    question,
    rows: mark.scale ? [mark.row, mark.scale.row] : [mark.row],
    ...verdict(mark, find(mark.row), mark.scale && find(mark.scale.row)),
  }))
}

function verdict(mark, { nanoseconds, peers }, scaleRow) {
  const own = nanoseconds[mark.subject]
  if (mark.scale) return verdictOfBudget(mark, own, scaleRow.nanoseconds[mark.scale.subject])
  if (mark.over) {
    const over = own - nanoseconds[mark.versus]
    return {
      mark: `${mark.subject} at most ${mark.over / 1e6} ms over ${mark.versus}`,
      measured: `${(over / 1e6).toFixed(2)} ms`,
      reached: over <= mark.over,
    }
  }
  const rivals = mark.versus === EVERY_PEER ? peers : [mark.versus]
  const fastest = rivals.toSorted((a, b) => nanoseconds[a] - nanoseconds[b])[0]
  const ratio = nanoseconds[fastest] / own
  return { ...worded(mark, fastest, ratio), reached: ratio >= mark.ratio }
}

/** Marks below one are promises not to be slower than so many times, and read better that way round. */
function worded({ subject, versus, ratio }, fastest, measured) {
  const against = versus === EVERY_PEER ? `every peer (${fastest})` : versus
  if (ratio >= 1)
    return { mark: `${subject} ${ratio} times faster than ${against}`, measured: `${measured.toFixed(2)} times` }
  return {
    mark: `${subject} at most ${Number((1 / ratio).toFixed(2))} times the time of ${against}`,
    measured: `${(1 / measured).toFixed(2)} times`,
  }
}

function verdictOfBudget({ subject, nanoseconds, scale }, own, loop) {
  const budget = nanoseconds * Math.max(1, loop / scale.nanoseconds)
  return {
    mark: `${subject} within ${nanoseconds} ns (${budget.toFixed(0)} ns here, plain loop at ${loop.toFixed(0)} ns)`,
    measured: `${own.toFixed(0)} ns`,
    reached: own <= budget,
  }
}
