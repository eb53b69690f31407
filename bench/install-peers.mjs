import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const PEERS = new URL('./peers/', import.meta.url)

/** The peers live in bench/peers, so that `npm install` of the library stays small; they are installed when first needed. */
export function installPeers() {
  if (areInstalled()) return
  console.error('Installing the peers of bench/peers/package.json ...')
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: fileURLToPath(PEERS),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status === 0 && areInstalled()) return
  throw new Error(
    'The peers are not installed. `npm ci --ignore-scripts` in bench/peers failed (see above); it needs the npm registry, ' +
      'or a copy of bench/peers/node_modules made on a machine that has it.',
  )
}

function areInstalled() {
  const { dependencies } = manifest('package.json')
  return Object.entries(dependencies).every(
    ([name, version]) => manifest(`node_modules/${name}/package.json`)?.version === version,
  )
}

function manifest(path) {
  try {
    return JSON.parse(readFileSync(new URL(path, PEERS), 'utf8'))
  } catch {
    return undefined
  }
}
