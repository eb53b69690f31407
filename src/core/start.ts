// How a core comes to stand. Each family of functions has one of its own, started when it is first needed: so that a page which
// bundles a few functions carries no more than these are made of, and waits for no more.

import { SeptetError } from '../errors'
import type { CompiledModule } from '../types'
import { compile } from './compile'
import { fillMemory, readCarried } from './data-section'

/** An exported global of a core. */
export interface Constant {
  readonly value: number
}

/** What every core exports. */
export interface Core {
  readonly memory: { readonly buffer: ArrayBuffer }
  readonly RESULT: Constant
  readonly TEXT: Constant
  readonly WINDOW: Constant
}

/** Which build of a core is at work. */
export type Kind = 'wasm' | 'js'

/** A family of functions: its core in either form, and what the bindings make of it. */
export interface Family<C extends Core, Engine> {
  /** A string constant, so that nothing is decoded before it is needed. */
  readonly binary: string
  /** The JavaScript build of the core. */
  readonly instantiate: (fill: (memory: Uint8Array) => void) => unknown
  /** The core with views of its memory, which never grows, so that none is ever detached. */
  readonly engineOf: (core: C, kind: Kind) => Engine
  /** Whether it answers a known question rightly. */
  readonly passes: (engine: Engine) => boolean
  /** The engine, once it stands. */
  standing?: Engine | undefined
}

/** The families that stand, and the module that the caller has given for all of them. */
const started: { standing?: unknown }[] = []
let given: CompiledModule | undefined

/** The engine of a family, started at the first call: compiled or not, it has answered the self-test. @throws {SeptetError} 'unsupported' */
export function standingOf<C extends Core, Engine>(family: Family<C, Engine>): Engine {
  family.standing ??= launch(family)
  return family.standing
}

/** Makes `module` the core of every family, those that stand too. Answers whether it is one, by what `witness` makes of it. */
export function adopt<C extends Core, Engine>(module: CompiledModule, witness: Family<C, Engine>): boolean {
  if (module === given) return true
  const before = last
  if (attempt(witness, 'wasm', () => (isWhole(module) ? exportsOf(module) : undefined)) === undefined) {
    last = before
    return false
  }
  given = module
  for (const family of started.splice(0)) family.standing = undefined
  return true
}

function launch<C extends Core, Engine>(family: Family<C, Engine>): Engine {
  let decoded: Uint8Array<ArrayBuffer> | undefined
  const octets = () => (decoded ??= readCarried(family.binary))
  const engine =
    attempt(family, 'wasm', () => exportsOf(given ?? compile(octets))) ??
    attempt(family, 'js', () => family.instantiate((memory) => fillMemory(memory, octets())))
  if (engine === undefined) {
    throw new SeptetError('unsupported', 'engine', undefined, 'has no build that computes rightly in this runtime')
  }
  started.push(family)
  return engine
}

/**
 * An engine that stands and computes rightly. Both can fail: there may be no WebAssembly, a page's policy may forbid to
 * compile, and SIMD in Safari 16.4 gives wrong results (GoogleChromeLabs/wasm-feature-detect issue 75).
 */
function attempt<C extends Core, Engine>(
  family: Family<C, Engine>,
  kind: Kind,
  instantiate: () => unknown,
): Engine | undefined {
  try {
    const core = instantiate()
    const engine = core === undefined ? undefined : family.engineOf(core as C, kind)
    return engine !== undefined && family.passes(engine) ? engine : undefined
  } catch {
    return undefined
  }
}

/** An export of each family but the witness's. */
const OTHERS = ['countRows', 'readHex', 'writePush']

function isWhole(module: CompiledModule): boolean {
  const exported = WebAssembly.Module.exports(module)
  return OTHERS.every((other) => exported.some(({ name }) => name === other))
}

/** The last instance: families of one module share it. */
let last: { readonly module: CompiledModule; readonly exports: unknown } | undefined

function exportsOf(module: CompiledModule | undefined): unknown {
  if (module === undefined) return undefined
  if (last?.module !== module) last = { module, exports: new WebAssembly.Instance(module).exports }
  return last.exports
}
