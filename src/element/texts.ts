/** A text in the plural forms of its language (CLDR), or one text for all. `{n}` is the number. */
export type Plural = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string })

/** What <sms-counter> says. */
export interface Texts {
  label: string
  segments: Plural
  left: Plural
  foreign: string
  replace: string
  remove: string
  find: string
  replaceAll: string
  more: string
  cuts: string
  latin: string
  use: string
}

const ENGLISH: Texts = {
  label: 'SMS length',
  segments: { one: '{n} segment', other: '{n} segments' },
  left: { one: '{n} left', other: '{n} left' },
  foreign: 'Outside GSM-7, so a segment holds less than half:',
  replace: 'Replace {character} by {replacement}',
  remove: 'Remove {character}',
  find: 'Find {character}',
  replaceAll: 'Replace all',
  more: 'and {n} more',
  cuts: 'Cut into segments',
  latin: 'In Latin letters',
  use: 'Use it',
}

const RUSSIAN: Texts = {
  label: 'Длина SMS',
  segments: { one: '{n} сегмент', few: '{n} сегмента', many: '{n} сегментов', other: '{n} сегмента' },
  left: { one: 'остался {n}', few: 'осталось {n}', many: 'осталось {n}', other: 'осталось {n}' },
  foreign: 'Нет в GSM-7, поэтому сегмент вмещает меньше половины:',
  replace: 'Заменить {character} на {replacement}',
  remove: 'Убрать {character}',
  find: 'Найти {character}',
  replaceAll: 'Заменить все',
  more: 'и ещё {n}',
  cuts: 'Деление на сегменты',
  latin: 'Латиницей',
  use: 'Взять',
}

/** Of texts as the author of a page has written them those that are some; `tell` hears of the others. */
export function textsIn(written: unknown, tell: (message: string) => void): Partial<Texts> {
  if (!isObject(written)) {
    tell('texts is no JSON object')
    return {}
  }
  const sound = Object.entries(written).filter(([name, text]) => {
    const fault = faultOf(name, text)
    if (fault) tell(`texts: "${name}" is ${fault}`)
    return !fault
  })
  return Object.fromEntries(sound)
}

function faultOf(name: string, text: unknown): string | undefined {
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

/** The texts of a language, those of `own` in their place; English where neither has any. */
function textsOf(language: string, own: Partial<Texts>): Texts {
  return { ...(/^ru\b/i.test(language) ? RUSSIAN : ENGLISH), ...own }
}

/** `template` with the values in the place of their names in braces. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
}

/** How an element speaks: its texts, and its numbers as its language writes them. */
export interface Speech {
  readonly texts: Texts
  segments(n: number): string
  left(n: number): string
  more(n: number): string
  /** What a number of segments costs; undefined where no rate is known. */
  cost(segments: number): string | undefined
}

/** The tools of Intl are made once: each takes longer to make than a count of a thousand characters. */
export function speechOf(language: string, own: Partial<Texts>, cost: Speech['cost']): Speech {
  const texts = textsOf(language, own)
  const rules = new Intl.PluralRules(language)
  const number = new Intl.NumberFormat(language)
  const formOf = (forms: Plural, n: number) =>
    typeof forms === 'string' ? forms : (forms[rules.select(n)] ?? forms.other)
  const plural = (forms: Plural, n: number) => fill(formOf(forms, n), { n: number.format(n) })
  return {
    texts,
    segments: (n) => plural(texts.segments, n),
    left: (n) => plural(texts.left, n),
    more: (n) => fill(texts.more, { n: number.format(n) }),
    cost,
  }
}
