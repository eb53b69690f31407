/**
 * Between two numbers, both included. `max` is Infinity where nobody can know: a group whose size was not given. JSON has no
 * Infinity, and `JSON.stringify` writes null: no bound.
 */
export interface Range {
  min: number
  max: number
}

/** A number where everything that it depends on is known, else the range that it lies in. */
export type Amount = number | Range

export function rangeOf(amount: Amount): Range {
  return typeof amount === 'number' ? { min: amount, max: amount } : amount
}

/** A range of one number is that number. */
export function amountOf({ min, max }: Range): Amount {
  return min === max ? min : { min, max }
}

export function add(one: Amount, other: Amount): Amount {
  if (typeof one === 'number' && typeof other === 'number') return one + other
  const [a, b] = [rangeOf(one), rangeOf(other)]
  return amountOf({ min: a.min + b.min, max: a.max + b.max })
}

export function multiply(one: Amount, other: Amount): Amount {
  if (typeof one === 'number' && typeof other === 'number') return one * other
  const [a, b] = [rangeOf(one), rangeOf(other)]
  return amountOf({ min: a.min * b.min, max: product(a.max, b.max) })
}

export function isSame(one: Amount, other: Amount): boolean {
  const [a, b] = [rangeOf(one), rangeOf(other)]
  return a.min === b.min && a.max === b.max
}

/** Of nothing there is nothing, however many: 0 times Infinity is 0 here. */
function product(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : one * other
}
