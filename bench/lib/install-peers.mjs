import { install } from '../../scripts/install.mjs'

/** The peers are in bench/peers, so that `npm install` of the library stays small. */
export function installPeers() {
  install(new URL('../peers/', import.meta.url))
}

/** The versions of Node that were asked for by number. */
export function installNodes() {
  install(new URL('../nodes/', import.meta.url))
}
