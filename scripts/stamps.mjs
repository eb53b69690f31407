// Finds out which products are up to date. A product that is done gets a stamp: a digest of its inputs. If one of its
// files is missing, or its inputs have changed, it is made again. Stamps are in build/, which is cleaned first and
// never packed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const STAMPS = 'build/stamps'

/** Whether all files of `product` below `root` are there, made from the present inputs. */
export function isFresh(root, name, { inputs, outputs }) {
  const stamp = findStamp(root, name)
  return (
    existsSync(stamp) &&
    outputs.every((path) => existsSync(join(root, path))) &&
    readFileSync(stamp, 'utf8') === digest(root, inputs)
  )
}

/**
 * The digest for the stamp of a product. It is taken before the product is made, so that a change during the work makes
 * it out of date.
 */
export function digest(root, inputs) {
  const hash = createHash('sha256')
  for (const path of inputs.flatMap((path) => listFiles(root, path))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

export function writeStamp(root, name, digest) {
  mkdirSync(join(root, STAMPS), { recursive: true })
  writeFileSync(findStamp(root, name), digest)
}

function findStamp(root, name) {
  return join(root, STAMPS, name)
}

function listFiles(root, path) {
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => listFiles(root, `${path}/${name}`))
}
