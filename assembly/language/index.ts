// TS 23.038 6.2.1.2.4: the national language identifiers and the tables of annex A that each one names.
import { EXTENSION_TABLE, MAIN_TABLE } from '../alphabet'
import { BENGALI_LOCKING, BENGALI_SINGLE_SHIFT } from './bengali'
import { GUJARATI_LOCKING, GUJARATI_SINGLE_SHIFT } from './gujarati'
import { HINDI_LOCKING, HINDI_SINGLE_SHIFT } from './hindi'
import { KANNADA_LOCKING, KANNADA_SINGLE_SHIFT } from './kannada'
import { MALAYALAM_LOCKING, MALAYALAM_SINGLE_SHIFT } from './malayalam'
import { ORIYA_LOCKING, ORIYA_SINGLE_SHIFT } from './oriya'
import { PORTUGUESE_LOCKING, PORTUGUESE_SINGLE_SHIFT } from './portuguese'
import { PUNJABI_LOCKING, PUNJABI_SINGLE_SHIFT } from './punjabi'
import { SPANISH_SINGLE_SHIFT } from './spanish'
import { TAMIL_LOCKING, TAMIL_SINGLE_SHIFT } from './tamil'
import { TELUGU_LOCKING, TELUGU_SINGLE_SHIFT } from './telugu'
import { TURKISH_LOCKING, TURKISH_SINGLE_SHIFT } from './turkish'
import { URDU_LOCKING, URDU_SINGLE_SHIFT } from './urdu'

// Each table is 128 code points (u16) in the order of their codes; 0 is unassigned, and the escape at 1B.
// A table may have a code point twice (`*` at 0B and 18, `¡` at 13 and 15): the lower code is the one to write.

/** The last identifier in use; 14 to 255 are reserved, and a receiver ignores elements with them. */
export const LAST_LANGUAGE: i32 = 13

/** A.3, element 25: the address of the table that replaces the main table. 0 where there is none; identifier 0 is the default alphabet. */
export function lockingTable(language: i32): usize {
  switch (language) {
    case 0:
      return MAIN_TABLE
    case 1:
      return TURKISH_LOCKING
    case 3:
      return PORTUGUESE_LOCKING
    case 4:
      return BENGALI_LOCKING
    case 5:
      return GUJARATI_LOCKING
    case 6:
      return HINDI_LOCKING
    case 7:
      return KANNADA_LOCKING
    case 8:
      return MALAYALAM_LOCKING
    case 9:
      return ORIYA_LOCKING
    case 10:
      return PUNJABI_LOCKING
    case 11:
      return TAMIL_LOCKING
    case 12:
      return TELUGU_LOCKING
    case 13:
      return URDU_LOCKING
    default:
      return 0
  }
}

/** A.2, element 24: the address of the table that replaces the extension table. 0 where there is none; identifier 0 is the default one. */
export function singleShiftTable(language: i32): usize {
  switch (language) {
    case 0:
      return EXTENSION_TABLE
    case 1:
      return TURKISH_SINGLE_SHIFT
    case 2:
      return SPANISH_SINGLE_SHIFT
    case 3:
      return PORTUGUESE_SINGLE_SHIFT
    case 4:
      return BENGALI_SINGLE_SHIFT
    case 5:
      return GUJARATI_SINGLE_SHIFT
    case 6:
      return HINDI_SINGLE_SHIFT
    case 7:
      return KANNADA_SINGLE_SHIFT
    case 8:
      return MALAYALAM_SINGLE_SHIFT
    case 9:
      return ORIYA_SINGLE_SHIFT
    case 10:
      return PUNJABI_SINGLE_SHIFT
    case 11:
      return TAMIL_SINGLE_SHIFT
    case 12:
      return TELUGU_SINGLE_SHIFT
    case 13:
      return URDU_SINGLE_SHIFT
    default:
      return 0
  }
}

/**
 * Whether a code of a single shift table is only read, never written. There is one: the € of Telugu, which Android sends and the
 * standard does not print. A receiver that follows the standard would show `e`.
 */
export function isDecodeOnly(language: i32, code: i32): bool {
  return language === 12 && code === 0x65
}
