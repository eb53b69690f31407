/** An object of a class whose members are getters: its own are none. */
export function withGetters<Members extends object>(members: Members): Members {
  const made = class {}
  for (const [name, value] of Object.entries(members)) Object.defineProperty(made.prototype, name, { get: () => value })
  return new made() as Members
}

/** The members, each of which throws when it is read a second time. */
export function readOnce<Members extends object>(members: Members): Members {
  const once = {}
  for (const [name, value] of Object.entries(members)) {
    let wasRead = false
    const get = () => {
      if (wasRead) throw new Error(`${name} is read again`)
      wasRead = true
      return value
    }
    Object.defineProperty(once, name, { get, enumerable: true })
  }
  return once as Members
}
