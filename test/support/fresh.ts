import { vi } from 'vitest'

/** The library as a fresh import, so that it has not chosen an engine yet. In a page, browser/fresh.ts stands in for this file. */
export function freshLibrary(): Promise<typeof import('../../src/index')> {
  vi.resetModules()
  return import('../../src/index')
}

/** `septet/count` as a fresh import, so that it has not started its core yet. */
export function freshCount(): Promise<typeof import('../../src/count-only/index')> {
  vi.resetModules()
  return import('../../src/count-only/index')
}
