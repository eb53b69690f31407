/** The last of a list, or `undefined` of an empty one. Not `at(-1)`, which the Hermes of React Native 0.70 lacks. */
export function last<Item>(list: ArrayLike<Item>): Item | undefined {
  return list[list.length - 1]
}
