import { vi } from 'vitest'

/**
 * Imports the library anew, so that it has not chosen an engine yet. In a page, browser/fresh.ts replaces this file.
 */
export function freshLibrary(): Promise<typeof import('../../src/index')> {
  vi.resetModules()
  return import('../../src/index')
}

/** Imports `septet/count` anew, so that it has not started its core yet. */
export function freshCount(): Promise<typeof import('../../src/count-only/index')> {
  vi.resetModules()
  return import('../../src/count-only/index')
}
