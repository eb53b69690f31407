import type { CompiledModule } from '../types'

/** The core, as bundlers and runtimes give it that import wasm files as compiled modules. */
declare const module: CompiledModule
export default module
