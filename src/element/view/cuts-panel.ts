// Where the text is cut: the first segments, each with its units after it.
import type { Segmentation } from '../../types'
import { createPart, say } from '../dom'
import type { Speech } from '../texts'

/** Most segments that are drawn. A long text has too many. */
const DRAWN = 10

/** The segments of a text of several. Each is a bidirectional isolate: a direction that it sets ends with it. */
export class CutsPanel {
  readonly part = createPart('details', 'cuts')
  readonly #summary = createPart('summary', 'summary')
  readonly #text = createPart('div', 'text')

  constructor() {
    this.part.append(this.#summary, this.#text)
    this.#text.dir = 'auto'
    // It scrolls, so that keys must reach it.
    this.#text.tabIndex = 0
    this.#text.setAttribute('role', 'group')
  }

  show(segmentation: Segmentation | undefined, speech: Speech): void {
    this.part.hidden = segmentation === undefined || segmentation.parts.length < 2
    if (segmentation === undefined || this.part.hidden) return
    const { parts, perSegment } = segmentation
    const cuts = speech.say('cuts')
    say(this.#summary, cuts)
    const pieces: Node[] = []
    for (const [index, { text, units }] of parts.slice(0, DRAWN).entries()) {
      const end = `${index + 1} · ${units}/${perSegment}`
      pieces.push(createPart('span', 'segment', text), createPart('span', 'cut', end))
    }
    if (parts.length > DRAWN) pieces.push(createPart('span', 'more', '…'))
    this.#text.replaceChildren(...pieces)
    this.#text.setAttribute('aria-label', cuts.text)
  }
}
