// Packages that only some checks need are in folders with their own package.json, so that `npm install` of the library
// stays small. Each folder is installed at its first use.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Installs the dependencies of the package.json in `folder`, a URL that ends in a slash, if they are missing or of
 * another version. It uses the lock file beside it, if there is one.
 */
export function install(folder, { locked = true } = {}) {
  if (isInstalled(folder)) return
  const path = fileURLToPath(folder)
  console.error(`Installing what ${path}package.json names ...`)
  const how = locked ? ['ci'] : ['install', '--no-package-lock']
  const { status } = spawnSync('npm', [...how, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: path,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status === 0 && isInstalled(folder)) return
  throw new Error(
    `\`npm ${how.join(' ')} --ignore-scripts\` in ${path} failed (see above); it needs the npm registry, or a copy of ${path}node_modules ` +
      'made on a machine that has it.',
  )
}

function isInstalled(folder) {
  // An alias is written as npm:NAME@VERSION.
  return Object.entries(manifest(folder, 'package.json').dependencies).every(
    ([name, version]) => manifest(folder, `node_modules/${name}/package.json`)?.version === version.split('@').at(-1),
  )
}

function manifest(folder, path) {
  try {
    return JSON.parse(readFileSync(new URL(path, folder), 'utf8'))
  } catch {
    return undefined
  }
}
