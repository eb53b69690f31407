// Builds when the build is missing. `start`, `test` and `bench` call it themselves, since npm runs no pre-scripts where
// `ignore-scripts` is set.
import { execSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PRODUCTS = [
  'build/core.wasm',
  'build/core.js',
  'build/count.js',
  'dist/index.js',
  'dist/index.cjs',
  'dist/count.js',
  'dist/js.js',
  'dist/workerd.js',
  'dist/element.js',
  'dist/cli.js',
  'dist/smsc.js',
  'dist/smsc.cjs',
  'dist/estimate-worker.js',
  'dist/septet.wasm',
]
const COMPILERS = ['assemblyscript', 'binaryen', 'tsup']

if (!PRODUCTS.every((file) => existsSync(file))) {
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
