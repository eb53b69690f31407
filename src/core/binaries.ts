// The core of each family, in either form. Like is beside like, since gzip looks back 32 kB only: the whole library is 2 kB
// smaller so.

// The wasm, or the data section of it alone, as data-section.ts writes it.

export { default as bulkBinary } from '../../build/bulk.wasm'
export { default as hexBinary } from '../../build/hex.wasm'
export { default as pushBinary } from '../../build/push.wasm'
export { default as textBinary } from '../../build/text.wasm'

// The JavaScript build.

export { instantiate as instantiateBulk } from '../../build/bulk.js'
export { instantiate as instantiateHex } from '../../build/hex.js'
export { instantiate as instantiatePush } from '../../build/push.js'
export { instantiate as instantiateText } from '../../build/text.js'
