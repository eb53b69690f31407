/** A text in the plural forms of its language (CLDR), or one text for all. `{n}` is the number. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

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
  const plural = (forms: Plural, n: number) => fill(forms[rules.select(n)] ?? forms.other, { n: number.format(n) })
  return {
    texts,
    segments: (n) => plural(texts.segments, n),
    left: (n) => plural(texts.left, n),
    more: (n) => fill(texts.more, { n: number.format(n) }),
    cost,
  }
}
