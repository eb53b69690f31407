import type { Count, TextOptions } from '../types'
import { foreignIn, type Latin, latinOf, replacementsOf } from './characters'
import {
  type Field,
  findNext,
  formOf,
  isField,
  isNode,
  isSelectable,
  isWritable,
  replaceIn,
  rewriteField,
  roomOf,
  textOf,
} from './field'
import { type CounterDetail, costOf, detailOf } from './price'
import { replaceAll } from './replacements'
import { type Speech, speechOf, type Texts, textsIn } from './texts'
import { View, type Wish } from './view'

type Septet = typeof import('../index')

/** Up to this many units everything is shown at each keystroke; of a longer text all but the count waits for a pause. */
const AT_ONCE = 10_000
const PAUSE = 250

/** Milliseconds until a field that is not there is missed: what builds a page may put it behind its counter. */
const PATIENCE = 50

export type { CounterDetail } from './price'

/** Gives the text of a field whose elements do not say it, such as that of an editor with a model of its own. */
export type ReadText = (field: HTMLElement) => string

/** What a server has for HTMLElement: the module can be imported there, and defines nothing. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement)

/**
 * `<sms-counter for="message">`: counts what is typed into the field of that id, as a person types it.
 *
 * Attributes: `for`; `rate` and `currency`, the price of a segment and its ISO 4217 code; `newline` (`crlf` for a field that a
 * form submits) and `reference-bits`, as the options of `count`; `encoding`, `auto` or `UCS-2`; `transliterate`, a scheme whose
 * result is offered where it costs no more; `lang`; `texts`, JSON that stands in for texts of the element.
 *
 * Fires `septet-count` at each count, with a {@link CounterDetail}; it bubbles, and leaves shadow trees. The name of the element
 * (`aria-label`) is written by it and holds the numbers, so that a field can be described by it.
 *
 * Custom properties: `--sms-counter-accent`, `-warning` (UCS-2), `-text`, `-muted`, `-surface`, `-border`: colours, by default
 * mixed of the page's text colour; `-radius`, a length; `-font`, a `font`.
 *
 * | parts | what they are |
 * | --- | --- |
 * | `line` | `encoding`, `units`, `segments`, `cost`, `left` (units free in the last segment) |
 * | `bar` | `filled`: units of all that the segments hold |
 * | `foreign` | `reason`; `characters`: each `character` outside GSM-7, a button; `more`; `all`, a button |
 * | `latin` | `latin-line`, `latin-text`, `use`, a button: the text in Latin letters |
 * | `cuts` | `summary`; `text`: each `segment`, and its `cut` behind it; `more` |
 * | `live` | what a screen reader is told, out of sight |
 *
 * @example
 * import 'septet/element'
 * // <textarea id="message"></textarea> <sms-counter for="message" rate="0.05" currency="EUR"></sms-counter>
 */
export class SmsCounter extends Base {
  static readonly observedAttributes = [
    'for',
    'rate',
    'currency',
    'newline',
    'encoding',
    'reference-bits',
    'transliterate',
    'lang',
    'texts',
  ]

  #view: View | undefined
  #septet: Septet | undefined
  #field: Field | undefined
  /** Ends what is heard of the field. */
  #hearing: AbortController | undefined
  /** Whatever a script has set as field. */
  #own: unknown
  #read: ReadText | undefined
  #observer: MutationObserver | undefined
  #pause: ReturnType<typeof setTimeout> | undefined
  #missing: ReturnType<typeof setTimeout> | undefined
  #loading: Promise<void> | undefined
  #composing = false
  /** While the element itself writes into the field. */
  #writing = false
  /** What the field was fit for when its buttons were shown. */
  #fitness = ''
  readonly #said = new Set<string>()
  #speech: Speech | undefined

  constructor() {
    super()
    // Set before the element was defined, they stand in front of the accessors.
    for (const name of ['field', 'read'] as const) {
      if (!Object.hasOwn(this, name)) continue
      const { [name]: value } = this
      delete this[name]
      Object.assign(this, { [name]: value })
    }
  }

