import type { TextOptions } from '../../src/types'
import { septetsOf } from './classify'

/** A text as it is sent, and for each of its UTF-16 units the offset in the argument behind what it was made from. */
export interface Rewritten {
  text: string
  sourceEnds: number[]
}

/** What `newline` and then `replacement` make of a text, one line end or code point at a time. */
export function rewrite(source: string, options: TextOptions): Rewritten {
  let text = ''
  const sourceEnds: number[] = []
  let offset = 0
  while (offset < source.length) {
    const found = lineEndOrCodePoint(source, offset)
    const sent = replace(found, options)
    for (let unit = 0; unit < sent.length; unit++) sourceEnds.push(offset + (sent === found ? unit + 1 : found.length))
    text += sent
    offset += found.length
  }
  return { text, sourceEnds }
}

function lineEndOrCodePoint(source: string, offset: number): string {
  if (source[offset] === '\r' && source[offset + 1] === '\n') return '\r\n'
  return String.fromCodePoint(source.codePointAt(offset)!)
}

function replace(found: string, options: TextOptions): string {
  if (found === '\n' || found === '\r' || found === '\r\n') {
    if (options.newline === 'lf') return '\n'
    if (options.newline === 'crlf') return '\r\n'
    return found
  }
  if (options.replacement !== undefined && septetsOf(found) === undefined) return options.replacement
  return found
}
