// What ways to send make of each character, as tables in the core: see assembly/utf8/ways.ts.
import {
  AUTO,
  CHANGED_FLAG,
  FOREIGN_FLAG,
  GSM7_ONLY,
  MOST_WAYS,
  PAIR_FLAG,
  ROOM,
  SURVEY_ROWS,
  UCS2_ONLY,
  UNSURE_FLAG,
} from '../../assembly/abi'
import { type BulkCore, type BulkEngine, startBulk } from './bulk'
import type { Room } from './capacity'
import type { Constant } from './start'

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

/** The core's tables for some ways, with the characters that have been met so far. */
export interface SurveyTables extends ReturnType<typeof createSurveyViews> {
  readonly ways: Ways
  /** The number of each class, by all that it says, as a text. */
  readonly classes: Map<string, number>
  /** For each page of 256 code points, their classes. */
  readonly known: Map<number, Uint8Array>
  /** For each place, the page of code points that has it; place 0 has none. */
  readonly pages: number[]
}

/** Those that the core has now. */
let tables: SurveyTables | undefined

/** The tables for some ways: those that the core has now, if they are of the same ways. */
export function openTables(ways: Ways): SurveyTables {
  const engine = startBulk() as BulkEngine & { core: SurveyCore }
  if (tables?.engine === engine && tables.ways === ways) return tables
  tables = { ...createSurveyViews(engine), ways, classes: new Map(), known: new Map(), pages: [-1] }
  dropPages(tables)
  for (const [way, { encoding, gsm7, ucs2 }] of ways.rooms.entries()) {
    const asked = encoding === 'auto' ? AUTO : encoding === 'GSM-7' ? GSM7_ONLY : UCS2_ONLY
    tables.rooms.set([asked, gsm7.single, gsm7.multi, ucs2.single, ucs2.multi], ROOM * way)
  }
  return tables
}

function createSurveyViews(engine: BulkEngine & { core: SurveyCore }) {
  const { core } = engine
  const { buffer } = core.memory
  const ways = MOST_WAYS * SURVEY_ROWS
  return {
    engine,
    places: new Uint8Array(buffer, core.PAGES.value, 0x1100),
    classAt: new Uint8Array(buffer, core.CLASSES.value, 65536),
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

/** Takes the places of all other pages away, so that pages that are needed now get them. */
export function dropPages(tables: SurveyTables): void {
  tables.places.fill(0)
  // Place 0 has no page, and no classes.
  tables.classAt.fill(0, 0, 256)
  tables.pages.length = 1
  for (let page = 0; page < SHORT_PAGES; page++) addPage(tables, page)
}

function addPage({ places, classAt, pages, known }: SurveyTables, page: number): void {
  const classes = known.get(page) ?? new Uint8Array(256)
  known.set(page, classes)
  places[page] = pages.push(page) - 1
  classAt.set(classes, places[page]! << 8)
}

/** Pages that there are places for. */
const MOST_PAGES = 255

/** Finds the class of a character. Returns false where there is no place for its page. */
export function classify(tables: SurveyTables, codePoint: number): boolean {
  const { places, classAt, pages, known } = tables
  const page = codePoint >> 8
  if (places[page] === 0) {
    if (pages.length > MOST_PAGES) return false
    addPage(tables, page)
  }
  const place = (places[page]! << 8) | (codePoint & 0xff)
  if (classAt[place] === 0) {
    classAt[place] = findClass(tables, codePoint)
    known.get(page)![codePoint & 0xff] = classAt[place]!
  }
  return true
}

/** The last class, for all characters that no other class has room for: the caller counts their messages. */
const UNSURE_CLASS = 255

function findClass(tables: SurveyTables, codePoint: number): number {
  const { ways, classes, septets, units, flags } = tables
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
