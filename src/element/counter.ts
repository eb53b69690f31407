import { ATTRIBUTES, readFlag, readMeter, readRate, readScheme, readSpeech } from './attributes'
import { explain } from './cost/explain'
import type { Range } from './cost/meter'
import { createDetail } from './cost/price'
import { type Field, findForm, findNext, readText, replaceIn, rewriteField } from './field/field'
import { FieldBinding } from './field/field-binding'
import { Width } from './field/width'
import { canGrant, describeAbilities, type Wish } from './field/wish'
import type { Septet } from './library/loaded'
import { LibraryLoader } from './library/loader'
import { adoptProperties } from './properties'
import { createReport } from './report'
import type { Speech } from './texts'
import { View } from './view/view'

/** Up to this many units, everything is shown at each keystroke. Of a longer text, all except the count waits for a pause. */
const AT_ONCE = 10_000
const PAUSE = 250

export type { CounterDetail } from './cost/price'

/** Gives the text of a field whose elements do not say it, such as that of an editor with a model of its own. */
export type ReadText = (field: HTMLElement) => string

/** On a server there is no HTMLElement: the module can be imported there, and defines nothing. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement)

/**
 * `<sms-counter for="message">`: counts what is typed into the field of that id, as a person types it.
 *
 * Attributes: `for`; `rate` and `currency`, the price of a segment and its ISO 4217 code; `newline` (`crlf` for a field that a
 * form submits) and `reference-bits`, as the options of `count`; `encoding`, `auto` or `UCS-2`; `transliterate`, a scheme whose
 * result is offered where it costs no more; `placeholders`, how the fields of a template are written, and `placeholder-length`, the
 * most characters of each; `mark`, which marks characters and cuts over the field; `lang`; `texts`, JSON with texts
 * to say instead of the element's own. `mark`, `letters` and `placeholders` are off where they are missing or say `false`.
 *
 * Fires `septet-count` at each count, with a {@link CounterDetail}; the event bubbles, and leaves shadow trees. The element writes its
 * own name (`aria-label`), which has the numbers: a field can be described by it.
 *
 * Custom properties: `--sms-counter-accent`, `-warning` (UCS-2), `-text`, `-muted`, `-surface`, `-border`: colours, by default
 * mixed from the page's text colour; `-radius`, a length; `-font`, a `font`.
 *
 * | parts | what they are |
 * | --- | --- |
 * | `line` | `encoding`, `units`, `segments`, `cost`, `left` (units free in the last segment) |
 * | `bar` | `filled`: units of all that the segments have room for |
 * | `foreign` | `reason`; `characters`: each `character` outside GSM-7, a button; `more`; `all`, a button |
 * | `advice` | `take`, a button: what to leave out or replace, and what that saves |
 * | `latin` | `latin-line`, `latin-text`, `use`, a button: the text in Latin letters |
 * | `cuts` | `summary`; `text`: each `segment`, and its `cut` after it; `more` |
 * | `marks` | over the field, with `mark`: `marked-character`, `marked-cut` |
 * | `live` | what a screen reader is told, out of sight |
 *
 * @example
 * import 'septet/element'
 * // <textarea id="message"></textarea> <sms-counter for="message" rate="0.05" currency="EUR"></sms-counter>
 */
export class SmsCounter extends Base {
  static readonly observedAttributes = ATTRIBUTES

  #view: View | undefined
  #read: ReadText | undefined
  #pause: ReturnType<typeof setTimeout> | undefined
  #composing = false
  /** While the element itself writes into the field. */
  #writing = false
  /** What could be done with the field when the buttons were shown. */
  #abilities = ''
  #speech: Speech | undefined
  readonly #report = createReport()
  readonly #library = new LibraryLoader(this.#report)
  readonly #width = new Width(this)

  readonly #binding = new FieldBinding(this, {
    found: () => {
      this.#composing = false
      if (this.#field) this.#width.follow(this.#field)
      this.update()
    },
    released: () => {
      clearTimeout(this.#pause)
      this.#width.release()
      this.#view?.hideMarks()
    },
    missing: () => this.#view?.clear(),
    changed: () => {
      if (this.#field && this.#abilities !== describeAbilities(this.#field)) this.#explain(this.#field)
    },
    report: this.#report,
  })

  constructor() {
    super()
    adoptProperties(this, ['field', 'read'])
  }

  get #field(): Field | undefined {
    return this.#binding.field
  }

  /** The field that is counted; set it where no id can name it, as in a shadow tree. */
  get field(): HTMLElement | undefined {
    return this.#field
  }

