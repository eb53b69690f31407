// `septet/element`: defines <sms-counter>.
import { SmsCounter } from './counter'

export { type CounterDetail, SmsCounter } from './counter'
export type { Plural, Texts } from './texts'

declare global {
  interface HTMLElementTagNameMap {
    'sms-counter': SmsCounter
  }
}

if (globalThis.customElements && !customElements.get('sms-counter')) customElements.define('sms-counter', SmsCounter)
