// The names of the options of `encode`, for entries that pass these on. `septet` itself has them beside their checks.
import type { TextOptions } from './types'

/** Every option of `encode`. */
export const TEXT_OPTIONS = [
  'transliterate',
  'smartEncoding',
  'newline',
  'alphabet',
  'encoding',
  'languages',
  'replacement',
  'maxSegments',
  'boundary',
  'header',
  'limits',
  'reference',
  'referenceBits',
  'messageClass',
  'flash',
  'messageWaiting',
  'protocolId',
  'packed',
] as const satisfies readonly (keyof TextOptions)[]