  set field(field: HTMLElement | undefined) {
    this.#binding.setOwn(field)
  }

  /** The text that is counted. A page that sends it sends what was shown, of an editable element too. */
  get text(): string | undefined {
    return this.#field && this.#readText(this.#field)
  }

  /**
   * Reads the field instead of the element's own rule: for an editor that has a model of its own.
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
    this.#view.adoptStyle()
    if (!this.hasAttribute('role')) this.setAttribute('role', 'group')
    this.#binding.connect()
  }

  /** @hidden */
  disconnectedCallback(): void {
    this.#binding.disconnect()
  }

  /** @hidden */
  attributeChangedCallback(name: string): void {
    this.#speech = undefined
    if (!this.isConnected || !this.#view) return
    if (name === 'for') this.#binding.bind()
    else this.update()
  }

  /** Counts again: for a script that has set the field's value, which fires no event. */
  update(): void {
    if (!this.#field || this.#writing) return
    const septet = this.#library.find(readFlag(this, 'placeholders'))
    if (septet) this.#show(this.#field, septet)
    else void this.#load()
  }

  /** Loads the library, when there is a first field to count. Where that fails, the next input tries again. */
  async #load(): Promise<void> {
    if (await this.#library.load(readFlag(this, 'placeholders'))) this.update()
  }

  /** @hidden */
  handleEvent(event: Event): void {
    if (event.type === 'compositionstart') this.#compose()
    if (event.type === 'compositionend') this.#composing = false
    // What an input method shows on the way to a word is no text yet.
    if (this.#composing) return
    if (event.type !== 'reset') this.update()
    // A reset empties the field after its event.
    else if (this.#field && event.target === findForm(this.#field)) setTimeout(() => this.update())
  }

  /** Until the word is there, nothing is written into the field: the buttons that would do it rest. */
  #compose(): void {
    this.#composing = true
    if (this.#field) this.#explain(this.#field)
  }

  #show(field: Field, septet: Septet): void {
    const view = this.#view!
    clearTimeout(this.#pause)
    let text: string
    let range: Range
    try {
      text = this.#readText(field)
      range = readMeter(this, septet, this.#report).measure(text)
    } catch (error) {
      view.clear()
      this.#report(String(error))
      return
    }
    this.#speech ??= readSpeech(this, this.#report)
    this.dataset.encoding = range.most.encoding
    view.showCount(range, this.#speech)
    this.#tell(range)
    if (text.length <= AT_ONCE) this.#explain(field, text)
    else this.#pause = setTimeout(() => this.#explain(field), PAUSE)
  }

  #readText(field: Field): string {
    return this.#read ? this.#read(field) : readText(field)
  }

  /** Shows all that the count alone does not say, if the library has loaded. */
  #explain(field: Field, given?: string): void {
    const { septet } = this.#library
    if (!septet) return
    const text = given ?? this.#readText(field)
    clearTimeout(this.#pause)
    this.#speech ??= readSpeech(this, this.#report)
    this.#abilities = describeAbilities(field)
    const asked = { scheme: readScheme(this, this.#report), letters: readFlag(this, 'letters') }
    const explanation = explain(septet, text, readMeter(this, septet, this.#report), asked)
    const mayGrant = (wish: Wish) => !this.#composing && canGrant(field, wish)
    this.#view!.showExplanation(explanation, mayGrant, this.#speech)
    this.#view!.showMarks(readFlag(this, 'mark') ? field : undefined, explanation)
  }

  #tell(range: Range): void {
    const detail = createDetail(range, readRate(this, this.#report))
    this.dispatchEvent(new CustomEvent('septet-count', { detail, bubbles: true, composed: true }))
  }

  #grant(wish: Wish, byKey: boolean): void {
    const field = this.#field
    if (!field || !canGrant(field, wish)) return
    if (wish.kind === 'find') findNext(field, wish.character)
    // A person who works by keys keeps the focus here: in the field, the next key would go into the message.
    else if (byKey && this.shadowRoot?.activeElement) this.#view!.keepFocus(() => this.#write(field, wish))
    else this.#write(field, wish)
  }

  /** Writes, and counts once after it, not after each of the commands that it may take. */
  #write(field: Field, wish: Exclude<Wish, { kind: 'find' }>): void {
    this.#writing = true
    try {
      if (wish.kind === 'replace') replaceIn(field, wish.replacements, this.#read !== undefined)
      else rewriteField(field, wish.text)
    } finally {
      this.#writing = false
    }
    this.update()
    this.#explain(field)
  }
}
