// The bulk family: many messages counted in one call.
import '../derived'

export { ENCODER, RESULT, TEXT, WINDOW } from '../memory'
export { walkGsm7, walkUcs2 } from '../utf8/characters'
export { ENCODINGS, OFFSETS, ROW_SEGMENTS, ROW_UNITS, ROWS, UTF8, UTF8_WINDOW, VALIDITY } from '../utf8/columns'
export { countRows, countTexts } from '../utf8/rows'
