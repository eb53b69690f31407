import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countTemplate, fillTemplate, type TemplateSyntax } from '../../src/index'
import { LONG, runs } from '../support/long'
import { thrownBy } from '../support/thrown'

// biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder as JavaScript writes it
const DOLLAR = '${x}'

describe('what is a placeholder, and what is text', () => {
  test.each<[TemplateSyntax, string, string]>([
    ['{x}', 'Hi {name}!', 'Hi Ann!'],
    ['{x}', '{name}{name}', 'AnnAnn'],
    ['{x}', '{} {na me} { name } {name', '{} {na me} { name } {name'],
    ['{x}', '{{name}', '{name}'],
    ['{x}', '{{{name}}}', '{Ann}}'],
    ['{x}', '{{{{name}', '{{name}'],
    ['{x}', '{na{name}}', '{naAnn}'],
    ['{{x}}', 'Hi {{name}}, {name}', 'Hi Ann, {name}'],
    ['{{x}}', '{{{name}}}', '{Ann}'],
    ['{{x}}', '{{{{name}}', '{{name}}'],
    ['((x))', 'Hi ((name)) (really)', 'Hi Ann (really)'],
    [DOLLAR, `Hi ${'$'}{name}, 5 $, $name`, 'Hi Ann, 5 $, $name'],
    ['%x%', 'Hi %name%, 50 % off, 50%', 'Hi Ann, 50 % off, 50%'],
    ['%x%', '100%% %name%', '100% Ann'],
    ['%x%', '%%name%%', '%name%'],
    ['[x]', '[name] [1 2]', 'Ann [1 2]'],
    ['#x#', '#name# is # one', 'Ann is # one'],
    [{ open: '<%=', close: '%>' }, '<%=name%> <% name %>', 'Ann <% name %>'],
    [{ open: '{{ ', close: ' }}' }, '{{ name }} {{name}}', 'Ann {{name}}'],
  ])('%o: %s', (syntax, template, text) => {
    const values = text.includes('Ann') ? { name: 'Ann' } : {}
    expect(fillTemplate(template, values, { syntax })).toBe(text)
  })

  test.each(['имя', 'first_name', 'a.b', 'a-b', '1', 'नाम', 'é', '__proto__', 'constructor'])(
    '%s is a name',
    (name) => {
      const values = Object.fromEntries([[name, 'x']])
      expect(fillTemplate(`<{${name}}>`, values)).toBe('<x>')
      expect(countTemplate(`<{${name}}>`, Object.fromEntries([[name, ['x']]]))).toMatchObject({ fields: [name] })
      expect(Object.keys(countTemplate(`<{${name}}>`, Object.fromEntries([[name, ['x']]])).room)).toEqual([name])
    },
  )

  test('whatever has no opener is text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '}', '€', 'Ж', '😀', '\n', '%') }), (text) => {
        fc.pre(!text.includes('{'))
        expect(fillTemplate(text, {})).toBe(text)
      }),
      { numRuns: runs(100, 5000) },
    )
  })

  test('any text is a template once its openers are doubled', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', 'a', ' ') }), (text) => {
        expect(fillTemplate(text.replaceAll('{', '{{'), {})).toBe(text)
      }),
      { numRuns: runs(100, 5000) },
    )
  })

  test('a value is not looked through', () => {
    expect(fillTemplate('{a}{b}', { a: '{b}', b: '{a}' })).toBe('{b}{a}')
  })
})

