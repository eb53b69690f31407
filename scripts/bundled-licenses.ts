import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Plugin } from 'esbuild'

/** Writes the licence of each bundled package, because every licence must be given with its code. */
export function writeLicenses(file: string): Plugin {
  return {
    name: 'licenses',
    setup({ initialOptions, onEnd }) {
      initialOptions.metafile = true
      onEnd(({ metafile }) => {
        const folders = new Set(Object.keys(metafile?.inputs ?? {}).flatMap(findPackage))
        writeFileSync(
          file,
          [...folders]
            .sort()
            .map(formatLicense)
            .join(`\n${'-'.repeat(80)}\n\n`),
        )
      })
    },
  }
}

/** The folder of the package that a source belongs to; undefined for our own sources. */
function findPackage(path: string): string[] {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.slice(0, 1) ?? []
}

function formatLicense(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const file = readdirSync(folder).find((one) => /^licen[sc]e/i.test(one))
  if (file === undefined) throw new Error(`${folder} has no licence to go with it`)
  return `${name} ${version}, ${license}\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`
}
