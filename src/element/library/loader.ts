// The library is loaded when an element first needs it.

import type { Report } from '../report'
import type { Septet, TemplateSeptet } from './loaded'

/** Loads the library for one element, and keeps it. */
export class LibraryLoader {
  readonly #report: Report
  #septet: Septet | TemplateSeptet | undefined
  #isLoading = false

  constructor(report: Report) {
    this.#report = report
  }

  /** The library, if one has loaded: with templates or without. */
  get septet(): Septet | TemplateSeptet | undefined {
    return this.#septet
  }

  /** The library, if one has loaded that has what is needed. */
  find(needsTemplates: boolean): Septet | TemplateSeptet | undefined {
    return this.#septet && (!needsTemplates || 'countTemplate' in this.#septet) ? this.#septet : undefined
  }

  /** Loads the library. Returns whether it is there now; false also while an earlier call loads it. */
  async load(needsTemplates: boolean): Promise<boolean> {
    if (this.#isLoading) return false
    this.#isLoading = true
    try {
      this.#septet = await (needsTemplates ? import('./template-library') : import('./library'))
      return true
    } catch (error) {
      this.#report(`could not load septet: ${error}`)
      return false
    } finally {
      this.#isLoading = false
    }
  }
}
