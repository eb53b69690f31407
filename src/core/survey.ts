// Many messages in UTF-8, each counted for several ways to send it, in one pass of the core: see assembly/utf8/survey.ts.
import { PLACES, SURVEY_ROWS, UNKNOWN } from '../../assembly/abi'
import { type Rows, startBulk } from './bulk'
import { classify, dropPages, openTables, type SurveyTables, type Ways } from './survey-tables'
import { placeRows, type Utf8Rows } from './utf8-rows'

export { MOST_WAYS } from '../../assembly/abi'

/** Gets a character that is outside GSM-7 in the first way, how often it occurs, and in how many messages. */
export type VisitCharacter = (codePoint: number, occurrences: number, messages: number) => void

/** The most messages and octets of a call. */
export function readSurveyLimits(): { rows: number; octets: number } {
  return { rows: SURVEY_ROWS, octets: startBulk().utf8.length }
}

/** The outcome of a survey: for each way, columns that are views of the core's memory, valid until the next call. */
export interface Surveyed {
  readonly ways: readonly Omit<Rows, 'total'>[]
  /**
   * For each message the ways that are left to the caller: bit n for way n. Where bit 0 is set, the characters of the
   * message are not counted.
   */
  readonly left: Uint8Array
}

/** Surveys messages as `countUtf8Rows` counts them. Returns undefined where their offsets do not ascend. */
export function surveyUtf8Rows(messages: Utf8Rows, ways: Ways, visit: VisitCharacter): Surveyed | undefined {
  const tables = openTables(ways)
  const { core, result } = tables.engine
  const { rows, length } = messages
  const { at, bit } = placeRows(tables.engine, messages)
  const several = ways.several ? 1 : 0
  let droppedAt = -1
  for (let done = 0; done < rows; ) {
    done = core.surveyRows(at, length, done, rows, bit, ways.rooms.length, ways.left, ways.asGiven ? 1 : 0, several)
    const codePoint = result[UNKNOWN]!
    collect(tables, result[PLACES]!, visit)
    if (done === rows) break
    if (codePoint < 0) return undefined
    if (classify(tables, codePoint)) continue
    if (droppedAt === done) {
      // The message has more pages than there are places.
      tables.left[done++] = (1 << ways.rooms.length) - 1
    } else {
      dropPages(tables)
      droppedAt = done
    }
  }
  return readWays(tables, rows)
}

/** Shows the characters that the core has counted, and counts them from 0 again. */
function collect({ counted, occurrences, messages, pages }: SurveyTables, places: number, visit: VisitCharacter): void {
  for (let index = 0; index < places; index++) {
    const place = counted[index]!
    const codePoint = pages[place >> 8]! * 256 + (place & 0xff)
    visit(codePoint, occurrences[2 * place]!, messages[4 * place + 2]!)
    occurrences[2 * place] = 0
    occurrences[2 * place + 1] = 0
  }
}

function readWays({ ways, left, wayEncodings, wayUnits, waySegments }: SurveyTables, rows: number): Surveyed {
  return {
    left: left.subarray(0, rows),
    ways: ways.rooms.map((_, way) => {
      const from = way * SURVEY_ROWS
      return {
        encodings: wayEncodings.subarray(from, from + rows),
        units: wayUnits.subarray(from, from + rows),
        segments: waySegments.subarray(from, from + rows),
      }
    }),
  }
}
