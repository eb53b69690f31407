import { readFileSync } from 'node:fs'

/** The subpaths of the package installed in `app` that are scripts. */
export function entriesOf(app = '.') {
  const { name, exports } = JSON.parse(readFileSync(`${app}/node_modules/septet/package.json`, 'utf8'))
  return Object.keys(exports)
    .filter((subpath) => !/\.(wasm|json)$/.test(subpath))
    .map((subpath) => subpath.replace('.', name))
}
