// The core of each family, in either build. All cores of one build are side by side, since gzip looks back only 32 kB.
// This makes the whole library 2 kB smaller.

// The wasm file, or only its data section, as data-section.ts writes it.

export { default as bulkBinary } from '../../build/bulk.wasm'
export { default as hexBinary } from '../../build/hex.wasm'
export { default as pushBinary } from '../../build/push.wasm'
export { default as textBinary } from '../../build/text.wasm'

// The JavaScript build.

export { instantiate as instantiateBulk } from '../../build/bulk.js'
export { instantiate as instantiateHex } from '../../build/hex.js'
export { instantiate as instantiatePush } from '../../build/push.js'
export { instantiate as instantiateText } from '../../build/text.js'
