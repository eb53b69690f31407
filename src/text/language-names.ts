// The names of the national languages: the command line completes them too, and it needs no core for that.
import type { Language } from '../types'

/** In the order of their identifiers, from 1 (TS 23.038 6.2.1.2.4). */
export const LANGUAGES: readonly Language[] = [
  'turkish',
  'spanish',
  'portuguese',
  'bengali',
  'gujarati',
  'hindi',
  'kannada',
  'malayalam',
  'oriya',
  'punjabi',
  'tamil',
  'telugu',
  'urdu',
]
