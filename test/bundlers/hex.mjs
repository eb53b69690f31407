// Of the package only a function is used: no core but that of its family may come along.
import { toHex } from 'septet'

console.log(toHex(Uint8Array.of(0, 255)))
