import { append } from '../../core/append'
import { joinPieces, type Piece } from '../../core/pieces'
import { LazyPass, type Pass } from './pass'

/** Puts `text` in the place of the units from `start` to `end`. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Finds the edits of a text, in ascending order and without overlaps. They are found again for the way back, so that
 * none is kept in memory.
 */
type Editor = (text: string) => Iterable<Edit>

export function createEdited(source: string, editor: Editor): Pass {
  return new LazyPass(
    source,
    () => apply(editor(source), source),
    () => (engine, visit) => joinPieces(engine, listPieces(source, editor(source)), visit),
    (offsets) => locate(editor(source), offsets),
  )
}

/** Pieces that are joined at once. A string that grows piece by piece has a node of 32 octets for each piece. */
const JOINED = 8192

function apply(edits: Iterable<Edit>, source: string): string {
  let text = ''
  let from = 0
  let parts: string[] = []
  for (const edit of edits) {
    parts.push(source.slice(from, edit.start), edit.text)
    from = edit.end
    if (parts.length < JOINED) continue
    text = append(text, parts.join(''))
    parts = []
  }
  return from === 0 ? source : append(text, parts.join(''), source.slice(from))
}

/** What edits make of a text, piece by piece. */
function* listPieces(source: string, edits: Iterable<Edit>): Generator<Piece> {
  let from = 0
  for (const { start, end, text } of edits) {
    yield [source, from, start]
    yield [text, 0, text.length]
    from = end
  }
  yield [source, from, source.length]
}

function locate(edits: Iterable<Edit>, offsets: readonly number[]): number[] {
  const iterator = edits[Symbol.iterator]()
  let edit = iterator.next()
  /**
   * `passed`: where the last edit so far ends in the text that was written. `shift`: add it for the same place in the
   * source.
   */
  let passed = 0
  let shift = 0
  return offsets.map((offset) => {
    while (!edit.done) {
      const { start, end, text } = edit.value
      const written = start - shift
      const reached = Math.max(offset, passed)
      if (reached < written || (reached === written && text !== '')) break
      passed = written + text.length
      shift = end - passed
      edit = iterator.next()
    }
    return Math.max(offset, passed) + shift
  })
}
