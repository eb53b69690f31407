import { expect, test } from 'vitest'
import { createDetail } from '../../src/element/cost/price'
import { count } from '../../src/index'

const costing = (text: string) => {
  const counted = count(text)
  return { least: counted, most: counted }
}

test('there is no cost while there is nothing to send', () => {
  expect(createDetail(costing(''), 1.5)).toEqual(count(''))
  expect(createDetail(costing(''), 0)).not.toHaveProperty('cost')
})

test('a text costs its segments times the rate, in decimals of the rate', () => {
  expect(createDetail(costing('a'), 1.5)).toEqual({ ...count('a'), cost: 1.5 })
  expect(createDetail(costing('a'.repeat(400)), 0.1)).toMatchObject({ segments: 3, cost: 0.3 })
  expect(createDetail(costing(' '), 0)).toMatchObject({ cost: 0 })
  expect(createDetail(costing('a'), undefined)).toEqual(count('a'))
})
