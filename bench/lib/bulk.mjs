/** The inputs of the bulk questions: a million messages, and as many of them as a window of the core holds. */

import * as corpus from './corpus.mjs'
import { calculateExpected } from './expected.mjs'
import { count as plainLoop } from './plain-loop.mjs'

/** The number of different messages. The million repeats them; each repetition has strings of its own. */
const DIFFERENT = 20_000

/** A million strings in the order of the messages, not of their place in memory, like a list from a database. */
export function createMillion(amount, messages = corpus.messages) {
  const texts = messages(DIFFERENT)
  const segments = texts.map((text) => calculateExpected(text).segments)
  const copies = Array.from({ length: amount }, (_, index) => Buffer.from(texts[index % DIFFERENT]).toString())
  return { texts: copies, segments: copies.reduce((total, _, index) => total + segments[index % DIFFERENT], 0) }
}

/** As many of some texts as fit in `octets` octets. */
export function takeFitting(texts, octets) {
  let total = 0
  const border = texts.findIndex((text) => {
    total += Buffer.byteLength(text)
    return total > octets
  })
  const fit = border < 0 ? texts : texts.slice(0, border)
  return { texts: fit, segments: fit.reduce((total, text) => total + calculateExpected(text).segments, 0) }
}

/** The texts in UTF-8, one after the other. */
export function layOut({ texts }) {
  const offsets = new Int32Array(texts.length + 1)
  texts.forEach((text, index) => {
    offsets[index + 1] = offsets[index] + Buffer.byteLength(text)
  })
  return { data: Buffer.from(texts.join('')), offsets }
}

/** The plain loop over all of them. */
export const loop = {
  name: 'plain loop',
  run({ texts }) {
    let segments = 0
    for (let index = 0; index < texts.length; index++) segments += plainLoop(texts[index]).segments
    return segments
  },
  answer: (segments) => ({ segments }),
}
