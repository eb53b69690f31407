// The line of numbers and the bar under it: cheap enough for every keystroke.

import type { Range } from '../cost/meter'
import { createPart, say, setTitle, write } from '../dom'
import type { Said, Speech } from '../texts'

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

  /** Shows what a text costs, from the least to the most. Returns it in words: `label` with all its numbers, `message` with those that a screen reader is told. */
  show({ least, most }: Range, speech: Speech): { label: string; message: Said } {
    const { encoding, units, segments, remaining } = most
    const capacity = speech.number(units + remaining)
    // Nobody sends an empty text.
    const cost = units === 0 ? undefined : sayRange(speech.cost(least.segments), speech.cost(segments), speech)
    const said =
      least.segments === segments
        ? speech.say('segments', { n: segments })
        : speech.say('segmentsRange', { least: speech.number(least.segments), n: segments })
    const [fewest, all] = [speech.number(least.units), speech.number(units)]
    this.line.hidden = this.bar.hidden = false
    write(this.#encoding, encoding)
    setTitle(this.#encoding, speech.say(encoding === 'GSM-7' ? 'gsm7' : 'ucs2'))
    write(this.#units, `${fewest === all ? all : `${fewest}–${all}`}/${capacity}`)
    say(this.#segments, said)
    say(this.#left, speech.say('left', { n: remaining }))
    write(this.#cost, cost ?? '')
    this.#cost.hidden = cost === undefined
    this.#filled.style.transform = `scaleX(${units / (units + remaining)})`
    const counted = speech.say('of', { units: sayRange(fewest, all, speech)!, capacity }).text
    const label = [encoding, counted, said.text, ...(cost === undefined ? [] : [cost])]
    return {
      label: `${speech.say('label').text}: ${label.join(', ')}`,
      message: { ...said, text: `${encoding}, ${said.text}` },
    }
  }
}

/** From one to another, or one where both are the same. */
function sayRange(least: string | undefined, most: string | undefined, speech: Speech): string | undefined {
  if (least === undefined || most === undefined || least === most) return most
  return speech.say('range', { least, most }).text
}
