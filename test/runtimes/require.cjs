// RUNTIME require.cjs ENTRY: what `require` of an entry gives, held to the vectors.
const library = require(process.argv[2])

Promise.all([import('./check.mjs'), import('./vectors.mjs')]).then(([{ check }, { default: vectors }]) => {
  console.log(JSON.stringify(check(library, vectors)))
})
