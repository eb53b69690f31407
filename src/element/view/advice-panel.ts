// What to leave out or to replace, and a button that does it.
import type { Advice } from '../cost/advice'
import { createPart, say } from '../dom'
import type { Hear, May, Wish } from '../field/wish'
import type { Speech } from '../texts'
import { makeVisible } from './foreign-list'

/** Most characters that are named. */
const NAMED = 5

const SAYING = {
  drop: 'drop',
  'smart-encoding+drop': 'replaceAndDrop',
  replace: 'plainLetters',
  'replace+drop': 'replaceAndDrop',
} as const

/** The advice that saves most. */
export class AdvicePanel {
  readonly part = createPart('div', 'advice')
  readonly #take = createPart('button', 'take')
  readonly #hear: Hear

  constructor(hear: Hear) {
    this.#hear = hear
    this.#take.type = 'button'
    this.part.append(this.#take)
  }

  /** Shows advice, or hides itself where there is none. `may` tells what can be asked for now. */
  show(advice: Advice | undefined, may: May, speech: Speech): void {
    this.part.hidden = advice === undefined
    if (advice === undefined) return
    const { how, characters, now, segments } = advice
    const named = characters.slice(0, NAMED).map(makeVisible).join(' ')
    const change = speech.say(SAYING[how], { characters: characters.length > NAMED ? `${named} …` : named })
    const saving = speech.say('instead', { segments: speech.say('segments', { n: segments }).text, n: now })
    say(this.#take, { ...change, text: `${change.text}: ${saving.text}` })
    const wish: Wish = { kind: 'use', text: advice.text }
    this.#take.disabled = !may(wish)
    this.#take.onclick = ({ detail }) => this.#hear(wish, detail === 0)
  }
}
