// --prepend and --append: what every message has before and after its text.
import type { Batch, Surround } from './batch'
import { Texts } from './texts'

const TEXTS = new Texts()

/** A batch whose messages have a text before and after them. Its rows are written as they are. */
export function surrounded(batch: Batch, { before, after }: Surround): Batch {
  TEXTS.clear()
  for (let row = 0; row < batch.rows; row++) TEXTS.addString(before + batch.text(row) + after)
  return {
    lines: batch.lines,
    rows: batch.rows,
    bad: batch.bad,
    survey: (options, leftOut) => TEXTS.survey(options, leftOut),
    strings: TEXTS.strings,
    place: (row) => row,
    line: (row) => batch.line(row),
    text: (row) => TEXTS.text(row),
    hasPhones: batch.hasPhones,
    phones: (row) => batch.phones(row),
    write: (cellsOf, priced, writer) => batch.write(cellsOf, priced, writer),
  }
}