  /** The field that is counted; set it where no id can name it, as in a shadow tree. */
  get field(): HTMLElement | undefined {
    return this.#field
  }

  set field(field: HTMLElement | undefined) {
    this.#own = field
    this.#bind()
  }

  /** What is counted: the text of the field as it stands, so that a page sends of an editable element what it has shown. */
  get text(): string | undefined {
    return this.#field && this.#textOf(this.#field)
  }

  /**
   * Reads the field in the place of the element's own rule: for an editor that has a model of its own.
   *
   * @example
   * counter.read = () => quill.getText().replace(/\n$/, '')
   */
  get read(): ReadText | undefined {
    return this.#read
  }

  set read(read: ReadText | undefined) {
    this.#read = read
    this.update()
  }

  /** @hidden */
  connectedCallback(): void {
    this.#view ??= new View(this, (wish, byKey) => this.#grant(wish, byKey))
    this.#view.dress()
    this.role ??= 'group'
    this.#observer = new MutationObserver(() => this.#look())
    this.#observer.observe(this.getRootNode(), OBSERVED)
    this.#bind()
    if (this.ownerDocument.readyState === 'loading')
      this.ownerDocument.addEventListener('DOMContentLoaded', () => this.#bind(), { once: true })
  }

  /** @hidden */
  disconnectedCallback(): void {
    this.#observer?.disconnect()
    clearTimeout(this.#missing)
    this.#release()
  }

  /** @hidden */
  attributeChangedCallback(name: string): void {
    this.#speech = undefined
    if (!this.isConnected || !this.#view) return
    if (name === 'for') this.#bind()
    else this.update()
  }

  /** Counts again: for a script that has set the field's value, of which no event tells. */
  update(): void {
    if (!this.#field || this.#writing) return
    if (this.#septet) this.#show(this.#field, this.#septet)
    else void this.#load()
  }

  #look(): void {
    this.#bind()
    if (this.#field && this.#septet && this.#fitness !== fitnessOf(this.#field))
      this.#explain(this.#field, this.#septet)
  }

  #named(): Element | null {
    const id = this.getAttribute('for')
    const root = this.getRootNode() as Document | ShadowRoot
    return id ? root.getElementById(id) : null
  }

  #bind(): void {
    if (!this.isConnected) return
    const found = this.#own ?? this.#named()
    const countable = isField(found) && found.isConnected
    if (countable && found === this.#field) return
    const removed = this.#field?.isConnected === false
    this.#release()
    clearTimeout(this.#missing)
    if (countable) {
      this.#hold(found)
      return
    }
    this.#view?.clear()
    // The next change of the page looks again, and this with it.
    if (this.ownerDocument.readyState !== 'loading')
      this.#missing = setTimeout(() => this.#complain(found, removed), PATIENCE)
  }

  #complain(found: unknown, removed: boolean): void {
    const id = this.getAttribute('for')
    const name = this.#own ? 'the value of field' : `the element that for="${id}" names`
    if (found && !isField(found)) this.#sayOnce(`${name} is no field to count: ${nameOf(found)}`)
    else if (this.#own) this.#sayOnce(`the value of field is not in the page: ${nameOf(found)}`)
    else if (removed) this.#sayOnce(`the field that for="${id}" named was removed`)
    else if (id) this.#sayOnce(`for="${id}" names no element`)
    else this.#sayOnce('lacks for="...", the id of a text field')
  }

  #hold(field: Field): void {
    this.#field = field
    this.#composing = false
    this.#hearing = new AbortController()
    const { signal } = this.#hearing
    for (const type of EVENTS) field.addEventListener(type, this, { signal })
    // Of whatever form the field is in by then: it can be moved to another.
    field.getRootNode().addEventListener('reset', this, { signal, capture: true })
    this.#observer?.observe(field.getRootNode(), OBSERVED)
    this.update()
  }

  #release(): void {
    clearTimeout(this.#pause)
    this.#hearing?.abort()
    this.#field = undefined
  }

  /** The library is loaded when a first field is there to be counted; where that fails, the next input tries again. */
  #load(): Promise<void> {
    this.#loading ??= import('../index')
      .then(
        (septet) => {
          this.#septet = septet
          this.update()
        },
        (error) => this.#sayOnce(`could not load septet: ${error}`),
      )
      .finally(() => {
        this.#loading = undefined
      })
    return this.#loading
  }

  /** @hidden */
  handleEvent(event: Event): void {
    if (event.type === 'compositionstart') this.#composing = true
    if (event.type === 'compositionend') this.#composing = false
    if (event.type !== 'reset') this.update()
    // A reset empties the field behind its event.
    else if (this.#field && event.target === formOf(this.#field)) setTimeout(() => this.update())
  }

  #show(field: Field, septet: Septet): void {
    const view = this.#view!
    clearTimeout(this.#pause)
    let text: string
    let count: Count
    try {
      text = this.#textOf(field)
      count = septet.count(text, this.#options())
    } catch (error) {
      view.clear()
      this.#sayOnce(String(error))
      return
    }
    this.#speech ??= this.#speak()
    this.dataset.encoding = count.encoding
    view.showCount(count, this.#speech)
    this.#tell(count)
    if (text.length <= AT_ONCE) this.#explain(field, septet, text)
    else this.#pause = setTimeout(() => this.#explain(field, septet), PAUSE)
  }

  #textOf(field: Field): string {
    return this.#read ? this.#read(field) : textOf(field)
  }

  /** All that the count alone does not say. */
  #explain(field: Field, septet: Septet, text = this.#textOf(field)): void {
    clearTimeout(this.#pause)
    const view = this.#view!
    this.#speech ??= this.#speak()
    const speech = this.#speech
    const options = this.#options()
    const may = (wish: Wish) => !this.#composing && isFit(field, wish)
    this.#fitness = fitnessOf(field)
    const segmentation = septet.segment(text, options)
    const characters = segmentation.encoding === 'UCS-2' ? foreignIn(text, septet) : []
    const replacements = replacementsOf(characters)
    const all = replacements.size > 1 ? septet.count(replaceAll(text, replacements), options) : segmentation
    view.showCharacters(characters, segmentation.segments - all.segments, may, speech)
    view.showCuts(segmentation, speech)
    view.showLatin(this.#latin(septet, text, segmentation, options), may, speech)
  }

  #latin(septet: Septet, text: string, now: Count, options: TextOptions): Latin | undefined {
    const scheme = this.#choice('transliterate', ['translit', 'volapuk'] as const)
    return scheme && latinOf(septet, text, scheme, now, options)
  }

  #tell(count: Count): void {
    const rate = this.#rate()
    const detail: CounterDetail = detailOf(count, rate)
    this.dispatchEvent(new CustomEvent('septet-count', { detail, bubbles: true, composed: true }))
  }

  #grant(wish: Wish, byKey: boolean): void {
    const field = this.#field
    if (!field || !isFit(field, wish)) return
    if (wish.kind === 'find') findNext(field, wish.character)
    // Who works by keys would write the next one into the message.
    else if (byKey && this.shadowRoot?.activeElement) this.#view!.keepFocus(() => this.#write(field, wish))
    else this.#write(field, wish)
  }

  /** Counts once, not at each of the commands that it may take. */
  #write(field: Field, wish: Exclude<Wish, { kind: 'find' }>): void {
    this.#writing = true
    try {
      if (wish.kind === 'replace') replaceIn(field, wish.replacements, this.#read !== undefined)
      else rewriteField(field, wish.text)
    } finally {
      this.#writing = false
    }
    this.update()
    if (this.#septet) this.#explain(field, this.#septet)
  }

  #options(): TextOptions {
    const newline = this.#choice('newline', ['keep', 'lf', 'crlf'] as const)
    const encoding = this.#choice('encoding', ['auto', 'UCS-2'] as const)
    const bits = this.#choice('reference-bits', ['8', '16'] as const)
    return {
      ...(newline && { newline }),
      ...(encoding && { encoding }),
      ...(bits && { referenceBits: bits === '8' ? 8 : 16 }),
    }
  }

  #choice<Choice extends string>(attribute: string, choices: readonly Choice[]): Choice | undefined {
    const value = this.getAttribute(attribute)
    if (value === null || value === '') return undefined
    if (choices.includes(value as Choice)) return value as Choice
    this.#sayOnce(`${attribute}="${value}" is none of ${choices.join(', ')}`)
    return undefined
  }

  #rate(): number | undefined {
    const value = this.getAttribute('rate')
    if (value === null || value.trim() === '') return undefined
    const rate = Number(value)
    if (rate >= 0 && Number.isFinite(rate)) return rate
    this.#sayOnce(`rate="${value}" is no price`)
    return undefined
  }

  #speak(): Speech {
    const language = languageOf(this)
    const rate = this.#rate()
    const format = this.#format(language)
    const cost = (segments: number) => (rate === undefined ? undefined : format(costOf(rate, segments)))
    return speechOf(language, this.#texts(), cost)
  }

  #format(language: string): (cost: number) => string {
    const currency = this.getAttribute('currency')
    const digits = { maximumFractionDigits: 4 }
    try {
      const style = currency ? ({ style: 'currency', currency, ...digits } as const) : digits
      return new Intl.NumberFormat(language, style).format
    } catch {
      this.#sayOnce(`currency="${currency}" is no currency`)
      return new Intl.NumberFormat(language, digits).format
    }
  }