describe('what is refused, by name and place', () => {
  const fill = fillTemplate as (...values: unknown[]) => string
  const counted = countTemplate as (...values: unknown[]) => unknown

  test.each<[() => unknown, object]>([
    [() => fill('Hi {name} {other}', { name: 'x' }), { code: 'missing-field', argument: 'values.other', offset: 10 }],
    [() => fill('Hi {name}', { name: undefined }), { code: 'missing-field', argument: 'values.name', offset: 3 }],
    [() => fill('Hi {name}', { name: 'x', nane: 'y' }), { code: 'unknown-field', argument: 'values.nane' }],
    [() => fill('Hi', { name: 'x' }), { code: 'unknown-field', argument: 'values.name' }],
    [() => fill('Hi {name}', { name: 5 }), { code: 'invalid-type', argument: 'values.name' }],
    [() => fill('Hi {name}', null), { code: 'invalid-type', argument: 'values' }],
    [() => fill('Hi {name}', new Map()), { code: 'invalid-type', argument: 'values' }],
    [() => fill(5, {}), { code: 'invalid-type', argument: 'template' }],
    [() => fill('', {}, { syntax: '<x>' }), { code: 'invalid-value', argument: 'options.syntax' }],
    [() => fill('', {}, { syntax: /x/ }), { code: 'invalid-type', argument: 'options.syntax' }],
    [() => fill('', {}, { syntax: 5 }), { code: 'invalid-type', argument: 'options.syntax' }],
    [() => fill('', {}, { syntax: { open: '<' } }), { code: 'invalid-type', argument: 'options.syntax.close' }],
    [
      () => fill('', {}, { syntax: { open: '', close: '>' } }),
      { code: 'invalid-value', argument: 'options.syntax.open' },
    ],
    [
      () => fill('', {}, { syntax: { open: '<a', close: '>' } }),
      { code: 'invalid-value', argument: 'options.syntax.open', offset: 1 },
    ],
    [() => fill('', {}, { maxSegments: 2 }), { code: 'unknown-option', argument: 'options.maxSegments' }],
    [() => fill('{a}{a}', { a: 'x'.repeat(2 ** 28) }), { code: 'too-long', argument: 'values.a' }],
    [() => counted('{a}', {}), { code: 'missing-field', argument: 'fields.a', offset: 0 }],
    [() => counted('{a}', { a: ['x'], b: ['y'] }), { code: 'unknown-field', argument: 'fields.b' }],
    [() => counted('{a}', { a: [] }), { code: 'invalid-value', argument: 'fields.a' }],
    [
      () => counted('{a}', { a: 'x' }),
      { code: 'invalid-type', argument: 'fields.a', message: expect.stringContaining('an array of examples') },
    ],
    [() => counted('{a}', { a: ['x', 5] }), { code: 'invalid-type', argument: 'fields.a[1]' }],
    [() => counted('{a}', { a: { least: 5 } }), { code: 'invalid-type', argument: 'fields.a.most' }],
    [() => counted('{a}', { a: { least: 5, most: 4 } }), { code: 'invalid-value', argument: 'fields.a.least' }],
    [
      () => counted('{a}', { a: { most: 4, characters: 'hex' } }),
      { code: 'invalid-value', argument: 'fields.a.characters' },
    ],
    [() => counted('{a}', { a: { most: 4, more: 5 } }), { code: 'unknown-option', argument: 'fields.a.more' }],
    [() => counted('{a}', { a: ['x'] }, { maxSegment: 2 }), { code: 'unknown-option', argument: 'options.maxSegment' }],
    [
      () => counted('aЖ{a}', { a: ['x'] }, { encoding: 'GSM-7' }),
      { code: 'unencodable', argument: 'template', offset: 1 },
    ],
    [
      () => counted('{a}', { a: ['x', 'xЖ'] }, { encoding: 'GSM-7' }),
      { code: 'unencodable', argument: 'fields.a[1]', offset: 1 },
    ],
    [
      () => counted('{a}', { a: ['👍'] }, { encoding: 'GSM-7', transliterate: 'translit' }),
      { code: 'unencodable', argument: 'fields.a[0]' },
    ],
    [
      () => counted('👍{a}', { a: ['Ж'] }, { encoding: 'GSM-7', transliterate: 'translit' }),
      { code: 'unencodable', argument: 'template' },
    ],
  ])('%#', (call, expected) => {
    expect(thrownBy(call)).toMatchObject(expected)
  })
})

describe('where there is too much to try', () => {
  test.runIf(LONG)('examples of a field that occurs often are bounds', () => {
    const halves = (number: number) =>
      Array.from({ length: 7 }, (_, bit) => ((number >> bit) & 1 ? '|a' : 'a|')).join('')
    const places = 9000
    const counted = countTemplate('{a}'.repeat(places), {
      a: Array.from({ length: 128 }, (_, number) => halves(number)),
    })
    expect(counted.exact).toBe(false)
    expect(counted.least.units).toBeLessThanOrEqual(places * 21)
    expect(counted.most.units).toBeGreaterThanOrEqual(places * 21)
    expect(counted.most.units).toBeLessThanOrEqual(places * 26)
  })

  test('fields that occur twice, of which no cut depends, are exact however many', () => {
    const names = Array.from({ length: 200 }, (_, index) => `f${index}`)
    const template = names.map((name) => `{${name}} and {${name}}, `).join('')
    const counted = countTemplate(template, Object.fromEntries(names.map((name) => [name, ['a', 'bb', 'ccc']])))
    expect(counted).toMatchObject({ exact: true, encoding: 'GSM-7' })
    expect(counted.least.units).toBe(200 * 9)
    expect(counted.most.units).toBe(200 * 13)
  })
})
