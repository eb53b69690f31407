// Many messages in UTF-8, each counted for several ways to send it, in one pass of the core: see assembly/utf8/survey.ts.
import {
  AUTO,
  CHANGED_FLAG,
  FOREIGN_FLAG,
  GSM7_ONLY,
  MOST_WAYS,
  PAIR_FLAG,
  PLACES,
  ROOM,
  SURVEY_ROWS,
  UCS2_ONLY,
  UNKNOWN,
  UNSURE_FLAG,
} from '../../assembly/abi'
import { type BulkCore, type BulkEngine, type Rows, startBulk } from './bulk'
import type { Room } from './measure'
import type { Constant } from './start'
import { type Offsets, placeRows, type Validity } from './utf8-rows'

export { MOST_WAYS } from '../../assembly/abi'

/** The exports of the core that a survey needs besides those of bulk.ts; assembly/README.md says more. */
interface SurveyCore extends BulkCore {
  readonly PAGES: Constant
  readonly CLASSES: Constant
  readonly CLASS_SEPTETS: Constant
  readonly CLASS_UNITS: Constant
  readonly CLASS_FLAGS: Constant
  readonly CHARACTER_COUNTS: Constant
  readonly COUNTED: Constant
  readonly ROOMS: Constant
  readonly LEFT: Constant
  readonly WAY_ENCODINGS: Constant
  readonly WAY_UNITS: Constant
  readonly WAY_SEGMENTS: Constant
  surveyRows(
    at: number,
    length: number,
    first: number,
    rows: number,
    bit: number,
    ways: number,
    left: number,
    asGiven: number,
    several: number,
  ): number
}

/** What a way makes of one character. */
export interface Made {
  /** Septets, where all of it is in GSM-7. */
  readonly septets: number
  /** UTF-16 units. */
  readonly units: number
  readonly isForeign: boolean
  readonly isChanged: boolean
  /** Whether its neighbours decide what becomes of it. */
  readonly isUnsure: boolean
}

/** Ways to send, at most MOST_WAYS, and all that the core must know about them. */
export interface Ways {
  readonly rooms: readonly Room[]
  /** Ways that the caller counts itself: bit n for way n. */
  readonly left: number
  /** Whether every way leaves what is in GSM-7 as it is, and may send it in GSM-7. */
  readonly asGiven: boolean
  /** Whether messages of one segment in the first way are counted so in all. */
  readonly several: boolean
  /** What each way makes of a character. The function may use other cores. */
  readonly makes: (codePoint: number) => readonly Made[]
}

/** Gets a character that is outside GSM-7 in the first way, how often it occurs, and in how many messages. */
export type Visit = (codePoint: number, occurrences: number, messages: number) => void

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

/** Surveys `rows` messages as `countUtf8Rows` counts them. Returns undefined where offsets do not ascend. */
export function surveyUtf8Rows(
  data: Uint8Array,
  offsets: Offsets,
  row: number,
  rows: number,
  length: number,
  validity: Validity | undefined,
  ways: Ways,
  visit: Visit,
): Surveyed | undefined {
  const desk = openDesk(ways)
  const { core, result } = desk.engine
  const { at, bit } = placeRows(desk.engine, data, offsets, row, rows, length, validity)
  const several = ways.several ? 1 : 0
  let droppedAt = -1
  for (let done = 0; done < rows; ) {
    done = core.surveyRows(at, length, done, rows, bit, ways.rooms.length, ways.left, ways.asGiven ? 1 : 0, several)
    const codePoint = result[UNKNOWN]!
    collect(desk, result[PLACES]!, visit)
    if (done === rows) break
    if (codePoint < 0) return undefined
    if (classify(desk, codePoint)) continue
    if (droppedAt === done) {
      // The message has more pages than there are places.
      desk.left[done++] = (1 << ways.rooms.length) - 1
    } else {
      dropPages(desk)
      droppedAt = done
    }
  }
  return readWays(desk, rows)
}

/** The core's tables for some ways, with the characters that have been met so far. */
interface Desk extends ReturnType<typeof createSurveyViews> {
  readonly ways: Ways
  /** The number of each class, by all that it says, as a text. */
  readonly classes: Map<string, number>
  /** For each page of 256 code points, their classes. */
  readonly known: Map<number, Uint8Array>
  /** For each place, the page of code points that has it; place 0 has none. */
  readonly pages: number[]
}

/** The one whose tables the core has now. */
let desk: Desk | undefined

function openDesk(ways: Ways): Desk {
  const engine = startBulk() as BulkEngine & { core: SurveyCore }
  if (desk?.engine === engine && desk.ways === ways) return desk
  desk = { ...createSurveyViews(engine), ways, classes: new Map(), known: new Map(), pages: [-1] }
  dropPages(desk)
  for (const [way, { encoding, gsm7, ucs2 }] of ways.rooms.entries()) {
    const asked = encoding === 'auto' ? AUTO : encoding === 'GSM-7' ? GSM7_ONLY : UCS2_ONLY
    desk.rooms.set([asked, gsm7.single, gsm7.multi, ucs2.single, ucs2.multi], ROOM * way)
  }
  return desk
}

