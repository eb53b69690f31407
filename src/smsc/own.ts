/** The own members of an object, in one that inherits nothing: what others write into Object.prototype is no member of ours. */
export function own<Members extends object>(members: Members): Members {
  return Object.assign(Object.create(null), members)
}
