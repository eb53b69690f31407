import { describe, expect, test } from 'vitest'
import { explain } from '../../src/element/cost/explain'
import { createMeter, createTemplateMeter } from '../../src/element/cost/meter'
import { createDetail } from '../../src/element/cost/price'
import * as library from '../../src/element/library/template-library'

const meterOf = (length = 20, options: library.CounterOptions = {}) =>
  createTemplateMeter(library, options, { syntax: '{x}', length })

const segmentsOf = (text: string, meter = meterOf()) => {
  const { least, most } = meter.measure(text)
  return [least.segments, most.segments]
}

describe('a template', () => {
  test.each([
    ['a field may be empty, and has at most so many units', `${'a'.repeat(150)}{name}`, meterOf(), [1, 2]],
    ['a short one fits', `${'a'.repeat(150)}{name}`, meterOf(10), [1, 1]],
    ['each place of it counts', `${'a'.repeat(130)}{name}{name}`, meterOf(), [1, 2]],
    ['in UCS-2 too', `${'ж'.repeat(65)}{name}`, meterOf(), [1, 2]],
    ['with the options of count', `{name}${'\n'.repeat(70)}`, meterOf(20, { newline: 'crlf' }), [1, 1]],
    ['with more line ends', `{name}${'\n'.repeat(75)}`, meterOf(20, { newline: 'crlf' }), [1, 2]],
    ['one that has no fields', 'a'.repeat(161), meterOf(), [2, 2]],
    ['an opener alone is text', `{ ${'a'.repeat(158)}`, meterOf(), [2, 2]],
    ['names are not counted', `${'a'.repeat(140)}{${'n'.repeat(40)}}`, meterOf(), [1, 1]],
  ])('costs from so much to so much: %s', (_, text, meter, segments) => {
    expect(segmentsOf(text, meter)).toEqual(segments)
  })

  test('says both in the detail of the event, and the most as its count', () => {
    const range = meterOf().measure(`${'a'.repeat(150)}{name}`)
    const { least, most } = range
    expect(createDetail(range, 0.1)).toEqual({ ...most, least, most, cost: 0.2 })
    expect([least.units, most.units]).toEqual([150, 170])
  })

  test('shows cuts only where they depend on no field', () => {
    expect(explain(library, `{name}${'a'.repeat(200)}`, meterOf()).segmentation).toBeUndefined()
    expect(explain(library, 'a'.repeat(200), meterOf()).segmentation!.parts).toHaveLength(2)
  })

  test('has its placeholders after every offer', () => {
    const offered = (text: string) => explain(library, text, meterOf(), { scheme: 'translit', letters: true })
    expect(offered(`{name} ${'Привет'.repeat(10)}`).latin?.text).toMatch(/^\{name\} Privet/)
    expect(offered(`{имя} ${'Привет'.repeat(10)}`)).toMatchObject({ latin: undefined, characters: [] })
    expect(offered(`{prénôm} ${'ô'.repeat(70)}`).characters).toEqual([])
    expect(offered(`{prénom} ${'ô'.repeat(70)}`).characters).toEqual([{ text: 'ô', replacement: 'o', letter: true }])
    expect(offered(`{name} ${'a'.repeat(70)}🎉`).advice).toMatchObject({
      text: `{name} ${'a'.repeat(70)}`,
      segments: 1,
    })
    expect(offered(`{naïve} ${'a'.repeat(70)}ô`).advice).toBeUndefined()
  })
})

describe('advice', () => {
  const meter = createMeter(library, {})
  const adviceOn = (text: string) => explain(library, text, meter).advice
  const long = 'a'.repeat(100)

  test.each([
    ['to leave out what has no look-alike', `${long}🎉`, 'drop', ['🎉'], long],
    ['and to replace the rest', `${long}’🎉`, 'smart-encoding+drop', ['🎉'], `${long}'`],
    ['to write plain letters', `${long}ł`, 'replace', ['ł'], `${long}l`],
    ['to do both', `${long}ł🎉`, 'replace+drop', ['🎉'], `${long}l`],
  ])('%s', (_, text, how, characters, changed) => {
    expect(adviceOn(text)).toEqual({ how, characters, text: changed, now: 2, segments: 1 })
  })

  test.each([
    ['the text is GSM-7', long],
    ['it saves no segment', 'Hi 🎉'],
    ['all replacements together save as much', `“${long}”`],
    ['nothing would be left', '🎉'.repeat(40)],
    ['the text is in another alphabet', 'Привет '.repeat(20)],
    ['a letter would be lost', `${long}Оля`],
  ])('is not given where %s', (_, text) => {
    expect(adviceOn(text)).toBeUndefined()
  })

  test('is not given where UCS-2 is asked for', () => {
    const forced = createMeter(library, { encoding: 'UCS-2' })
    expect(explain(library, `${long}🎉`, forced).advice).toBeUndefined()
  })
})
