// `septet/element/jsx`: defines <sms-counter>, and tells the JSX of React, Preact and Solid of it: of those that a project has.
// @ts-ignore
import type * as preact from 'preact'
import type { SmsCounter } from './index'

export * from './index'

/** The attributes of <sms-counter> in JSX, beside those of every element. `false` is off, also where React 18 writes it as a text. */
export interface SmsCounterAttributes {
  for?: string
  rate?: number | string
  currency?: string
  newline?: 'keep' | 'lf' | 'crlf'
  encoding?: 'auto' | 'UCS-2'
  'reference-bits'?: 8 | 16 | '8' | '16'
  transliterate?: 'translit' | 'volapuk'
  letters?: boolean | ''
  placeholders?: '{x}' | '{{x}}' | '((x))' | '${x}' | '%x%' | '[x]' | '#x#' | boolean | ''
  'placeholder-length'?: number | string
  mark?: boolean | ''
  texts?: string
}

/** The same for Solid, which sets properties unless told otherwise. */
type Attributes<Of> = { [Name in keyof Of as `attr:${Name & string}`]?: Of[Name] }

// A module that the project does not have is no error: that is what each @ts-ignore is for.

// @ts-ignore
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore
      'sms-counter': DetailedHTMLProps<HTMLAttributes<SmsCounter>, SmsCounter> & SmsCounterAttributes
    }
  }
}

/** What every element has in Preact: version 10 says it in JSX, version 11 beside it. A base that a version lacks is left out. */
// @ts-ignore
interface PreactAttributes extends preact.JSX.HTMLAttributes<SmsCounter>, preact.HTMLAttributes<SmsCounter> {}

// @ts-ignore
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'sms-counter': PreactAttributes & SmsCounterAttributes
    }
  }
}

// Not 'solid-js', which only passes it on: a namespace that is passed on takes no additions.
// @ts-ignore
declare module 'solid-js/jsx-runtime' {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore
      'sms-counter': HTMLAttributes<SmsCounter> & SmsCounterAttributes & Attributes<SmsCounterAttributes>
    }
  }
}
