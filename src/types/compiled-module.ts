/**
 * A `WebAssembly.Module`, where the types of the project have it. A plain Node project without the types of the DOM has
 * `object`.
 */
export type CompiledModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } }
  ? Module
  : object
