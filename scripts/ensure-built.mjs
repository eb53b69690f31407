// Builds when a whole build is missing. `start`, `test` and `bench` call it themselves, since npm runs no pre-scripts where
// `ignore-scripts` is set.
import { execSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { STAMP } from './stamp.mjs'

const COMPILERS = ['assemblyscript', 'binaryen', 'tsup']

// The stamp stands with what is built first; what is built last may have been removed.
if (!existsSync(STAMP) || !existsSync('dist')) {
  const missing = COMPILERS.filter((name) => !existsSync(`node_modules/${name}`))
  if (missing.length > 0) {
    console.error(`septet is not built, and ${missing.join(', ')} is not installed. Run: npm install --include=dev`)
    process.exit(1)
  }
  console.error('septet: building, once ...')
  try {
    execSync('npm run build --silent', { stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    console.error(`${error.stdout}${error.stderr}`)
    process.exit(1)
  }
}
