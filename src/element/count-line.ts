// The line of numbers and the bar under it: cheap enough for every keystroke.
import type { Count } from '../types'
import { createPart, say, setTitle, write } from './dom'
import type { Said, Speech } from './texts'

/** The line and the bar. */
export class CountLine {
  readonly line = createPart('div', 'line')
  readonly bar = createPart('div', 'bar')
  readonly #encoding = createPart('span', 'encoding')
  readonly #units = createPart('span', 'units')
  readonly #segments = createPart('span', 'segments')
  readonly #cost = createPart('span', 'cost')
  readonly #left = createPart('span', 'left')
  readonly #filled = createPart('div', 'filled')

  constructor() {
    // A place for the focus where a button that had it is gone.
    this.line.tabIndex = -1
    this.line.append(this.#encoding, this.#units, this.#segments, this.#cost, this.#left)
    this.bar.append(this.#filled)
    this.bar.setAttribute('aria-hidden', 'true')
  }

  hide(): void {
    this.line.hidden = this.bar.hidden = true
  }

  /** Shows a count. Returns it in words: `label` with all its numbers, `message` with those that a screen reader is told. */
  show({ encoding, units, segments, remaining }: Count, speech: Speech): { label: string; message: Said } {
    const capacity = units + remaining
    // Nobody sends an empty text.
    const cost = units === 0 ? undefined : speech.cost(segments)
    const said = speech.say('segments', { n: segments })
    const numbers = { units: speech.number(units), capacity: speech.number(capacity) }
    this.line.hidden = this.bar.hidden = false
    write(this.#encoding, encoding)
    setTitle(this.#encoding, speech.say(encoding === 'GSM-7' ? 'gsm7' : 'ucs2'))
    write(this.#units, `${numbers.units}/${numbers.capacity}`)
    say(this.#segments, said)
    say(this.#left, speech.say('left', { n: remaining }))
    write(this.#cost, cost ?? '')
    this.#cost.hidden = cost === undefined
    this.#filled.style.transform = `scaleX(${units / capacity})`
    const label = [encoding, speech.say('of', numbers).text, said.text, ...(cost === undefined ? [] : [cost])]
    return {
      label: `${speech.say('label').text}: ${label.join(', ')}`,
      message: { ...said, text: `${encoding}, ${said.text}` },
    }
  }
}
