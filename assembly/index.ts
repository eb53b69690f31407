// The ABI: every export of the module, and nothing else. README.md beside this file is its manual.
import { deriveNibbles } from './classify'
import * as columns from './columns'
import { deriveEncoder } from './encoder'
import * as map from './memory'
import { deriveVectors } from './vectors'

export const WINDOW: i32 = map.WINDOW
export const REWRITE_WINDOW: i32 = map.REWRITE_WINDOW
export const LOOK_AHEAD: i32 = map.LOOK_AHEAD
export const RESULT: usize = map.RESULT
export const ENCODER: usize = map.ENCODER
export const TEXT: usize = map.TEXT
export const REWRITTEN: usize = map.REWRITTEN
export const ORIGINS: usize = map.ORIGINS
export const TALLY: usize = map.TALLY
export const OWN_ROWS: usize = map.OWN_ROWS
export const CUTS: usize = map.CUTS
export const HEADER: usize = map.HEADER
export const OCTETS: usize = map.OCTETS
export const LENGTHS: usize = map.LENGTHS
export const UTF8_WINDOW: i32 = columns.UTF8_WINDOW
export const ROWS: i32 = columns.ROWS
export const UTF8: usize = columns.UTF8
export const OFFSETS: usize = columns.OFFSETS
export const VALIDITY: usize = columns.VALIDITY
export const ENCODINGS: usize = columns.ENCODINGS
export const ROW_UNITS: usize = columns.ROW_UNITS
export const ROW_SEGMENTS: usize = columns.ROW_SEGMENTS

export { capacity8bit, capacityGsm7, capacityUcs2, headerSeptets } from './capacity'
export { decodeGsm7, decodeUcs2 } from './decode'
export { readElement, writeElement } from './elements'
export { encodeGsm7, encodeUcs2 } from './encode'
export { headerOctets, scanHeader, writeHeader } from './header'
export { readHex, writeHex } from './hex'
export { lockingTable, singleShiftTable } from './language/index'
export { septetsIn, tablesOf, tally } from './language/membership'
export { cutNational, selectTables } from './language/national'
export { readPush, writePush } from './push'
export { countRows, countTexts } from './rows'
export { cutGsm7, cutUcs2, segmentGsm7, segmentUcs2 } from './segment'
export { readServiceIndication, writeServiceIndication } from './service-indication'
export { readServiceLoading, writeServiceLoading } from './service-loading'
export { smartEncode, writeLookAlike } from './smart-encoding'
export { transliterate } from './transliterate'
export { walkGsm7, walkUcs2 } from './utf8'

// The start function: about 400 stores, so that a module is ready as soon as it stands.
deriveEncoder()
deriveVectors()
deriveNibbles()
