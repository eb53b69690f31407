import { formatCodePoint } from '../code-point'
import type { Count, ForeignCharacter, Segmentation } from '../types'
import { STYLE } from './style'
import { fill, type Speech, type Texts } from './texts'

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

export interface Latin {
  readonly text: string
  readonly count: Count
}

/** A sheet is of one document, and lost where its element is moved to another. */
const sheets = new WeakMap<Document, CSSStyleSheet>()

/**
 * What <sms-counter> shows. Everything of a person's text is set as text, never as markup, and each segment of it is a
 * bidirectional island, so that what a text says of its direction ends with it.
 */
export class View {
  readonly #line = element('div', 'line')
  readonly #encoding = element('span', 'encoding')
  readonly #units = element('bdi', 'units')
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
  readonly #text = element('p', 'text')
  readonly #latin = element('div', 'latin')
  readonly #latinLine = element('div', 'latin-line')
  readonly #latinText = element('p', 'latin-text')
  readonly #use = element('button', 'use')
  readonly #live = element('div', 'live')
  readonly #root: ShadowRoot
  readonly #wish: (wish: Wish, byKey: boolean) => void
  readonly #buttons = new Map<HTMLButtonElement, Wish>()
  #shown = ''
  #spoken: string | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: HTMLElement, wish: (wish: Wish, byKey: boolean) => void) {
    this.#wish = wish
    this.#line.tabIndex = -1
    this.#line.append(this.#encoding, this.#units, this.#segments, this.#cost, this.#left)
    this.#bar.append(this.#filled)
    this.#bar.ariaHidden = 'true'
    this.#foreign.append(this.#reason, this.#characters)
    this.#cuts.append(this.#summary, this.#text)
    this.#text.dir = 'auto'
    this.#text.tabIndex = 0
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
  }

  /** The line and the bar: cheap enough for every keystroke. */
  showCount(count: Count, speech: Speech): void {
    const { encoding, units, segments, perSegment, remaining } = count
    const cost = speech.cost(segments)
    this.#line.hidden = this.#bar.hidden = false
    write(this.#encoding, encoding)
    write(this.#units, `${units}/${units + remaining}`)
    write(this.#segments, speech.segments(segments))
    write(this.#left, speech.left(remaining))
    write(this.#cost, cost ?? '')
    this.#cost.hidden = cost === undefined
    this.#filled.style.transform = `scaleX(${(perSegment - remaining) / perSegment})`
    this.#announce(`${encoding}, ${this.#segments.textContent}`)
  }

  /** Characters outside GSM-7, each once: those that have a replacement first. `may` says what can be asked for now. */
  showCharacters(characters: readonly ForeignCharacter[], may: (wish: Wish) => boolean, speech: Speech): void {
    this.#list(characters, speech)
    for (const [button, wish] of this.#buttons) button.disabled = !may(wish)
  }

  #list(characters: readonly ForeignCharacter[], { texts, more: andMore }: Speech): void {
    const replaceable = characters.filter(({ replacement }) => replacement !== undefined)
    const others = characters.filter(({ replacement }) => replacement === undefined)
    const listed = [...replaceable.slice(0, LISTED), ...others.slice(0, LISTED_TO_FIND)]
    const more = replaceable.length + others.length - listed.length
    this.#foreign.hidden = listed.length === 0
    const state = JSON.stringify([listed.map(({ offset, ...character }) => character), more, texts])
    if (this.#shown === state) return
    this.#shown = state
    this.#buttons.clear()
    write(this.#reason, texts.foreign)
    const chips: HTMLElement[] = listed.map((character) => this.#chip(character, texts))
    if (more > 0) chips.push(element('span', 'more', andMore(more)))
    if (replaceable.length > 1) {
      const all = replaceable.map(
        ({ codePoint, replacement }) => [String.fromCodePoint(codePoint), replacement!] as const,
      )
      chips.push(this.#button('all', texts.replaceAll, { kind: 'replace', replacements: new Map(all) }))
    }
    this.#characters.replaceChildren(...chips)
  }

  #chip({ codePoint, replacement }: ForeignCharacter, texts: Texts): HTMLElement {
    const character = String.fromCodePoint(codePoint)
    const shown = visible(character)
    if (replacement === undefined) {
      const button = this.#button('character', shown, { kind: 'find', character })
      button.ariaLabel = button.title = fill(texts.find, { character: shown })
      return button
    }
    const replacements = new Map([[character, replacement]])
    const button = this.#button('character', `${shown} → ${visible(replacement) || '∅'}`, {
      kind: 'replace',
      replacements,
    })
    const template = replacement === '' ? texts.remove : texts.replace
    button.ariaLabel = button.title = fill(template, { character: shown, replacement: visible(replacement) })
    return button
  }

  /** Where the text is cut: the first segments, each with its units behind it. */
  showCuts({ parts, perSegment }: Segmentation, { texts }: Speech): void {
    this.#cuts.hidden = parts.length < 2
    if (this.#cuts.hidden) return
    write(this.#summary, texts.cuts)
    const pieces: Node[] = []
    for (const [index, { text, units }] of parts.slice(0, DRAWN).entries()) {
      pieces.push(element('span', 'segment', text), element('span', 'cut', `${index + 1} · ${units}/${perSegment}`))
    }
    if (parts.length > DRAWN) pieces.push(element('span', 'more', '…'))
    this.#text.replaceChildren(...pieces)
    this.#text.ariaLabel = texts.cuts
  }

  /** What the text would cost in Latin letters. */
  showLatin(latin: Latin | undefined, may: (wish: Wish) => boolean, speech: Speech): void {
    this.#latin.hidden = latin === undefined
    if (latin === undefined) return
    const { encoding, segments } = latin.count
    write(this.#latinLine, `${speech.texts.latin}: ${encoding}, ${speech.segments(segments)}`)
    write(this.#latinText, latin.text.length > PREVIEWED ? `${latin.text.slice(0, PREVIEWED)}…` : latin.text)
    write(this.#use, speech.texts.use)
    const wish: Wish = { kind: 'use', text: latin.text }
    this.#use.disabled = !may(wish)
    this.#use.onclick = ({ detail }) => this.#wish(wish, detail === 0)
  }

  #button(part: string, label: string, wish: Wish): HTMLButtonElement {
    const button = element('button', part, label)
    button.type = 'button'
    // A click has a number; a key that presses a button makes one of number 0.
    button.addEventListener('click', ({ detail }) => this.#wish(wish, detail === 0))
    this.#buttons.set(button, wish)
    return button
  }

  /** Says the encoding and the segments when they have changed and the person pauses; never each character. */
  #announce(message: string): void {
    clearTimeout(this.#timer)
    const first = this.#spoken === undefined
    if (first) this.#spoken = message
    if (this.#spoken === message) return
    this.#timer = setTimeout(() => {
      this.#spoken = message
      this.#live.textContent = message
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

/** A character as it can be shown: a mark on a circle, what is invisible or turns the text around as its code. */
function visible(character: string): string {
  if (/^\p{M}/u.test(character)) return `◌${character}`
  return character.replace(/[\p{C}\p{Z}]/gu, (one) => (one === ' ' ? one : formatCodePoint(one.codePointAt(0)!)))
}

function sheetOf(style: string, { defaultView }: Document): CSSStyleSheet {
  const made = new (defaultView ?? window).CSSStyleSheet()
  made.replaceSync(style)
  return made
}
