import { FOREIGN, FOREIGN_AT } from '../../assembly/abi'
import { CUTS, RESULT, TEXT, WINDOW } from '../../build/count.js'
import { ucs2End } from '../core/ucs2'
import { SeptetError } from '../errors'
import { copyIn, engine } from './core'
import type { Plan } from './options'

/** End of a segment as a UTF-16 offset in the text, and its units. */
export type Cut = [end: number, units: number]

/** Cuts a text for segments of a longer message. @throws {SeptetError} 'unencodable' */
export function cut(text: string, { encoding, gsm7, ucs2 }: Plan): ['GSM-7' | 'UCS-2', Cut[]] {
  const cuts = encoding === 'UCS-2' ? undefined : cutGsm7(text, gsm7.multi, encoding)
  return cuts ? ['GSM-7', cuts] : ['UCS-2', cutUcs2(text, ucs2.multi)]
}

/** Each window starts where a segment does. */
function cutGsm7(text: string, capacity: number, encoding: string): Cut[] | undefined {
  const { cutGsm7, memory } = engine().core
  const made: Cut[] = []
  let from = 0
  do {
    const window = text.slice(from, from + WINDOW)
    copyIn(memory, TEXT, window)
    const cuts = cutGsm7(TEXT, window.length, capacity, capacity)
    if (cuts === FOREIGN) {
      if (encoding === 'auto') return
      const offset = from + new Int32Array(memory.buffer, RESULT)[FOREIGN_AT]!
      throw new SeptetError('unencodable', 'text', text, 'is outside GSM-7', offset)
    }
    const table = new Uint16Array(memory.buffer, CUTS)
    const taken = from + window.length < text.length ? cuts : cuts + 1
    for (let at = 0; at < 2 * taken; at += 2) made.push([from + table[at]!, table[at + 1]!])
    from = made.at(-1)![0]
  } while (from < text.length)
  return made
}

function cutUcs2(text: string, capacity: number): Cut[] {
  const made: Cut[] = []
  let from = 0
  do {
    const end = ucs2End(text, from, capacity)
    made.push([end, end - from])
    from = end
  } while (from < text.length)
  return made
}
