// Many messages a call, counted.
import '../derived'

export { ENCODINGS, OFFSETS, ROW_SEGMENTS, ROW_UNITS, ROWS, UTF8, UTF8_WINDOW, VALIDITY } from '../columns'
export { ENCODER, RESULT, TEXT, WINDOW } from '../memory'
export { countRows, countTexts } from '../rows'
export { walkGsm7, walkUcs2 } from '../utf8'
