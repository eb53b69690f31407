// The fragment with which the page was opened. VitePress looks for a heading of that name, and stumbles over a damaged one: so it is
// taken away before the router starts.

const isHere = typeof location === 'object' && /\/playground(\.html)?$/.test(location.pathname)
let arrived = isHere ? location.hash : ''
if (arrived !== '') history.replaceState(history.state, '', location.pathname + location.search)

/** The fragment of the address, or that with which the page was opened, once. */
export function takeFragment(): string {
  const fragment = arrived || location.hash
  arrived = ''
  return fragment
}