  #texts(): Partial<Texts> {
    const json = this.getAttribute('texts')
    if (!json) return {}
    try {
      return textsIn(JSON.parse(json), (message) => this.#sayOnce(message))
    } catch (error) {
      this.#sayOnce(`texts is no JSON: ${error}`)
      return {}
    }
  }

  #sayOnce(message: string): void {
    if (this.#said.has(message)) return
    this.#said.add(message)
    console.error(`<sms-counter>: ${message}`)
  }
}

/** What can make another element the field, or make the field fit for something else. */
const OBSERVED: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['id', 'type', 'contenteditable', 'disabled', 'readonly', 'maxlength'],
}

const EVENTS = ['input', 'change', 'compositionstart', 'compositionend']

/** Whether the field can do it now: nothing of a text is lost where it would not fit. */
function isFit(field: Field, wish: Wish): boolean {
  if (wish.kind === 'find') return isSelectable(field)
  const room = roomOf(field)
  if (!isWritable(field) || room === Number.POSITIVE_INFINITY) return isWritable(field)
  const text = wish.kind === 'use' ? wish.text : replaceAll(textOf(field), wish.replacements)
  return text.length <= room
}

/** All of the field that `isFit` asks of, but for its text. */
function fitnessOf(field: Field): string {
  return [isSelectable(field), isWritable(field), roomOf(field)].join()
}

/** How an element is written; of an <input> its type says what it is. */
function nameOf(value: unknown): string {
  if (!isNode(value)) return typeof value === 'object' ? Object.prototype.toString.call(value) : String(value)
  if (!('localName' in value)) return value.nodeName
  return value.localName === 'input' ? `<input type="${(value as HTMLInputElement).type}">` : `<${value.localName}>`
}

/** The language of the nearest `lang`, where the runtime knows it. */
function languageOf(element: HTMLElement): string {
  try {
    return Intl.getCanonicalLocales(langOf(element))[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** `closest` ends at a shadow root, a language does not. */
function langOf(element: Element): string {
  const bearer = element.closest('[lang]')
  const root = element.getRootNode()
  if (!bearer && 'host' in root) return langOf(root.host as Element)
  return bearer?.getAttribute('lang') ?? ''
}
