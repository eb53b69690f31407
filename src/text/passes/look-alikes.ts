// Smart encoding of a text, whatever the policy: combining sequences composed, then look-alikes for what is outside GSM-7.

import { type Kernel, rewritten } from '../../core/rewriting-windows'
import type { Engine } from '../../core/text'
import { copyOut } from '../../core/window'
import { mayHaveMarks } from '../combining-marks'
import { isCarried } from '../foreign-characters'
import { type Edit, edited } from './edits'
import { invisible, mayHaveInvisible } from './invisible'
import { chained, type Pass } from './pass'

/** What stands for a code point in GSM-7; nothing outside the Basic Multilingual Plane has such. */
export function lookAlike(engine: Engine, codePoint: number): string | undefined {
  if (codePoint > 0xffff) return undefined
  const units = engine.core.writeLookAlike(codePoint, engine.TEXT)
  return units < 0 ? undefined : copyOut(engine, units)
}

/** What stands in one of the tables `kept` stays, as `Allowed` has them. */
export function withLookAlikes(engine: Engine, source: string, kept = 0): Pass {
  if (!mayHaveInvisible(source)) return withVisibleLookAlikes(engine, source, kept)
  // What is invisible goes once more after look-alikes are in: ① and a joiner may have become 1 and a joiner.
  const without = edited(source, (text) => invisible(engine, text, kept))
  const first = withVisibleLookAlikes(engine, without.text, kept)
  if (!mayHaveInvisible(first.text)) return chained(source, [without, first])
  const rest = edited(first.text, (text) => invisible(engine, text, kept))
  return chained(source, [without, first, rest, withVisibleLookAlikes(engine, rest.text, kept)])
}

function withVisibleLookAlikes(engine: Engine, source: string, kept: number): Pass {
  const first = round(engine, source, kept)
  if (first.text === source || !mayHaveMarks(first.text)) return first
  // A ligature or a full-width letter that gave way has left a letter and a mark. Once more is enough: what gives way then was
  // composed, and no mark stands behind it.
  return chained(source, [first, round(engine, first.text, kept)])
}

/** What has an empty look-alike is gone before letters are composed: a soft hyphen keeps no mark from its letter. */
function round(engine: Engine, source: string, kept: number): Pass {
  const smartEncode =
    (onlyDeletes: 0 | 1): Kernel =>
    ({ core, TEXT, REWRITTEN }, length, ahead) =>
      core.smartEncode(TEXT, length, ahead, REWRITTEN, kept, onlyDeletes)
  if (!mayHaveMarks(source)) return rewritten(engine, source, smartEncode(0))
  const without = rewritten(engine, source, smartEncode(1))
  const whole = edited(without.text, (text) => compositions(engine, text, kept))
  return chained(source, [without, whole, rewritten(engine, whole.text, smartEncode(0))])
}

/** A character and the marks behind it. More than 30 are in no text (UAX 15, 13), and would take time in their square to order. */
let sequence: RegExp | undefined

/** Made when it is needed: a runtime without Unicode properties would refuse the whole script for a literal. */
function sequences(text: string): Iterable<RegExpMatchArray> {
  sequence ??= /\P{M}\p{M}{1,30}(?!\p{M})/gu
  return text.matchAll(sequence)
}

/** Every sequence that has a shorter form of which each unit can be sent, or has a look-alike. */
function* compositions(engine: Engine, text: string, kept: number): Generator<Edit> {
  for (const { 0: sequence, index = 0 } of sequences(text)) {
    const whole = sequence.normalize('NFC')
    if (whole.length >= sequence.length || !isOfUse(engine, whole, kept)) continue
    yield { start: index, end: index + sequence.length, text: whole }
  }
}

function isOfUse(engine: Engine, text: string, kept: number): boolean {
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset)
    if (engine.encoder[unit] !== 0 || isCarried(engine, unit, kept)) continue
    if (engine.core.writeLookAlike(unit, engine.TEXT) < 0) return false
  }
  return true
}
