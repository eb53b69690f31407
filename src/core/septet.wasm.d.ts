import type { CompiledModule } from 'septet'

/** The core, as bundlers and runtimes give it that import wasm files as compiled modules. */
declare const module: CompiledModule
export default module
