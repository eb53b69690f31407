// test/support/fresh.ts for a page, where vi.resetModules resets nothing: every copy has an address of its own, and so has all that it
// imports, by the plugin of units.config.ts.
// Apart from what is resolved against it: the server rewrites the two in one, and loses the number.
const HERE = import.meta.url
let copies = 0

function fresh(path: string) {
  return import(/* @vite-ignore */ new URL(`../../src/${path}?copy=${++copies}`, HERE).href)
}

export function freshLibrary(): Promise<typeof import('../../src/index')> {
  return fresh('index.ts')
}

export function freshCount(): Promise<typeof import('../../src/count-only/index')> {
  return fresh('count-only/index.ts')
}
