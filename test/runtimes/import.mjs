// RUNTIME import.mjs ENTRY: what `import` of an entry gives, held to the vectors.
import { check } from './check.mjs'
import vectors from './vectors.mjs'

console.log(JSON.stringify(check(await import(process.argv[2]), vectors)))
