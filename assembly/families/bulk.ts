// The bulk family: many messages counted in one call.
import '../derived'

export { ENCODER, RESULT, TEXT, WINDOW } from '../memory'
export { ENCODINGS, OFFSETS, ROW_SEGMENTS, ROW_UNITS, ROWS, UTF8, UTF8_WINDOW, VALIDITY } from '../utf8/columns'
export { countRows, countTexts } from '../utf8/rows'
export { surveyRows } from '../utf8/survey'
export {
  CHARACTER_COUNTS,
  CLASS_FLAGS,
  CLASS_SEPTETS,
  CLASS_UNITS,
  CLASSES,
  COUNTED,
  LEFT,
  PAGES,
  ROOMS,
  WAY_ENCODINGS,
  WAY_SEGMENTS,
  WAY_UNITS,
} from '../utf8/survey-columns'
export { walkGsm7, walkUcs2 } from '../utf8/walk'
