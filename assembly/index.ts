// Every export of the bare module, and nothing else. README.md in this folder is its manual. The package carries each family as a
// core of its own.
export * from './bare'
export * from './families/bulk'
export * from './families/hex'
export * from './families/push'
export * from './families/text'
