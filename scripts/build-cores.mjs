// node scripts/build-cores.mjs NAME ...: compiles cores in one process, one after another, because a warm compiler is
// faster.
import { buildClickhouse, buildCore, buildFamily, buildScalarCore, FAMILIES } from './core.mjs'
import { buildCount } from './count.mjs'

for (const name of process.argv.slice(2)) {
  if (name === 'core') await buildCore()
  else if (name === 'core.scalar') await buildScalarCore()
  else if (name === 'clickhouse') await buildClickhouse()
  else if (name === 'count') await buildCount()
  else if (name in FAMILIES) await buildFamily(name)
  else throw new Error(`no core is called ${name}`)
}
