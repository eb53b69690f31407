// TS 23.038 6.1.2.1: text as packed septets, without a message around them.
import { FOREIGN, FOREIGN_AT } from '../../assembly/abi'
import { start } from './text'
import { copyIn } from './window'

/** Septets that were packed; or the offset of the first character that is outside GSM-7. */
type Packed =
  | { readonly octets: Uint8Array; readonly septets: number }
  | { readonly octets: undefined; readonly foreignAt: number }

/** Packs a text, or as much of it as a TP-UD has room for. */
export function packText(text: string): Packed {
  const engine = start()
  const { core, TEXT, result, lengths, octets } = engine
  const most = core.capacityGsm7(0)
  const length = copyIn(engine, text, 0, Math.min(text.length, most))
  if (core.segmentGsm7(TEXT, length, most, most) === FOREIGN)
    return { octets: undefined, foreignAt: result[FOREIGN_AT]! }
  const end = core.encodeGsm7(TEXT, 1, 0, 8, 0, 1, 0)
  return { octets: octets.slice(0, end), septets: lengths[1]! }
}
