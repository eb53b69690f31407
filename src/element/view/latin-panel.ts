// The text in Latin letters, what it would cost, and a button that takes it.
import type { Latin } from '../cost/characters'
import { createPart, say, write } from '../dom'
import type { Hear, May, Wish } from '../field/wish'
import { addSaving, type Speech } from '../texts'

/** Most units of it that are shown. */
const PREVIEWED = 2000

/** The offer of a text in Latin letters. */
export class LatinPanel {
  readonly part = createPart('div', 'latin')
  readonly #line = createPart('div', 'latin-line')
  readonly #text = createPart('p', 'latin-text')
  readonly #use = createPart('button', 'use')
  readonly #hear: Hear

  constructor(hear: Hear) {
    this.#hear = hear
    this.part.append(this.#line, this.#text, this.#use)
  }

  /** Shows an offer, or hides itself where there is none. `may` tells what can be asked for now. */
  show(latin: Latin | undefined, may: May, speech: Speech): void {
    this.part.hidden = latin === undefined
    if (latin === undefined) return
    const { encoding, segments } = latin.count
    const { text, lang } = speech.say('latin')
    const offer = `${text}: ${encoding}, ${speech.say('segments', { n: segments }).text}`
    say(this.#line, addSaving({ text: offer, ...(lang && { lang }) }, latin.saved, speech))
    write(this.#text, latin.text.length > PREVIEWED ? `${latin.text.slice(0, PREVIEWED)}…` : latin.text)
    say(this.#use, speech.say('use'))
    const wish: Wish = { kind: 'use', text: latin.text }
    this.#use.disabled = !may(wish)
    this.#use.onclick = ({ detail }) => this.#hear(wish, detail === 0)
  }
}
