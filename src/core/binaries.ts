// The core of each family, in either build. All cores of one build are side by side, since gzip looks back only 32 kB.
// This makes the whole library 2 kB smaller.

// The wasm file, or only its data section, as data-section.ts writes it. Push has only its tables: its JavaScript build is as fast
// (a Service Indication written in 1.7 µs instead of 1.5, read in 2.7 instead of 3.1), and its wasm would be 3.8 kB.

export { default as bulkBinary } from '../../build/bulk.short.wasm'
export { default as hexBinary } from '../../build/hex.short.wasm'
export { default as pushBinary } from '../../build/push.tables.wasm'
export { default as textBinary } from '../../build/text.short.wasm'

// The JavaScript build.

export { instantiate as instantiateBulk } from '../../build/bulk.js'
export { instantiate as instantiateHex } from '../../build/hex.js'
export { instantiate as instantiatePush } from '../../build/push.js'
export { instantiate as instantiateText, javaScriptAlone } from '../../build/text.js'
