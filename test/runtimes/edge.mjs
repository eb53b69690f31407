// NODE edge.mjs EDGE-VM: the bundle in Vercel's edge runtime.
import { readFileSync } from 'node:fs'

const { EdgeVM } = await import(process.argv[2])
const vm = new EdgeVM()
vm.evaluate(readFileSync(new URL('./edge.js', import.meta.url), 'utf8'))
console.log(vm.evaluate('embedded.report()'))
