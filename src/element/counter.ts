import type { Count, TextOptions } from '../types'
import { foreignIn, type Latin, latinOf, replacementsOf } from './characters'
import { type Field, formOf, isField, isWritable, replaceAll, replaceIn, rewriteField, select, textOf } from './field'
import { type Speech, speechOf, type Texts, textsIn } from './texts'
import { View, type Wish } from './view'

type Septet = typeof import('../index')

/** Up to this many units everything is shown at each keystroke; of a longer text all but the count waits for a pause. */
const AT_ONCE = 10_000
const PAUSE = 250

/** `detail` of the event `septet-count`. */
export interface CounterDetail extends Count {
  /** Segments times the rate, in decimals of the rate, where the element has one. */
  cost?: number
}

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
  #own: Field | undefined
  #document: MutationObserver | undefined
  #pause: ReturnType<typeof setTimeout> | undefined
  #composing = false
  readonly #said = new Set<string>()
  #speech: Speech | undefined

  /** The field that is counted; set it where no id can name it, as in a shadow tree. */
  get field(): HTMLElement | undefined {
    return this.#field
  }

  set field(field: HTMLElement | undefined) {
    this.#own = field
    this.#bind()
  }

  /** @hidden */
  connectedCallback(): void {
    this.#view ??= new View(this, (wish) => this.#grant(wish))
    this.role ??= 'group'
    this.#document = new MutationObserver(() => this.#look())
    this.#document.observe(this.getRootNode(), {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['id'],
    })
    this.#bind()
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', () => this.#bind(), { once: true })
  }

  /** @hidden */
  disconnectedCallback(): void {
    this.#document?.disconnect()
    clearTimeout(this.#pause)
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
    if (this.#field && this.#septet) this.#show(this.#field, this.#septet)
  }

  #look(): void {
    if (this.#field?.isConnected && (this.#own || this.#named() === this.#field)) return
    this.#bind()
  }

  #named(): Element | null {
    const id = this.getAttribute('for')
    const root = this.getRootNode() as Document | ShadowRoot
    return id ? root.getElementById(id) : null
  }

  #bind(): void {
    if (!this.isConnected) return
    const found = this.#own ?? this.#named()
    if (found === this.#field && found?.isConnected) return
    const removed = this.#field?.isConnected === false
    this.#release()
    if (found?.isConnected && isField(found)) this.#hold(found)
    else {
      this.#view?.clear()
      if (document.readyState !== 'loading') this.#complain(found, removed)
    }
  }

  #complain(found: Element | null | undefined, removed: boolean): void {
    const id = this.getAttribute('for')
    if (found?.isConnected) this.#sayOnce(`the element that for="${id}" names is no field to count: ${tagOf(found)}`)
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
    void this.#start(field)
  }

  #release(): void {
    clearTimeout(this.#pause)
    this.#hearing?.abort()
    this.#field = undefined
  }

  /** The library is loaded when a first field is there to be counted. */
  async #start(field: Field): Promise<void> {
    try {
      this.#septet ??= await import('../index')
    } catch (error) {
      this.#sayOnce(`could not load septet: ${error}`)
      return
    }
    if (this.#field === field) this.update()
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
    const text = textOf(field)
    clearTimeout(this.#pause)
    let count: Count
    try {
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
    else this.#pause = setTimeout(() => this.#explain(field, septet, text), PAUSE)
  }

  /** All that the count alone does not say. */
  #explain(field: Field, septet: Septet, text: string): void {
    const view = this.#view!
    this.#speech ??= this.#speak()
    const speech = this.#speech
    const options = this.#options()
    const writable = isWritable(field) && !this.#composing
    const segmentation = septet.segment(text, options)
    const characters = segmentation.encoding === 'UCS-2' ? foreignIn(text, septet) : []
    const replacements = replacementsOf(characters)
    const all = replacements.size > 1 ? septet.count(replaceAll(text, replacements), options) : segmentation
    view.showCharacters(characters, segmentation.segments - all.segments, writable, speech)
    view.showCuts(segmentation, speech)
    view.showLatin(this.#latin(septet, text, segmentation, options), writable, speech)
  }

  #latin(septet: Septet, text: string, now: Count, options: TextOptions): Latin | undefined {
    const scheme = this.#choice('transliterate', ['translit', 'volapuk'] as const)
    return scheme && latinOf(septet, text, scheme, now, options)
  }

  #tell(count: Count): void {
    const rate = this.#rate()
    const detail: CounterDetail = { ...count, ...(rate === undefined ? {} : { cost: costOf(rate, count.segments) }) }
    this.dispatchEvent(new CustomEvent('septet-count', { detail, bubbles: true, composed: true }))
  }

  #grant(wish: Wish): void {
    const field = this.#field
    if (!field) return
    if (wish.kind === 'find') select(field, wish.offset, wish.end)
    else if (!isWritable(field)) return
    else if (wish.kind === 'replace') replaceIn(field, wish.replacements)
    else rewriteField(field, wish.text)
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

const EVENTS = ['input', 'change', 'compositionstart', 'compositionend']

/** To the decimals of the rate: three times 0.1 is 0.30000000000000004 to a computer. */
function costOf(rate: number, segments: number): number {
  const [, decimals = '', exponent = '0'] = /^\d+(?:\.(\d+))?(?:e(.+))?$/.exec(String(rate))!
  return Number((rate * segments).toFixed(Math.min(100, Math.max(0, decimals.length - Number(exponent)))))
}

/** How an element is written; of an <input> its type says what it is. */
function tagOf(element: Element): string {
  return element instanceof HTMLInputElement ? `<input type="${element.type}">` : `<${element.localName}>`
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
  if (!bearer && root instanceof ShadowRoot) return langOf(root.host)
  return bearer?.getAttribute('lang') ?? ''
}
