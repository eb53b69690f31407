// The characters outside GSM-7, each with a button that replaces or finds it.
import { formatCodePoint } from '../../words'
import type { Foreign } from '../cost/characters'
import type { Explanation } from '../cost/explain'
import type { Replacements } from '../cost/replacements'
import { createPart, say, setTitle } from '../dom'
import type { Hear, May, Wish } from '../field/wish'
import { addSaving, type Speech } from '../texts'

/** Most characters that are listed, with a replacement and without. A long text has too many. */
const LISTED = 12
const LISTED_TO_FIND = 4

/** The list and its reason. */
export class ForeignList {
  readonly part = createPart('div', 'foreign')
  readonly #reason = createPart('div', 'reason')
  readonly #characters = createPart('div', 'characters')
  readonly #hear: Hear
  readonly #wishes = new Map<HTMLButtonElement, Wish>()
  #shown: [speech: Speech, state: string] | undefined

  constructor(hear: Hear) {
    this.#hear = hear
    this.part.append(this.#reason, this.#characters)
  }

  /**
   * Shows characters, each once: those with a replacement first. `saved` is the segments that all replacements together save;
   * below 0 they cost more, and are not offered together. `may` tells what can be asked for now.
   */
  show({ characters, replacements, saved, otherAlphabet }: Explanation, may: May, speech: Speech): void {
    this.#list(characters, replacements, saved, speech)
    if (otherAlphabet) this.#tellAlphabet(speech)
    for (const [button, wish] of this.#wishes) button.disabled = !may(wish)
  }

  /** A text in another alphabet has no character that one could name. */
  #tellAlphabet(speech: Speech): void {
    say(this.#reason, speech.say('alphabet'))
    this.part.hidden = false
    this.#shown = undefined
  }

  /** Makes the buttons anew only where they change, so that one keeps the focus. */
  #list(characters: readonly Foreign[], replacements: Replacements, saved: number, speech: Speech): void {
    const replaceable = characters.filter(({ replacement }) => replacement !== undefined)
    const others = characters.filter(({ replacement }) => replacement === undefined)
    const listed = [...replaceable.slice(0, LISTED), ...others.slice(0, LISTED_TO_FIND)]
    const more = characters.length - listed.length
    this.part.hidden = listed.length === 0
    const state = JSON.stringify([
      listed.map(({ text, replacement }) => [text, replacement]),
      more,
      saved,
      replacements.size,
    ])
    if (this.#shown?.[0] === speech && this.#shown[1] === state) return
    this.#shown = [speech, state]
    this.#wishes.clear()
    say(this.#reason, speech.say('foreign'))
    const shown: HTMLElement[] = listed.map((character) => this.#createButtonFor(character, speech))
    if (more > 0) {
      const rest = createPart('span', 'more')
      say(rest, speech.say('more', { n: more }))
      shown.push(rest)
    }
    if (replacements.size > 1 && saved >= 0) shown.push(this.#createButtonForAll(replacements, saved, speech))
    this.#characters.replaceChildren(...shown)
  }

  /** Its name is what it shows, since a person who speaks to it says what is shown; its title is what it does. */
  #createButtonFor({ text, replacement }: Foreign, speech: Speech): HTMLElement {
    const character = makeVisible(text)
    if (replacement === undefined) {
      const button = this.#createButton('character', character, { kind: 'find', character: text })
      setTitle(button, speech.say('find', { character }))
      return button
    }
    const by = makeVisible(replacement)
    const replacements = new Map([[text, replacement]])
    const button = this.#createButton('character', `${character} → ${by || '∅'}`, { kind: 'replace', replacements })
    // The arrow points to the right.
    button.dir = 'ltr'
    setTitle(button, speech.say(replacement === '' ? 'remove' : 'replace', { character, replacement: by }))
    return button
  }

  #createButtonForAll(replacements: Replacements, saved: number, speech: Speech): HTMLElement {
    const button = this.#createButton('all', '', {
      kind: 'replace',
      replacements,
    })
    say(button, addSaving(speech.say('replaceAll'), saved, speech))
    return button
  }

  #createButton(part: string, label: string, wish: Wish): HTMLButtonElement {
    const button = createPart('button', part, label)
    button.type = 'button'
    // A click has a number; a key that presses a button makes a click of number 0.
    button.addEventListener('click', ({ detail }) => this.#hear(wish, detail === 0))
    this.#wishes.set(button, wish)
    return button
  }
}

/**
 * A character as it can be shown: a combining mark on a circle; the code of what is invisible or turns the text around, except of
 * what joins the parts of an emoji or selects its form, which shows in the emoji.
 */
export function makeVisible(character: string): string {
  if (/^\p{M}/u.test(character)) return `◌${character}`
  const joins = /\p{Extended_Pictographic}./su.test(character)
  return character.replace(/[\p{C}\p{Z}]/gu, (one) =>
    one === ' ' || (joins && /[\u200d\u{e0020}-\u{e007f}]/u.test(one)) ? one : formatCodePoint(one.codePointAt(0)!),
  )
}
