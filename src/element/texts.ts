// What <sms-counter> says, in the languages that it has, or as the author of a page writes it.

/** A text in the plural forms of its language (CLDR), or one text for all. `{n}` is the number. */
export type Plural = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string })

/** What <sms-counter> says. */
export interface Texts {
  label: string
  of: string
  segments: Plural
  left: Plural
  foreign: string
  replace: string
  remove: string
  find: string
  replaceAll: string
  saves: Plural
  more: string
  cuts: string
  latin: string
  use: string
}

const ENGLISH: Texts = {
  label: 'SMS length',
  of: '{units} of {capacity}',
  segments: { one: '{n} segment', other: '{n} segments' },
  left: { one: '{n} left', other: '{n} left' },
  foreign: 'Outside GSM-7, so a segment holds less than half:',
  replace: 'Replace {character} by {replacement}',
  remove: 'Remove {character}',
  find: 'Find {character}',
  replaceAll: 'Replace all',
  saves: { one: 'saves {n} segment', other: 'saves {n} segments' },
  more: 'and {n} more',
  cuts: 'Cut into segments',
  latin: 'In Latin letters',
  use: 'Use it',
}

const RUSSIAN: Texts = {
  label: 'Длина SMS',
  of: '{units} из {capacity}',
  segments: { one: '{n} сегмент', few: '{n} сегмента', many: '{n} сегментов', other: '{n} сегмента' },
  left: { one: 'остался {n}', few: 'осталось {n}', many: 'осталось {n}', other: 'осталось {n}' },
  foreign: 'Нет в GSM-7, поэтому сегмент вмещает меньше половины:',
  replace: 'Заменить {character} на {replacement}',
  remove: 'Убрать {character}',
  find: 'Найти {character}',
  replaceAll: 'Заменить все',
  saves: {
    one: 'на {n} сегмент меньше',
    few: 'на {n} сегмента меньше',
    many: 'на {n} сегментов меньше',
    other: 'на {n} сегмента меньше',
  },
  more: 'и ещё {n}',
  cuts: 'Деление на сегменты',
  latin: 'Латиницей',
  use: 'Взять',
}

/** The texts of the author of a page that can be used; `tell` is called with what is wrong with each other one. */
export function checkTexts(written: unknown, tell: (message: string) => void): Partial<Texts> {
  if (!isObject(written)) {
    tell('texts is no JSON object')
    return {}
  }
  const sound = Object.entries(written).filter(([name, text]) => {
    const fault = describeFault(name, text)
    if (fault) tell(`texts: "${name}" is ${fault}`)
    return !fault
  })
  return Object.fromEntries(sound)
}

function describeFault(name: string, text: unknown): string | undefined {
  if (!Object.hasOwn(ENGLISH, name)) return `none of ${Object.keys(ENGLISH).join(', ')}`
  if (typeof text === 'string') return undefined
  if (typeof ENGLISH[name as keyof Texts] === 'string') return 'no string'
  const forms = isObject(text) ? [text.other, ...Object.values(text)] : [text]
  if (forms.every((form) => typeof form === 'string')) return undefined
  return 'neither a string nor strings by plural form with "other" among them'
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Writes the values instead of their names in braces. */
function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
}

/** A text that the element says. */
export interface Said {
  readonly text: string
  /** The language of a text of the element, which may differ from that of the page, and in direction too. An author's text has none. */
  readonly lang?: string
}

/** How an element speaks: its texts, and numbers as its language writes them. */
export interface Speech {
  /** A text with its values. The value `n`, a number, chooses the plural form. */
  say(name: keyof Texts, values?: Readonly<Record<string, string | number>>): Said
  number(n: number): string
  /** What a number of segments costs; undefined where no rate is known. */
  cost(segments: number): string | undefined
}

/** Makes the objects of Intl once: each takes longer than a count of a thousand characters. */
export function createSpeech(language: string, own: Partial<Texts>, cost: Speech['cost']): Speech {
  const [builtIn, texts] = /^ru\b/i.test(language) ? (['ru', RUSSIAN] as const) : (['en', ENGLISH] as const)
  // The page's own tag, such as en-GB, where it is the same language.
  const lang = new RegExp(`^${builtIn}\\b`, 'i').test(language) ? language : builtIn
  const numbers = createNumbers(language)
  const builtInNumbers = lang === language ? numbers : createNumbers(lang)
  return {
    say: (name, values = {}) => {
      const written = own[name]
      if (written !== undefined) return { text: fillForm(written, values, numbers) }
      return { text: fillForm(texts[name], values, builtInNumbers), lang }
    },
    number: numbers.format,
    cost,
  }
}

interface Numbers {
  format(n: number): string
  select(n: number): Intl.LDMLPluralRule
}

function createNumbers(language: string): Numbers {
  const rules = new Intl.PluralRules(language)
  const { format } = new Intl.NumberFormat(language)
  return { format, select: (n) => rules.select(n) }
}

function fillForm(
  forms: Plural,
  values: Readonly<Record<string, string | number>>,
  { format, select }: Numbers,
): string {
  const { n } = values
  if (typeof n !== 'number') return fill(chooseForm(forms, 'other'), values)
  return fill(chooseForm(forms, select(n)), { ...values, n: format(n) })
}

function chooseForm(forms: Plural, rule: Intl.LDMLPluralRule): string {
  return typeof forms === 'string' ? forms : (forms[rule] ?? forms.other)
}

/** An offer, and what it saves, if it saves anything. */
export function addSaving(offer: Said, saved: number, speech: Speech): Said {
  return saved > 0 ? { ...offer, text: `${offer.text} · ${speech.say('saves', { n: saved }).text}` } : offer
}
