// What <sms-counter> says, in the languages that it has, or as the author of a page writes it.

/** A text in the plural forms of its language (CLDR), or one text for all. `{n}` is the number. */
export type Plural = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string })

/** What `<sms-counter>` says. */
export interface Texts {
  label: string
  of: string
  segments: Plural
  /** Of a text with placeholders: `{least}`, and `{n}` at most. */
  segmentsRange: Plural
  /** Of numbers and prices of such a text. */
  range: string
  left: Plural
  /** What the two encodings mean, on hovering. */
  gsm7: string
  ucs2: string
  foreign: string
  /** Of a text that is all in another alphabet. */
  alphabet: string
  replace: string
  remove: string
  find: string
  replaceAll: string
  /** What saves segments. */
  drop: string
  replaceAndDrop: string
  plainLetters: string
  /** `{n}` is the number of segments now. */
  instead: string
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
  segmentsRange: '{least} to {n} segments',
  range: '{least} to {most}',
  left: { one: '{n} left', other: '{n} left' },
  gsm7: 'GSM-7, the standard characters of SMS: 160 fit one segment, 153 each of several',
  ucs2: 'UCS-2, for all other characters: 70 fit one segment, 67 each of several',
  foreign: 'With these characters a segment holds less than half:',
  alphabet: 'In this alphabet 70 characters fit one segment, 67 each of several.',
  replace: 'Replace {character} by {replacement}',
  remove: 'Remove {character}',
  find: 'Find {character}',
  replaceAll: 'Replace all',
  drop: 'Leave out {characters}',
  replaceAndDrop: 'Replace the rest, leave out {characters}',
  plainLetters: 'Use plain letters for {characters}',
  instead: '{segments} instead of {n}',
  saves: { one: 'saves {n} segment', other: 'saves {n} segments' },
  more: 'and {n} more',
  cuts: 'Where it is cut',
  latin: 'In Latin letters',
  use: 'Use this text',
}

const RUSSIAN: Texts = {
  label: 'Длина SMS',
  of: '{units} из {capacity}',
  segments: { one: '{n} сегмент', few: '{n} сегмента', many: '{n} сегментов', other: '{n} сегмента' },
  segmentsRange: { one: 'от {least} до {n} сегмента', other: 'от {least} до {n} сегментов' },
  range: 'от {least} до {most}',
  left: { one: 'остался {n}', few: 'осталось {n}', many: 'осталось {n}', other: 'осталось {n}' },
  gsm7: 'GSM-7, стандартные символы SMS: 160 в одном сегменте, по 153, если их несколько',
  ucs2: 'UCS-2, для всех остальных символов: 70 в одном сегменте, по 67, если их несколько',
  foreign: 'Из-за этих символов сегмент вмещает меньше половины:',
  alphabet: 'На этом алфавите в одном сегменте 70 символов, по 67, если их несколько.',
  replace: 'Заменить {character} на {replacement}',
  remove: 'Убрать {character}',
  find: 'Найти {character}',
  replaceAll: 'Заменить все',
  drop: 'Убрать {characters}',
  replaceAndDrop: 'Заменить остальное, убрать {characters}',
  plainLetters: 'Писать простыми буквами {characters}',
  instead: '{segments} вместо {n}',
  saves: {
    one: 'на {n} сегмент меньше',
    few: 'на {n} сегмента меньше',
    many: 'на {n} сегментов меньше',
    other: 'на {n} сегмента меньше',
  },
  more: 'и ещё {n}',
  cuts: 'Где делится текст',
  latin: 'Латиницей',
  use: 'Взять этот текст',
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
  return template.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? `${values[name]}` : whole))
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

/** An offer, and what it saves, if it saves anything. No line begins or ends at the separator: its spaces do not break. */
export function addSaving(offer: Said, saved: number, speech: Speech): Said {
  return saved > 0 ? { ...offer, text: `${offer.text}\u00a0·\u00a0${speech.say('saves', { n: saved }).text}` } : offer
}
