// --prepend and --append: what comes before and after the text of every message.
import type { Batch, Surround } from './batch'
import { Texts } from './texts'

const TEXTS = new Texts()

/** Adds a text before and after each message of a batch. Its rows are written without these texts. */
export function surroundBatch(batch: Batch, { before, after }: Surround): Batch {
  TEXTS.clear()
  for (let row = 0; row < batch.rows; row++) TEXTS.addString(before + batch.text(row) + after)
  return {
    ...TEXTS.createBatchMembers(),
    lines: batch.lines,
    bad: batch.bad,
    line: (row) => batch.line(row),
    hasPhones: batch.hasPhones,
    phones: (row) => batch.phones(row),
    write: (cellsOf, priced, writer) => batch.write(cellsOf, priced, writer),
  }
}
