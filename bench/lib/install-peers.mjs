import { install } from '../../scripts/install.mjs'

/** The peers live in bench/peers, so that `npm install` of the library stays small. */
export function installPeers() {
  install(new URL('../peers/', import.meta.url))
}

/** The versions of Node that are asked for by number. */
export function installNodes() {
  install(new URL('../nodes/', import.meta.url))
}
