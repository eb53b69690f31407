// NODE context.cjs: the library in contexts that may not compile wasm. It falls back by itself; given a module that was
// compiled outside, it runs that.
const { readFileSync } = require('node:fs')
const { createContext, runInContext } = require('node:vm')

const script = readFileSync(require.resolve('septet'), 'utf8')

function fresh() {
  const sandbox = { module: { exports: {} }, atob }
  runInContext(script, createContext(sandbox, { codeGeneration: { strings: false, wasm: false } }))
  return sandbox.module.exports
}

const library = fresh()
if (process.argv[2] === 'module')
  library.init(new WebAssembly.Module(readFileSync(require.resolve('septet/septet.wasm'))))

Promise.all([import('./check.mjs'), import('./vectors.mjs')]).then(([{ check }, { default: vectors }]) => {
  console.log(JSON.stringify(check(library, vectors)))
})
