/** A `WebAssembly.Module`, where the project's types know such: a plain Node project without the DOM's types does not. */
export type CompiledModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } }
  ? Module
  : object
