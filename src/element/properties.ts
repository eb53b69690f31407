// Properties that a script has set before the element was defined.

/** Sets them again: as properties of the object itself, they hide the accessors of its class. */
export function adoptProperties<Element extends object>(
  element: Element,
  names: readonly (keyof Element & string)[],
): void {
  for (const name of names) {
    if (!Object.hasOwn(element, name)) continue
    const { [name]: value } = element
    Reflect.deleteProperty(element, name)
    Object.assign(element, { [name]: value })
  }
}
