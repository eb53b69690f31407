/**
 * A range of numbers, both ends included. `max` is Infinity where nobody can know it, such as for a group of unknown
 * size. JSON has no Infinity: `JSON.stringify` writes null, which means no bound.
 */
export interface Range {
  min: number
  max: number
}

/** A number, or the range that it is in if something that it depends on is not known. */
export type Amount = number | Range

/** A number becomes a range with equal ends. */
export function toRange(amount: Amount): Range {
  return typeof amount === 'number' ? { min: amount, max: amount } : amount
}

/** A range with equal ends becomes that number. */
export function toAmount({ min, max }: Range): Amount {
  return min === max ? min : { min, max }
}

export function add(one: Amount, other: Amount): Amount {
  if (typeof one === 'number' && typeof other === 'number') return one + other
  const [a, b] = [toRange(one), toRange(other)]
  return toAmount({ min: a.min + b.min, max: a.max + b.max })
}

export function multiply(one: Amount, other: Amount): Amount {
  if (typeof one === 'number' && typeof other === 'number') return one * other
  const [a, b] = [toRange(one), toRange(other)]
  return toAmount({ min: a.min * b.min, max: multiplyNumbers(a.max, b.max) })
}

export function isSame(one: Amount, other: Amount): boolean {
  const [a, b] = [toRange(one), toRange(other)]
  return a.min === b.min && a.max === b.max
}

/** Zero times any amount is 0, even zero times Infinity. */
function multiplyNumbers(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : one * other
}
