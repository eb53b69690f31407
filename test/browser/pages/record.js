// Before anything else of a page: what it says on its console, and what its policy forbids.
window.said = []
window.forbidden = []
for (const level of ['error', 'warn']) {
  const own = console[level]
  console[level] = (...values) => {
    window.said.push(values.map(String).join(' '))
    own.apply(console, values)
  }
}
addEventListener('error', ({ message }) => window.said.push(message))
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  window.forbidden.push(`${violatedDirective} ${blockedURI}`),
)
