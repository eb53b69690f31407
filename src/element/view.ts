import type { Count, Segmentation } from '../types'
import { formatCodePoint } from '../words'
import { type Foreign, type Latin, replacementsOf } from './characters'
import { STYLE } from './style'
import type { Said, Speech } from './texts'

/** Characters that are listed, those that can be replaced and the others, and segments that are drawn: a long text has too many. */
const LISTED = 12
const LISTED_TO_FIND = 4
const DRAWN = 10

/** Units of the text in Latin letters that are shown. */
const PREVIEWED = 2000

/** Milliseconds without a change before a screen reader hears of one. */
const SILENCE = 1000

/** What a button of the view asks for. */
export type Wish =
  | { kind: 'replace'; replacements: ReadonlyMap<string, string> }
  | { kind: 'find'; character: string }
  | { kind: 'use'; text: string }

/** A sheet is of one document, and lost where its element is moved to another. */
const sheets = new WeakMap<Document, CSSStyleSheet>()

/**
 * What <sms-counter> shows. Everything of a person's text is set as text, never as markup, and each segment of it is a
 * bidirectional island, so that what a text says of its direction ends with it.
 */
export class View {
  readonly #line = element('div', 'line')
  readonly #encoding = element('span', 'encoding')
  readonly #units = element('span', 'units')
  readonly #segments = element('span', 'segments')
  readonly #cost = element('span', 'cost')
  readonly #left = element('span', 'left')
  readonly #bar = element('div', 'bar')
  readonly #filled = element('div', 'filled')
  readonly #foreign = element('div', 'foreign')
  readonly #reason = element('div', 'reason')
  readonly #characters = element('div', 'characters')
  readonly #cuts = element('details', 'cuts')
  readonly #summary = element('summary', 'summary')
  readonly #text = element('div', 'text')
  readonly #latin = element('div', 'latin')
  readonly #latinLine = element('div', 'latin-line')
  readonly #latinText = element('p', 'latin-text')
  readonly #use = element('button', 'use')
  readonly #live = element('div', 'live')
  readonly #host: HTMLElement
  readonly #root: ShadowRoot
  readonly #wish: (wish: Wish, byKey: boolean) => void
  readonly #wishes = new Map<HTMLButtonElement, Wish>()
  #speech: Speech | undefined
  #shown: [speech: Speech, state: string] | undefined
  #spoken: string | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: HTMLElement, wish: (wish: Wish, byKey: boolean) => void) {
    this.#host = host
    this.#wish = wish
    this.#line.tabIndex = -1
    this.#line.append(this.#encoding, this.#units, this.#segments, this.#cost, this.#left)
    this.#bar.append(this.#filled)
    this.#bar.ariaHidden = 'true'
    this.#foreign.append(this.#reason, this.#characters)
    this.#cuts.append(this.#summary, this.#text)
    this.#text.dir = 'auto'
    this.#text.tabIndex = 0
    this.#text.role = 'group'
    this.#latin.append(this.#latinLine, this.#latinText, this.#use)
    this.#live.role = 'status'
    this.#root = host.attachShadow({ mode: 'open' })
    this.#root.append(this.#line, this.#bar, this.#foreign, this.#latin, this.#cuts, this.#live)
    this.clear()
  }

  /** Dresses it in the document that it stands in now. */
  dress(): void {
    const { ownerDocument } = this.#root
    const sheet = sheets.get(ownerDocument) ?? sheetOf(STYLE, ownerDocument)
    sheets.set(ownerDocument, sheet)
    if (this.#root.adoptedStyleSheets[0] !== sheet) this.#root.adoptedStyleSheets = [sheet]
  }

  /** Does what may take away the button that has the focus; the one in its place has it then, or else the line. */
  keepFocus(change: () => void): void {
    const index = this.#pressable().indexOf(this.#root.activeElement as HTMLButtonElement)
    change()
    const buttons = this.#pressable()
    const next = buttons[index] ?? buttons.at(-1) ?? this.#line
    next.focus()
  }

  #pressable(): HTMLButtonElement[] {
    return [...this.#root.querySelectorAll('button')].filter(
      (button) => !button.disabled && !button.closest('[hidden]'),
    )
  }

  /** Nothing to count. */
  clear(): void {
    for (const part of [this.#line, this.#bar, this.#foreign, this.#cuts, this.#latin]) part.hidden = true
    clearTimeout(this.#timer)
    this.#host.ariaLabel = null
  }

  /** The line and the bar: cheap enough for every keystroke. */
  showCount({ encoding, units, segments, remaining }: Count, speech: Speech): void {
    const capacity = units + remaining
    // Nobody sends an empty text.
    const cost = units === 0 ? undefined : speech.cost(segments)
    const said = speech.say('segments', { n: segments })
    const numbers = { units: speech.number(units), capacity: speech.number(capacity) }
    this.#line.hidden = this.#bar.hidden = false
    write(this.#encoding, encoding)
    write(this.#units, `${numbers.units}/${numbers.capacity}`)
    say(this.#segments, said)
    say(this.#left, speech.say('left', { n: remaining }))
    write(this.#cost, cost ?? '')
    this.#cost.hidden = cost === undefined
    this.#filled.style.transform = `scaleX(${units / capacity})`
    const label = [encoding, speech.say('of', numbers).text, said.text, ...(cost === undefined ? [] : [cost])]
    this.#tell(
      `${speech.say('label').text}: ${label.join(', ')}`,
      { ...said, text: `${encoding}, ${said.text}` },
      speech,
    )
  }

  /**
   * Characters outside GSM-7, each once: those that have a replacement first. `saved`: segments that all replacements save
   * together; those that cost more are not offered together. `may` says what can be asked for now.
   */
  showCharacters(characters: readonly Foreign[], saved: number, may: (wish: Wish) => boolean, speech: Speech): void {
    this.#list(characters, saved, speech)
    for (const [button, wish] of this.#wishes) button.disabled = !may(wish)
  }

  #list(characters: readonly Foreign[], saved: number, speech: Speech): void {
    const replaceable = characters.filter(({ replacement }) => replacement !== undefined)
    const others = characters.filter(({ replacement }) => replacement === undefined)
    const listed = [...replaceable.slice(0, LISTED), ...others.slice(0, LISTED_TO_FIND)]
    const more = characters.length - listed.length
    this.#foreign.hidden = listed.length === 0
    const state = JSON.stringify([listed.map(({ text, replacement }) => [text, replacement]), more, saved])
    if (this.#shown?.[0] === speech && this.#shown[1] === state) return
    this.#shown = [speech, state]
    this.#wishes.clear()
    say(this.#reason, speech.say('foreign'))
    const chips = listed.map((character) => this.#chip(character, speech))
    if (more > 0) chips.push(saying('span', 'more', speech.say('more', { n: more })))
    if (replaceable.length > 1 && saved >= 0) chips.push(this.#all(replaceable, saved, speech))
    this.#characters.replaceChildren(...chips)
  }

  #all(replaceable: readonly Foreign[], saved: number, speech: Speech): HTMLElement {
    const button = this.#button('all', '', { kind: 'replace', replacements: replacementsOf(replaceable) })
    say(button, joined(speech.say('replaceAll'), saved, speech))
    return button
  }

  /** Its name is what it shows (a name apart from that is lost on who speaks to it), its title what it does. */
  #chip({ text, replacement }: Foreign, speech: Speech): HTMLElement {
    const character = visible(text)
    if (replacement === undefined) {
      const button = this.#button('character', character, { kind: 'find', character: text })
      return titled(button, speech.say('find', { character }))
    }
    const by = visible(replacement)
    const replacements = new Map([[text, replacement]])
    const button = this.#button('character', `${character} → ${by || '∅'}`, { kind: 'replace', replacements })
    // The arrow points to the right.
    button.dir = 'ltr'
    return titled(button, speech.say(replacement === '' ? 'remove' : 'replace', { character, replacement: by }))
  }

  /** Where the text is cut: the first segments, each with its units behind it. */
  showCuts({ parts, perSegment }: Segmentation, speech: Speech): void {
    this.#cuts.hidden = parts.length < 2
    if (this.#cuts.hidden) return
    const cuts = speech.say('cuts')
    say(this.#summary, cuts)
    const pieces: Node[] = []
    for (const [index, { text, units }] of parts.slice(0, DRAWN).entries()) {
      pieces.push(element('span', 'segment', text), element('span', 'cut', `${index + 1} · ${units}/${perSegment}`))
    }
    if (parts.length > DRAWN) pieces.push(element('span', 'more', '…'))
    this.#text.replaceChildren(...pieces)
    this.#text.ariaLabel = cuts.text
  }

  /** What the text would cost in Latin letters. */
  showLatin(latin: Latin | undefined, may: (wish: Wish) => boolean, speech: Speech): void {
    this.#latin.hidden = latin === undefined
    if (latin === undefined) return
    const { encoding, segments } = latin.count
    const { text, lang } = speech.say('latin')
    const offer = `${text}: ${encoding}, ${speech.say('segments', { n: segments }).text}`
    say(this.#latinLine, joined({ text: offer, ...(lang && { lang }) }, latin.saved, speech))
    write(this.#latinText, latin.text.length > PREVIEWED ? `${latin.text.slice(0, PREVIEWED)}…` : latin.text)
    say(this.#use, speech.say('use'))
    const wish: Wish = { kind: 'use', text: latin.text }
    this.#use.disabled = !may(wish)
    this.#use.onclick = ({ detail }) => this.#wish(wish, detail === 0)
  }

  #button(part: string, label: string, wish: Wish): HTMLButtonElement {
    const button = element('button', part, label)
    button.type = 'button'
    // A click has a number; a key that presses a button makes one of number 0.
    button.addEventListener('click', ({ detail }) => this.#wish(wish, detail === 0))
    this.#wishes.set(button, wish)
    return button
  }

  /**
   * Says the encoding and the segments when they have changed and the person pauses; never each character. The name of the
   * element has the numbers, for who asks; it waits for the pause too, since a field that it describes may say each change of it.
   */
  #tell(label: string, message: Said, speech: Speech): void {
    clearTimeout(this.#timer)
    if (this.#speech !== speech || this.#host.ariaLabel === null) this.#host.ariaLabel = label
    this.#speech = speech
    this.#spoken ??= message.text
    if (this.#spoken === message.text && this.#host.ariaLabel === label) return
    this.#timer = setTimeout(() => {
      this.#host.ariaLabel = label
      if (this.#spoken === message.text) return
      this.#spoken = message.text
      say(this.#live, message)
    }, SILENCE)
  }
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  part: string,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.setAttribute('part', part)
  if (text !== '') made.textContent = text
  return made
}

/** Leaves the document alone where nothing has changed. */
function write(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text
}

/** A text from inside has its own language, and its own direction whatever that of the page is (WCAG 2.2, 3.1.2). */
function say(target: HTMLElement, { text, lang }: Said): void {
  if (lang === undefined) {
    if (target.firstElementChild) target.replaceChildren()
    write(target, text)
    return
  }
  let words = target.firstElementChild as HTMLElement | null
  if (!words) {
    words = document.createElement('span')
    words.dir = 'ltr'
    target.replaceChildren(words)
  }
  if (words.lang !== lang) words.lang = lang
  write(words, text)
}

function saying(name: 'span', part: string, said: Said): HTMLElement {
  const made = element(name, part)
  say(made, said)
  return made
}

function titled(button: HTMLButtonElement, { text, lang }: Said): HTMLButtonElement {
  button.title = text
  if (lang !== undefined) button.lang = lang
  return button
}

/** An offer, and what it saves, if it does. */
function joined(offer: Said, saved: number, speech: Speech): Said {
  return saved > 0 ? { ...offer, text: `${offer.text} · ${speech.say('saves', { n: saved }).text}` } : offer
}

/**
 * A character as it can be shown: a mark on a circle, what is invisible or turns the text around as its code; but what joins
 * the parts of an emoji, and selects its form, shows in that.
 */
function visible(character: string): string {
  if (/^\p{M}/u.test(character)) return `◌${character}`
  const joins = /\p{Extended_Pictographic}./su.test(character)
  return character.replace(/[\p{C}\p{Z}]/gu, (one) =>
    one === ' ' || (joins && /[\u200d\u{e0020}-\u{e007f}]/u.test(one)) ? one : formatCodePoint(one.codePointAt(0)!),
  )
}

function sheetOf(style: string, { defaultView }: Document): CSSStyleSheet {
  const made = new (defaultView ?? window).CSSStyleSheet()
  made.replaceSync(style)
  return made
}
