// The ABI: every export of the module, and nothing else. README.md beside this file is its manual. The bindings carry each
// family of functions as a core of its own.
export * from './families/bulk'
export * from './families/hex'
export * from './families/push'
export * from './families/text'
