import { readFileSync } from 'node:fs'

/** The subpaths of the package installed in `app` that are modules. */
export function entriesOf(app = '.') {
  const { name, exports } = JSON.parse(readFileSync(`${app}/node_modules/septet/package.json`, 'utf8'))
  return Object.keys(exports)
    .filter((subpath) => !/\.(wasm|json|sql|txt)$|^\.\/udf\.js$/.test(subpath))
    .map((subpath) => subpath.replace('.', name))
}
