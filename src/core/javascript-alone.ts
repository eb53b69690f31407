// Functions of the text family that the library carries once, as JavaScript: scripts/core.mjs names them.
import { instantiateText, javaScriptAlone } from './binaries'
import type { Core } from './start'

type Functions = Record<string, (...given: never[]) => unknown>

/**
 * The exports of a wasm, and the functions that it lacks: those of the JavaScript build over the same memory. That build starts when one
 * of them is called.
 */
export function complete(exports: unknown): unknown {
  const wasm = exports as (Core & Functions) | undefined
  const missing = wasm === undefined ? [] : javaScriptAlone.filter((name) => !(name in wasm))
  if (missing.length === 0) return wasm
  const core = Object.create(wasm!) as Core & Functions
  for (const name of missing) {
    core[name] = (...given) => {
      const built = instantiateText(() => {}, core.memory.buffer) as Functions
      for (const each of missing) core[each] = built[each]!
      return core[name]!(...given)
    }
  }
  return core
}
