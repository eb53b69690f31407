// What the tests of fields ask a page.
const counter = () => document.getElementById('counter')
window.parts = (name) => {
  const found = [...counter().shadowRoot.querySelectorAll(`[part=${name}]`)]
  return found.filter((part) => !part.closest('[hidden]'))
}
window.line = () =>
  ['encoding', 'units', 'segments']
    .flatMap(window.parts)
    .map(({ textContent }) => textContent)
    .join(' · ')

/** Until the counter has said the same for a while. */
window.settled = async () => {
  for (let same = 0, before = ''; same < 4; ) {
    await new Promise((go) => setTimeout(go, 20))
    const now = counter()?.shadowRoot?.textContent
    same = now === before ? same + 1 : 0
    before = now
  }
}

window.read = () => counter().text

/** Until the counter has counted something. */
window.counting = async () => {
  for (let tries = 0; !(counter()?.shadowRoot && window.line()) && tries < 150; tries++)
    await new Promise((go) => setTimeout(go, 20))
  await window.settled()
}
