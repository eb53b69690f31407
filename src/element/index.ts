/**
 * Defines `<sms-counter>`, a counter below a text field.
 *
 * @module
 */
import { type CounterDetail, SmsCounter } from './counter'

export { type CounterDetail, type ReadText, SmsCounter } from './counter'
export type { Plural, Texts } from './texts'

declare global {
  interface HTMLElementTagNameMap {
    'sms-counter': SmsCounter
  }
  /** Of documents and windows too: the event bubbles. */
  interface GlobalEventHandlersEventMap {
    'septet-count': CustomEvent<CounterDetail>
  }
}

if (globalThis.customElements && !customElements.get('sms-counter')) customElements.define('sms-counter', SmsCounter)
