// What is fresh. A product has a stamp, written when it is done: a digest of what it was made of. Where a file of it is missing, or
// its inputs are others by now, it is made again. Stamps are in build/, which is cleaned first and never packed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const STAMPS = 'build/stamps'

/** Whether all that `product` writes below `root` is there, made of what is there now. */
export function isFresh(root, name, { inputs, outputs }) {
  const stamp = stampOf(root, name)
  return (
    existsSync(stamp) &&
    outputs.every((path) => existsSync(join(root, path))) &&
    readFileSync(stamp, 'utf8') === digest(root, inputs)
  )
}

/** The digest to write when a product is done, taken before it is begun: what changes meanwhile makes it stale. */
export function digest(root, inputs) {
  const hash = createHash('sha256')
  for (const path of inputs.flatMap((path) => filesOf(root, path))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

export function writeStamp(root, name, digest) {
  mkdirSync(join(root, STAMPS), { recursive: true })
  writeFileSync(stampOf(root, name), digest)
}

function stampOf(root, name) {
  return join(root, STAMPS, name)
}

function filesOf(root, path) {
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesOf(root, `${path}/${name}`))
}
