// The names of the options of `encode`, for entries that pass these on. `septet` itself has them beside their checks.
import type { TextOptions } from './types'

const NAMES: Readonly<Record<keyof TextOptions, true>> = {
  transliterate: true,
  smartEncoding: true,
  newline: true,
  alphabet: true,
  encoding: true,
  languages: true,
  replacement: true,
  maxSegments: true,
  boundary: true,
  header: true,
  limits: true,
  reference: true,
  referenceBits: true,
  messageClass: true,
  flash: true,
  messageWaiting: true,
  protocolId: true,
  packed: true,
}

/** Every option of `encode`. */
export function listTextOptions(): string[] {
  return Object.keys(NAMES)
}
