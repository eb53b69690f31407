import { describe, expect, test } from 'vitest'
import { count } from '../../src/index'
import { type Profile, profiles } from '../../src/profiles/index'

const all: [string, Profile][] = Object.entries(profiles)

describe.each(all)('the profile %s', (_, profile) => {
  test('says where it comes from, and warns of something', () => {
    expect(profile.source).not.toBe('')
    expect(profile.date).toMatch(/^(\d{4}-\d\d-\d\d)?$/)
    const { mostSegments, mostCharacters, concatenation, options } = profile
    expect(
      [mostSegments, mostCharacters, concatenation, ...Object.values(options)].some((rule) => rule !== undefined),
    ).toBe(true)
  })

  test('has options that count takes, and never cuts', () => {
    const { options } = profile
    expect(Object.keys(options)).not.toContain('maxSegments')
    expect(count('a'.repeat(2000), options).units).toBe(2000)
  })

  test('has an alphabet of GSM-7', () => {
    const { alphabet = 'gsm7' } = profile.options
    if (typeof alphabet === 'string') return
    expect(count(alphabet.characters).encoding).toBe('GSM-7')
    expect(new Set(alphabet.characters).size).toBe(alphabet.characters.length)
  })
})

test('a figure that rests on one report says so', () => {
  for (const name of ['us-toll-free', 'us-cellular', 'plivo', 'esendex'] as const)
    expect(profiles[name].source).toMatch(/\bone\b/)
})

test('a message over an American toll-free number has less room in each segment', () => {
  expect(count('a'.repeat(304), profiles['us-toll-free'].options).segments).toBe(2)
  expect(count('a'.repeat(305), profiles['us-toll-free'].options).segments).toBe(3)
  expect(count('ж'.repeat(133), profiles['us-toll-free'].options).segments).toBe(3)
})
