// How a core starts. Each family of functions has a core of its own, which starts at the first call that needs it. So a
// page that bundles a few functions has only the cores of these.

import { SeptetError } from '../errors'
import type { CompiledModule } from '../types'
import { compile } from './compile'
import { fillMemory, readCarried } from './data-section'

/** An exported global of a core: an address, or a size. */
export interface Constant {
  readonly value: number
}

/** What every core exports. */
export interface Core {
  /** Its memory, which never grows: a view of it stays valid. */
  readonly memory: { readonly buffer: ArrayBuffer }
  /** Address of the eight numbers that a function returns beside its return value. */
  readonly RESULT: Constant
  /** Address of the text window. */
  readonly TEXT: Constant
  /** Units that fit the text window. */
  readonly WINDOW: Constant
}

/** Which build of a core is at work. */
export type Kind = 'wasm' | 'js'

/** The declaration of a family of functions: its core in either build, and how an engine is made from it. `startFamily` makes it. */
export interface Family<C extends Core, Engine> {
  /** The core as digits (see data-section.ts): a string, so that nothing is decoded before it is needed. */
  readonly binary: string
  /** The JavaScript build of the core, over a memory of its own or the one given. `fill` writes the tables. */
  readonly instantiate: (fill: (memory: Uint8Array) => void, buffer?: ArrayBuffer) => unknown
  /** Adds the functions that the binary lacks to the exports of a wasm. */
  readonly complete: ((exports: unknown) => unknown) | undefined
  /** Makes an engine: the core with views of its memory. */
  readonly createEngine: (core: C, kind: Kind) => Engine
  /** Whether an engine computes a known result. */
  readonly passesSelfTest: (engine: Engine) => boolean
  /** The engine, after it has started. */
  engine?: Engine | undefined
}

/** The families that have started, and the module that the caller has given for all families. */
const started: { engine?: unknown }[] = []
let given: CompiledModule | undefined

/**
 * The engine of a family. It starts at the first call, and has passed its self-test.
 *
 * @throws {SeptetError} 'unsupported': neither build computes rightly in this runtime
 */
export function startFamily<C extends Core, Engine>(family: Family<C, Engine>): Engine {
  family.engine ??= createTestedEngine(family)
  return family.engine
}

/**
 * Makes `module` the core of every family, also of those that have started.
 *
 * @returns whether it is such a core: an engine of `witness` made from it passes its self-test
 */
export function adoptModule<C extends Core, Engine>(module: CompiledModule, witness: Family<C, Engine>): boolean {
  if (module === given) return true
  const before = last
  if (tryBuild(witness, 'wasm', () => (isWhole(module) ? instantiateModule(module) : undefined)) === undefined) {
    last = before
    return false
  }
  given = module
  for (const family of started.splice(0)) family.engine = undefined
  return true
}

/** Tries the WebAssembly, then the JavaScript build. */
function createTestedEngine<C extends Core, Engine>(family: Family<C, Engine>): Engine {
  let decoded: Uint8Array<ArrayBuffer> | undefined
  const octets = () => (decoded ??= readCarried(family.binary))
  const { complete } = family
  const instantiateWasm = () => {
    const exports = instantiateModule(given ?? compile(octets))
    return complete === undefined ? exports : complete(exports)
  }
  const engine =
    tryBuild(family, 'wasm', instantiateWasm) ??
    tryBuild(family, 'js', () => family.instantiate((memory) => fillMemory(memory, octets())))
  if (engine === undefined) {
    throw new SeptetError('unsupported', 'engine', undefined, 'has no build that computes rightly in this runtime')
  }
  started.push(family)
  return engine
}

/**
 * An engine of one build, or undefined where it does not start or fails its self-test: there may be no WebAssembly, the
 * policy of a page may forbid compilation, and SIMD in Safari 16.4 gives wrong results
 * (GoogleChromeLabs/wasm-feature-detect issue 75).
 */
function tryBuild<C extends Core, Engine>(
  family: Family<C, Engine>,
  kind: Kind,
  instantiate: () => unknown,
): Engine | undefined {
  try {
    const core = instantiate() as object | undefined
    // As a prototype: V8 keeps the exports of a wasm as a hash table, and a prototype as constants. So a count takes 5 % less.
    const engine = core === undefined ? undefined : family.createEngine(Object.create(core) as C, kind)
    return engine !== undefined && family.passesSelfTest(engine) ? engine : undefined
  } catch {
    return undefined
  }
}

/** One export of each family except text, whose engine `adoptModule` tests. */
const OTHERS = ['countRows', 'readHex', 'writePush']

/** Whether a module has the functions of all families. */
function isWhole(module: CompiledModule): boolean {
  const exported = WebAssembly.Module.exports(module)
  return OTHERS.every((other) => exported.some(({ name }) => name === other))
}

/** The last instance: families that start from one module share it. */
let last: { readonly module: CompiledModule; readonly exports: unknown } | undefined

function instantiateModule(module: CompiledModule | undefined): unknown {
  if (module === undefined) return undefined
  if (last?.module !== module) last = { module, exports: new WebAssembly.Instance(module).exports }
  return last.exports
}
