import { requireString } from './arguments'
import { copyOut, type Engine, start } from './engine'

/** What stands for a code point in GSM-7; nothing outside the Basic Multilingual Plane has such. */
export function lookAlike(engine: Engine, codePoint: number): string | undefined {
  if (codePoint > 0xffff) return undefined
  const units = engine.core.writeLookAlike(codePoint, engine.TEXT)
  return units < 0 ? undefined : copyOut(engine, units)
}

/**
 * Replaces typographic characters by their look-alikes in GSM-7.
 *
 * @throws {SeptetError} 'invalid-type': text is not a string
 * @example
 * smartEncode('“Don’t” – 50 %…') // '"Don\'t" - 50 %...'
 */
export function smartEncode(text: string): string {
  requireString('text', text)
  const engine = start()
  const parts: string[] = []
  let from = 0
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset)
    if (engine.encoder[unit] !== 0) continue
    const replacement = lookAlike(engine, unit)
    if (replacement === undefined) continue
    parts.push(text.slice(from, offset), replacement)
    from = offset + 1
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(from)
}
