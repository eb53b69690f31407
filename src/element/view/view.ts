// What <sms-counter> shows: its parts in their order.

import type { Explanation } from '../cost/explain'
import type { Range } from '../cost/meter'
import type { Field } from '../field/field'
import type { Hear, May } from '../field/wish'
import type { Marking } from '../marks/marking'
import type { Speech } from '../texts'
import { AdvicePanel } from './advice-panel'
import { Announcer } from './announcer'
import { CountLine } from './count-line'
import { CutsPanel } from './cuts-panel'
import { ForeignList } from './foreign-list'
import { LatinPanel } from './latin-panel'
import { adoptStyle } from './sheet'

/** The shadow tree of an element. */
export class View {
  readonly #count = new CountLine()
  readonly #foreign: ForeignList
  readonly #advice: AdvicePanel
  readonly #latin: LatinPanel
  readonly #cuts = new CutsPanel()
  readonly #announcer: Announcer
  readonly #host: HTMLElement
  #marking: Marking | undefined
  /** What is to be marked now. */
  #marked: [Field, Explanation] | undefined
  readonly #root: ShadowRoot

  /** `hear` is called for each wish of the person. */
  constructor(host: HTMLElement, hear: Hear) {
    this.#foreign = new ForeignList(hear)
    this.#advice = new AdvicePanel(hear)
    this.#latin = new LatinPanel(hear)
    this.#announcer = new Announcer(host)
    this.#host = host
    this.#root = host.attachShadow({ mode: 'open' })
    this.#root.append(
      this.#count.line,
      this.#count.bar,
      this.#foreign.part,
      this.#advice.part,
      this.#latin.part,
      this.#cuts.part,
      this.#announcer.part,
    )
    this.clear()
  }

  /** Gives it the style sheet of the document that it is in now. */
  adoptStyle(): void {
    adoptStyle(this.#root)
  }

  /** Hides everything: there is nothing to count. */
  clear(): void {
    this.#count.hide()
    for (const { part } of [this.#foreign, this.#advice, this.#cuts, this.#latin]) part.hidden = true
    this.hideMarks()
    this.#announcer.clear()
  }

  /** Shows the count, which is cheap enough for every keystroke. */
  showCount(range: Range, speech: Speech): void {
    const { label, message } = this.#count.show(range, speech)
    this.#announcer.tell(label, message, speech)
  }

  /** Shows the rest. `may` tells what can be asked for now. */
  showExplanation(explanation: Explanation, may: May, speech: Speech): void {
    this.#foreign.show(explanation, may, speech)
    this.#advice.show(explanation.advice, may, speech)
    this.#cuts.show(explanation.segmentation, speech)
    this.#latin.show(explanation.latin, may, speech)
  }

  /** Marks characters and cuts over the field; undefined where the page does not want it. */
  showMarks(field: Field | undefined, explanation: Explanation): void {
    if (!field) {
      this.hideMarks()
      return
    }
    this.#marked = [field, explanation]
    if (this.#marking) this.#marking.show(field, explanation)
    else void this.#loadMarking()
  }

  hideMarks(): void {
    this.#marked = undefined
    this.#marking?.hide()
  }

  /** Where it cannot be loaded, nothing is marked, and the next keystroke tries again. */
  async #loadMarking(): Promise<void> {
    const loaded = await import('../marks/marking').catch(() => undefined)
    if (!loaded) return
    this.#marking ??= new loaded.Marking(this.#host, this.#root)
    if (this.#marked) this.#marking.show(...this.#marked)
  }

  /** Runs what may remove the button that has the focus. Then the button in its place has the focus, or the line. */
  keepFocus(change: () => void): void {
    const index = this.#findButtons().indexOf(this.#root.activeElement as HTMLButtonElement)
    change()
    const buttons = this.#findButtons()
    const next = buttons[index] ?? buttons.at(-1) ?? this.#count.line
    next.focus()
  }

  /** The buttons that a person can press now. */
  #findButtons(): HTMLButtonElement[] {
    return [...this.#root.querySelectorAll('button')].filter(
      (button) => !button.disabled && !button.closest('[hidden]'),
    )
  }
}