function createSurveyViews(engine: BulkEngine & { core: SurveyCore }) {
  const { core } = engine
  const { buffer } = core.memory
  const ways = MOST_WAYS * SURVEY_ROWS
  return {
    engine,
    pagesOf: new Uint8Array(buffer, core.PAGES.value, 0x1100),
    classOf: new Uint8Array(buffer, core.CLASSES.value, 65536),
    septets: new Uint16Array(buffer, core.CLASS_SEPTETS.value, MOST_WAYS * 256),
    units: new Uint16Array(buffer, core.CLASS_UNITS.value, MOST_WAYS * 256),
    flags: new Int32Array(buffer, core.CLASS_FLAGS.value, 256),
    occurrences: new Uint32Array(buffer, core.CHARACTER_COUNTS.value, 2 * 65536),
    messages: new Uint16Array(buffer, core.CHARACTER_COUNTS.value, 4 * 65536),
    counted: new Uint16Array(buffer, core.COUNTED.value, 65536),
    rooms: new Int32Array(buffer, core.ROOMS.value, ROOM * MOST_WAYS),
    left: new Uint8Array(buffer, core.LEFT.value, SURVEY_ROWS),
    wayEncodings: new Uint8Array(buffer, core.WAY_ENCODINGS.value, ways),
    wayUnits: new Uint32Array(buffer, core.WAY_UNITS.value, ways),
    waySegments: new Uint32Array(buffer, core.WAY_SEGMENTS.value, ways),
  }
}

/** Pages that always have a place: those of characters of two octets at most. */
const SHORT_PAGES = 8

function dropPages(desk: Desk): void {
  desk.pagesOf.fill(0)
  // Place 0 has no page, and no classes.
  desk.classOf.fill(0, 0, 256)
  desk.pages.length = 1
  for (let page = 0; page < SHORT_PAGES; page++) addPage(desk, page)
}

function addPage({ pagesOf, classOf, pages, known }: Desk, page: number): void {
  const classes = known.get(page) ?? new Uint8Array(256)
  known.set(page, classes)
  pagesOf[page] = pages.push(page) - 1
  classOf.set(classes, pagesOf[page]! << 8)
}

/** Shows the characters that the core has counted, and counts them from 0 again. */
function collect({ counted, occurrences, messages, pages }: Desk, places: number, visit: Visit): void {
  for (let index = 0; index < places; index++) {
    const place = counted[index]!
    const codePoint = pages[place >> 8]! * 256 + (place & 0xff)
    visit(codePoint, occurrences[2 * place]!, messages[4 * place + 2]!)
    occurrences[2 * place] = 0
    occurrences[2 * place + 1] = 0
  }
}

/** Pages that there are places for. */
const MOST_PAGES = 255

/** Finds the class of a character. Returns false where there is no place for its page. */
function classify(desk: Desk, codePoint: number): boolean {
  const { pagesOf, classOf, pages, known } = desk
  const page = codePoint >> 8
  if (pagesOf[page] === 0) {
    if (pages.length > MOST_PAGES) return false
    addPage(desk, page)
  }
  const place = (pagesOf[page]! << 8) | (codePoint & 0xff)
  if (classOf[place] === 0) {
    classOf[place] = findClass(desk, codePoint)
    known.get(page)![codePoint & 0xff] = classOf[place]!
  }
  return true
}

/** The last class, for all characters that no other class has room for: the caller counts their messages. */
const UNSURE_CLASS = 255

function findClass(desk: Desk, codePoint: number): number {
  const { ways, classes, septets, units, flags } = desk
  const makes = ways.makes(codePoint)
  const all = makes.reduce((all, made, way) => all | packFlags(made, way), codePoint > 0xffff ? 1 << PAIR_FLAG : 0)
  const name = `${all} ${makes.map(({ septets, units }) => `${septets} ${units}`).join(' ')}`
  const found = classes.get(name)
  if (found !== undefined) return found
  const number = Math.min(classes.size + 1, UNSURE_CLASS)
  flags[number] = number === UNSURE_CLASS ? ((1 << MOST_WAYS) - 1) << UNSURE_FLAG : all
  for (const [way, made] of makes.entries()) {
    septets[MOST_WAYS * number + way] = made.septets
    units[MOST_WAYS * number + way] = made.units
  }
  if (number !== UNSURE_CLASS) classes.set(name, number)
  return number
}

function packFlags({ isForeign, isUnsure, isChanged }: Made, way: number): number {
  return (
    (isForeign ? 1 << (FOREIGN_FLAG + way) : 0) |
    (isUnsure ? 1 << (UNSURE_FLAG + way) : 0) |
    (isChanged ? 1 << (CHANGED_FLAG + way) : 0)
  )
}

function readWays({ ways, left, wayEncodings, wayUnits, waySegments }: Desk, rows: number): Surveyed {
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
