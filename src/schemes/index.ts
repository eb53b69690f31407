/**
 * Tables of letters for `transliterate` and `smartEncode`. A bundle has those that it names, and no other.
 *
 * @module
 */
export { bulgarian2009 } from './bulgarian-2009'
export { greekCapitals } from './greek-capitals'
export { icao9303 } from './icao-9303'
export { twilio } from './twilio'
export { ukrainian2010 } from './ukrainian-2010'
